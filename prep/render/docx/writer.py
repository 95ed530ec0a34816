"""A page's tree to a .docx."""

from __future__ import annotations

from prep.markdown.document import parse
from prep.markdown.embeds import expand
from prep.markdown.tree import Page, Paragraph, Text, first_heading, starts_with_title
from prep.patterns import lazy
from prep.render.docx import package
from prep.render.docx.blocks import Writer
from prep.render.docx.ledger import Ledger
from prep.render.docx.package import Part
from prep.render.docx.place import Place, properties
from prep.render.docx.reference import Reference, language_tag, own
from prep.render.docx.runs import field
from prep.render.docx.xml import DECLARATION, ROOT
from prep.render.options import DocxOptions

# Page sizes in twentieths of a point; margins of 2 cm.
_PAGES = {"a4": (11906, 16838), "letter": (12240, 15840)}
_MARGIN = 1134
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_PAGE_OF = {"en": ("Page ", " of "), "de": ("Seite ", " von ")}
_DAY = lazy(r"\d{4}-\d\d-\d\d(?!\d)")
# A longer title would push the page number off the line.
_LONGEST_TITLE = 80


def document(markdown: str, options: DocxOptions) -> bytes:
    """A Word file of the page; the same bytes for the same words and options.

    Raises PrepError for a reference document that cannot be one.
    """
    page = parse(expand(markdown, options.notes) if options.notes else markdown)
    reference = _reference(options)
    ledger = Ledger(page, options, reference)
    writer = Writer(ledger)
    width = reference.width or _PAGES[options.page_size][0] - 2 * _MARGIN
    body = _title(writer) + writer.blocks(page.blocks, Place(width))
    notes = _notes(writer, width)
    title = _title_of(page, options)
    parts = _parts(reference, ledger, notes, _footer(writer, title, width))
    main = f"{DECLARATION}<w:document {ROOT}><w:body>{body}{_section(ledger)}</w:body></w:document>"
    core = package.core(_properties(page, options, title))
    return package.pack(
        [
            Part(package.MAIN, _MAIN_TYPE, main.encode(), reference.relations + ledger.body.all()),
            *parts,
            *ledger.media.values(),
            Part(package.CORE, "application/vnd.openxmlformats-package.core-properties+xml", core),
            Part(package.APP, _APP_TYPE, package.app()),
        ]
    )


def _reference(options: DocxOptions) -> Reference:
    ours = own(language_tag(options.language))
    if options.reference_doc is None:
        return ours
    from prep.render.docx.merge import merged  # python-docx: only for documents from elsewhere

    return merged(options.reference_doc, ours)


_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def _title_of(page: Page, options: DocxOptions) -> str:
    return page.front.get("title", "") or first_heading(page) or options.title


def _title(writer: Writer) -> str:
    """The front matter's title is printed only where the page does not begin with its own."""
    page = writer.ledger.page
    title, subtitle = page.front.get("title", ""), page.front.get("subtitle", "")
    if starts_with_title(page):
        title = ""
    lines = (("Title", title), ("Subtitle", subtitle))
    return "".join(
        f"<w:p>{properties(writer.ledger, name)}{writer.runs.words(words)}</w:p>"
        for name, words in lines
        if words
    )


def _notes(writer: Writer, width: int) -> str:
    """The footnotes that the body cites."""
    ledger = writer.ledger
    ledger.in_notes = True
    mark = _note_mark(writer)
    written: list[str] = []
    for number, blocks in enumerate(ledger.page.notes):
        if number not in ledger.cited:
            continue
        place = Place(width, note=True)
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        head = writer.paragraph(first.children if first else (Text(""),), place, lead=mark)
        rest = writer.blocks(blocks[1:] if first else blocks, place)
        written.append(f'<w:footnote w:id="{number + 1}">{head}{rest}</w:footnote>')
    ledger.in_notes = False
    return "".join(written)


def _note_mark(writer: Writer) -> str:
    style = writer.ledger.style("footnote reference")
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteRef/></w:r>'
        f"{writer.runs.words(' ')}"
    )


def _footer(writer: Writer, title: str, width: int) -> str:
    """Title to the left, page of pages to the right, in the page's language."""
    ledger = writer.ledger
    page, of = _PAGE_OF.get(ledger.options.language[:2], _PAGE_OF["en"])
    short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    words = writer.runs.words
    # The style's own stops are for another width.
    stops = [stop for stop in ledger.reference.footer_stops if stop != width]
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in stops)
    tabs = f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs>' if stops else ""
    ppr = properties(ledger, "footer", numbering=tabs)
    return (
        f"{DECLARATION}<w:ftr {ROOT}><w:p>{ppr}{words(short)}<w:r><w:tab/></w:r>{words(page)}"
        f"{field(' PAGE ', '1')}{words(of)}{field(' NUMPAGES ', '1')}</w:p></w:ftr>"
    )


def _section(ledger: Ledger) -> str:
    reference = ledger.reference
    wide, high = _PAGES[ledger.options.page_size]
    footer = ""
    if "w:footerReference" not in reference.section:
        relation = ledger.body.add("footer", "footer1.xml")
        footer = f'<w:footerReference w:type="default" r:id="{relation}"/>'
    size = reference.page or (
        f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" '
        f'w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="567" w:footer="567" w:gutter="0"/>'
    )
    return f"<w:sectPr>{reference.section}{footer}{size}</w:sectPr>"


def _parts(reference: Reference, ledger: Ledger, notes: str, footer: str) -> list[Part]:
    """The reference's parts, ours filled in."""
    added = {
        "word/footnotes.xml": ("</w:footnotes>", notes, ledger.notes.all()),
        "word/numbering.xml": ("</w:numbering>", "".join(ledger.numberings), ()),
    }
    parts: list[Part] = []
    for part in reference.parts:
        if part.name in added:
            end, more, relations = added[part.name]
            data = part.data.replace(end.encode(), (more + end).encode())
            parts.append(part._replace(data=data, relations=part.relations + relations))
        else:
            parts.append(part)
    return [*parts, Part("word/footer1.xml", _FOOTER_TYPE, footer.encode())]


def _properties(page: Page, options: DocxOptions, title: str) -> list[tuple[str, str]]:
    """In Word's order. The day is the page's; the hour is nobody's business."""
    front = page.front
    days = (front.get("as_of", ""), front.get("date", ""), options.created)
    day = next((day[:10] for day in days if _DAY.match(day)), "")
    stamp = f"{day}T00:00:00Z" if day else ""
    author = front.get("author", "") or options.author
    return [
        ("dc:title", title),
        ("dc:subject", front.get("subject", "") or options.subject),
        ("dc:creator", author),
        ("cp:keywords", front.get("keywords", "") or front.get("tags", "") or options.keywords),
        ("cp:lastModifiedBy", author),
        ("cp:revision", "1"),
        ("dcterms:created", stamp),
        ("dcterms:modified", stamp),
        ("dc:language", options.language),
    ]
