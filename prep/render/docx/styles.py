"""The named styles of our own style document: one row a style, grouped as Word shows them.

Only the script that makes ``templates/word.docx`` (``template``) reads this: a document takes its
styles from that file, or from the one that ``--reference-doc`` names. Names that pandoc knows
(Source Code, Verbatim Char, Definition Term, Compact) are kept, so that its reader finds code,
definitions and tight lists again. Colours are the theme's; text has a contrast of 4.5 or more.
"""

from __future__ import annotations

from typing import NamedTuple

GREY = "595959"
MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="MS Gothic" w:cs="Consolas"/>'


class Style(NamedTuple):
    """A paragraph (``p``) or character (``c``) style; ``paragraph`` and ``run`` are inner XML."""

    name: str
    kind: str = "p"
    based: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    custom: bool = True

    @property
    def id(self) -> str:
        """As Word makes ids: the name's words in capitals, run together."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def spacing(before: int, after: int, rest: str = "") -> str:
    """Space before and after in twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rest}/>'


def color(theme: str, value: str) -> str:
    """A theme colour, with its value for programs that know no themes."""
    return f'<w:color w:val="{value}" w:themeColor="{theme}"/>'


def size(half_points: int) -> str:
    """Size of Latin and of complex scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
# No number: pandoc's reader takes such a paragraph for a part of the list item before it.
UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>'
HEAD_FONT = (
    '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" '
    'w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>'
)


def _built(name: str, based: str = "Normal", paragraph: str = "", run: str = "") -> Style:
    return Style(name, "p", based, "", paragraph, run, custom=False)


def _heading(level: int, before: int, points: int, extra: str = "") -> Style:
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="2F5496"/></w:pBdr>'
    return Style(
        f"heading {level}",
        "p",
        "Normal",
        "Body Text",
        f"{KEEP}{rule if level == 1 else ''}{spacing(before, 80)}"
        f'<w:outlineLvl w:val="{level - 1}"/>',
        f"{HEAD_FONT}{BOLD}{extra}{color('text2', '1F3864')}{size(points)}",
        custom=False,
    )


def _frame(line: str, space: int, *, bottom: int = 0) -> str:
    sides = {"top": space, "left": space, "bottom": bottom or space, "right": space}
    drawn = (
        f'<w:{side} w:val="single" w:sz="4" w:space="{points}" w:color="{line}"/>'
        for side, points in sides.items()
    )
    return f"<w:pBdr>{''.join(drawn)}</w:pBdr>"


HEADINGS = (
    _heading(1, 240, 40),
    _heading(2, 280, 28),
    _heading(3, 200, 24),
    _heading(4, 160, 22),
    _heading(5, 140, 21, ITALIC),
    _heading(6, 140, 20, ITALIC),
)

TEXT = (
    _built("Body Text", paragraph=spacing(0, 120)),
    Style("Compact", "p", "Body Text", "", spacing(0, 40)),
    Style(
        "Title",
        "p",
        "Normal",
        "Body Text",
        f"{KEEP}{spacing(0, 80)}<w:contextualSpacing/>",
        f"{HEAD_FONT}{BOLD}{color('text2', '1F3864')}{size(44)}",
        custom=False,
    ),
    Style(
        "Subtitle",
        "p",
        "Normal",
        "Body Text",
        f"{KEEP}{spacing(0, 160)}",
        f'<w:color w:val="{GREY}"/>{size(24)}',
        custom=False,
    ),
    _built(
        "Quote",
        "Body Text",
        '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="A6A6A6"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="120"/><w:ind w:left="360" w:right="360"/>',
        f'<w:color w:val="{GREY}"/>',
    ),
    *(
        Style(f"Quote {depth}", "p", "Quote", "", f'<w:ind w:left="{360 * depth}" w:right="360"/>')
        for depth in range(2, 6)
    ),
    Style(
        "Source Code",
        "p",
        "Normal",
        "Source Code",
        f"<w:keepLines/>{_frame('F2F2F2', 4)}"
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
        f'{spacing(80, 200)}<w:ind w:left="80" w:right="80"/>',
        f"{MONO}<w:noProof/>{size(18)}",
    ),
    Style("List Code", "p", "Source Code", "", UNNUMBERED),
    Style("List Quote", "p", "Quote", "", UNNUMBERED),
    Style("Definition Term", "p", "Body Text", "Definition", f"{KEEP}{spacing(80, 0)}", BOLD),
    Style(
        "Definition",
        "p",
        "Body Text",
        "",
        '<w:spacing w:before="0" w:after="120"/><w:ind w:left="360"/>',
    ),
    Style("Figure", "p", "Normal", "caption", f"<w:keepLines/>{spacing(120, 160)}"),
    _built("caption", "Normal", spacing(40, 160), f'{ITALIC}<w:color w:val="{GREY}"/>{size(19)}'),
    Style("Table Caption", "p", "caption", "Body Text", f"<w:keepNext/>{spacing(120, 60)}"),
    Style("Table Text", "p", "Normal", "", spacing(0, 0), size(19)),
    Style("Table Text Small", "p", "Table Text", "", "", size(16)),
    Style(
        "Gap",
        "p",
        "Normal",
        "Body Text",
        spacing(0, 0, ' w:line="140" w:lineRule="exact"'),
        size(8),
    ),
    Style(
        "Answer",
        "p",
        "Body Text",
        "Answer",
        # The room under the words makes the box three lines high; typing makes it grow.
        f"<w:keepLines/>{_frame('8EAADB', 4, bottom=31)}"
        f'{spacing(80, 160)}<w:ind w:left="120" w:right="120"/>',
    ),
    _built("footnote text", "Normal", spacing(0, 20), size(17)),
    _built("header", "Normal", run=f'<w:color w:val="{GREY}"/>{size(17)}'),
    _built(
        "footer",
        "Normal",
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="D9D9D9"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>',
        f'<w:color w:val="{GREY}"/>{size(17)}',
    ),
)


def _list(name: str, number: int) -> tuple[Style, ...]:
    link = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    custom = name == "Task List"
    return (
        Style(f"{name} Last", "p", name, "Body Text", spacing(0, 120)),
        Style(name, "p", "Compact", "", link, custom=custom),
        Style(f"{name} Spaced", "p", "Body Text", "", f"{link}{spacing(0, 120)}"),
    )


LISTS = (
    *_list("List Bullet", 1),
    *_list("List Number", 2),
    *_list("Task List", 3),
    *(
        _built(
            f"List Continue{f' {level}' if level > 1 else ''}",
            "Body Text",
            f'{UNNUMBERED}<w:spacing w:before="0" w:after="80"/><w:ind w:left="{360 * level}"/>',
        )
        for level in range(1, 6)
    ),
)

# Fill, bar and title colour of the five kinds; the words of the title say the kind too.
CALLOUTS = {
    "Note": ("EAF1FB", "2F5496", "1F3864"),
    "Tip": ("E8F5EC", "2E7D4F", "1E5636"),
    "Important": ("F1ECF9", "6B46A8", "472C77"),
    "Warning": ("FFF5E0", "B26A00", "7A4800"),
    "Caution": ("FCEBEA", "B3261E", "7F1B15"),
}


def _callout(kind: str) -> tuple[Style, ...]:
    fill, bar, title = CALLOUTS[kind]
    side = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{bar}"/>'
    # Lines in the colour of the tint: padding above the title and below the last line.
    above = f'<w:top w:val="single" w:sz="4" w:space="4" w:color="{fill}"/>'
    below = f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{fill}"/>'
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    indent = '<w:ind w:left="220"/>'
    body = f"<w:pBdr>{side}{below}</w:pBdr>{tint}{spacing(0, 0)}{indent}"
    # 18 pt further in, its bar 18 pt further out: the bar stays straight.
    far = f'<w:left w:val="single" w:sz="24" w:space="26" w:color="{bar}"/>'
    nested = f'<w:pBdr>{far}{below}</w:pBdr><w:ind w:left="580"/>'
    return (
        Style(f"Callout {kind}", "p", "Body Text", "", body),
        Style(f"Callout {kind} Nested", "p", f"Callout {kind}", "", nested),
        Style(
            f"Callout {kind} Title",
            "p",
            "Body Text",
            f"Callout {kind}",
            f"{KEEP}<w:pBdr>{above}{side}</w:pBdr>{tint}{spacing(120, 0)}{indent}",
            f'{BOLD}<w:color w:val="{title}"/>',
        ),
    )


BOXES = tuple(style for kind in CALLOUTS for style in _callout(kind))

CHARACTERS = (
    Style("Strong", "c", "", run=BOLD, custom=False),
    Style("Emphasis", "c", "", run=ITALIC, custom=False),
    Style("Strong Emphasis", "c", "", run=BOLD + ITALIC),
    Style(
        "Verbatim Char",
        "c",
        "",
        run=f'{MONO}<w:noProof/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
    ),
    Style(
        "Hyperlink",
        "c",
        "",
        run=f'{color("hyperlink", "1F4E9E")}<w:u w:val="single"/>',
        custom=False,
    ),
    Style("Verbatim Text", "c", "Verbatim Char", run=size(19)),
    Style("footnote reference", "c", "", run='<w:vertAlign w:val="superscript"/>', custom=False),
    Style("Placeholder Text", "c", "", run=f'<w:color w:val="{GREY}"/>', custom=False),
    Style("Missing", "c", "", run=f'{ITALIC}<w:color w:val="{GREY}"/>'),
)

_SHOWN = (*TEXT[:1], *HEADINGS, *TEXT[1:], *LISTS, *BOXES)
_KEPT = ("Body Text", "Figure", "Table Text", "List", "Task List", "Callout")


def _kept(style: Style) -> bool:
    """Whether paragraphs of the style may have to stay with the next one."""
    return style.name.startswith(_KEPT) and not style.name.endswith(
        ("Title", "Last", "Code", "Quote")
    )


# The same look, on the page of what follows: text then needs no formatting of its own for that.
KEPT = tuple(
    Style(f"{style.name} Kept", "p", style.name, style.following, "<w:keepNext/>")
    for style in _SHOWN
    if _kept(style)
)
ALL = (*_SHOWN, *KEPT, *CHARACTERS)
