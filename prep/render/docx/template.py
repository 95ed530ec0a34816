"""Makes ``templates/word.docx``, our own style document: ``python -m prep.render.docx.template``.

Everything in it is a string here, so that the file is the same on every machine; it is stored, not
compressed, because compressors differ. A test remakes it and compares the bytes.
"""

from __future__ import annotations

from pathlib import Path

from prep.render.docx.package import EMPTY_BODY, Part, pack
from prep.render.docx.place import BOX_INDENT, DEEPEST_LIST, STEP
from prep.render.docx.styles import ALL, KEPT, Style
from prep.render.docx.theme import THEME
from prep.render.docx.xml import DECLARATION, ROOT
from prep.resources import template_folder

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LEVELS = range(9)
_BULLETS = ("•", "◦", "▪")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
# A zero-width space: the check box after it is the bullet, and readers still see a list.
_NO_BULLET = "\u200b"


def style_xml(style: Style) -> str:
    """One ``w:style`` element; children in the schema's order."""
    kind = "paragraph" if style.kind == "p" else "character"
    based = _id(style.based) if style.based else "DefaultParagraphFont"
    following = f'<w:next w:val="{_id(style.following)}"/>' if style.following else ""
    custom = ' w:customStyle="1"' if style.custom else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:uiPriority w:val="{9 if paragraph else 20}"/>'
        f"{'<w:semiHidden/>' if style in KEPT else '<w:qFormat/>'}{paragraph}{run}</w:style>"
    )


def _id(name: str) -> str:
    return Style(name).id


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
    'w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
    'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)
_BASICS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name '
    'w:val="Brief Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>'
    '<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="8" w:space="0" w:color="2F5496"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="2F5496"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9D9D9"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="1F3864" '
    'w:themeColor="text2"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EAF1FB"/>'
    '</w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr>'
    "</w:tblStylePr></w:style>"
)


def _styles() -> str:
    rows = "".join(map(style_xml, ALL))
    return f"{DECLARATION}<w:styles {ROOT}>{_DEFAULTS}{_BASICS}{rows}{_TABLE}</w:styles>"


def _level(level: int, form: str, words: str, left: int, rest: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{rest}'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )


def _abstract(number: int, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{number:08X}"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _lists(base: int, deepest: int) -> list[list[str]]:
    """Bullets, numbers and tasks; ``base`` is the indent without a list, ``deepest`` a level."""
    kinds: list[list[str]] = [[], [], []]
    for level in _LEVELS:
        left = base + STEP * (min(level, deepest) + 1)
        form, bullet = _NUMBERS[level % 3], _BULLETS[level % 3]
        kinds[0].append(_level(level, "bullet", bullet, left))
        kinds[1].append(_level(level, form, f"%{level + 1}.", left))
        kinds[2].append(_level(level, "bullet", _NO_BULLET, left, '<w:suff w:val="nothing"/>'))
    return kinds


def _numbering() -> str:
    # In a callout the bar stays straight for two levels; deeper ones are no further in.
    kinds = _lists(0, DEEPEST_LIST) + _lists(BOX_INDENT, 1)
    abstracts = "".join(_abstract(number, levels) for number, levels in enumerate(kinds, 1))
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(kinds) + 1)
    )
    return f"{DECLARATION}<w:numbering {ROOT}>{abstracts}{numbers}</w:numbering>"


_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
    f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for kind, number, element in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)
_COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    f"<w:compat>{_COMPATIBLE}</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
    'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
_FONTS = "".join(
    f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    for name, family, pitch in (
        ("Calibri", "swiss", "variable"),
        ("Consolas", "modern", "fixed"),
    )
)


def template() -> bytes:
    """The style document; its body is one empty paragraph."""
    parts = {
        "word/document.xml": ("document.main+xml", EMPTY_BODY),
        "word/styles.xml": ("styles+xml", _styles()),
        "word/numbering.xml": ("numbering+xml", _numbering()),
        "word/settings.xml": ("settings+xml", _root("settings", _SETTINGS)),
        "word/fontTable.xml": ("fontTable+xml", _root("fonts", _FONTS)),
        "word/footnotes.xml": ("footnotes+xml", _root("footnotes", _SEPARATORS)),
    }
    made = [Part(name, _TYPES + kind, xml.encode()) for name, (kind, xml) in parts.items()]
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    made.append(Part("word/theme/theme1.xml", theme, THEME.encode()))
    return pack(made, compressed=False)


def _root(name: str, inner: str) -> str:
    return f"{DECLARATION}<w:{name} {ROOT}>{inner}</w:{name}>"


def write() -> Path:
    """Write it where the package looks for it."""
    target = template_folder() / "word.docx"
    target.write_bytes(template())
    return target


if __name__ == "__main__":
    write()
