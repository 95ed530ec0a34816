"""Theme of our own style document: Calibri, and fonts for the scripts that Calibri lacks."""

from __future__ import annotations

from prep.render.docx.xml import DECLARATION

_COLORS = {
    "dk1": '<a:sysClr val="windowText" lastClr="000000"/>',
    "lt1": '<a:sysClr val="window" lastClr="FFFFFF"/>',
    "dk2": '<a:srgbClr val="1F3864"/>',
    "lt2": '<a:srgbClr val="EAF1FB"/>',
    "accent1": '<a:srgbClr val="2F5496"/>',
    "accent2": '<a:srgbClr val="B26A00"/>',
    "accent3": '<a:srgbClr val="2E7D4F"/>',
    "accent4": '<a:srgbClr val="6B46A8"/>',
    "accent5": '<a:srgbClr val="B3261E"/>',
    "accent6": '<a:srgbClr val="595959"/>',
    "hlink": '<a:srgbClr val="1F4E9E"/>',
    "folHlink": '<a:srgbClr val="6B46A8"/>',
}
_SCRIPTS = {
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": "DengXian",
    "Hant": "Microsoft JhengHei",
    "Arab": "Arial",
    "Hebr": "Arial",
    "Thai": "Cordia New",
    "Deva": "Mangal",
}
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>' + "".join(
    f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS.items()
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = (
    f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'name="Brief"><a:themeElements><a:clrScheme name="Brief">'
    + "".join(f"<a:{name}>{value}</a:{name}>" for name, value in _COLORS.items())
    + '</a:clrScheme><a:fontScheme name="Brief">'
    f"<a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="Brief"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
