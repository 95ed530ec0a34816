"""Attendance lists, in all their spellings: a heading with a list or a table, a label, a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.identity.labels import label_of, list_kind
from prep.model.naming import Naming, Place
from prep.model.note import Block, Note
from prep.names import Written, fold, is_initials, read_name, split_names
from prep.patterns import lazy
from prep.words import spellings

ATTEND_KEYS = frozenset(
    ["participants", "attendees", "attendee", "people", "members", "teammembers", "presentedby",
     "present", "attending", "with", "who", "invitees", "guests", "interviewers", "panel"]
)  # fmt: skip
ABSENT_KEYS = frozenset(["absent", "regrets", "apologies", "declined", "notpresent", "excused"])
_COLUMNS = frozenset(
    ["name", "abbreviation", "organization", "organisation", "company", "role", "email",
     "affiliation", "initials", "attendee", "title", "github", "handle", "employer", "team"]
)  # fmt: skip
_EMPTY = frozenset(["", "none", "n a", "na", "nobody", "tbd", "name", "names", "all", "everyone"])
_WHITE = "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_WORDS = """rem in- inp loc vir onl key mee oth ext int and on- ons add lis zoo pho att pre par who
peo mem vis gue obs inv tei anw abw rol vot pan reg abs apo not exc ent dec cou min mod cha co- coc
hos fac scr spe led"""
_BEGINS = spellings(
    *_WORDS.split(), *(f"{word}{c}" for word in ("in", "on", "or") for c in f"{_WHITE}/,")
)
_MARKS = frozenset(f"*_:#&{_WHITE}")
"""How a line begins that announces a list (``labels.list_kind``): by three letters or a mark."""
_NUMBER = lazy(r"^\d+[.)]\s+")
_CUT = lazy(r"\s*(?:regrets?|absent|apologies)\s*:\s*", re.IGNORECASE)


def attendance(note: Note) -> Iterator[Naming]:
    """All whom a list of the note names as present, or as absent, with what it says of them."""
    yield from _fields(note)
    blocks = note.blocks
    reader = _Lists(note)
    last = -1
    for start in [i for i, block in enumerate(blocks) if may_announce(block.text)]:
        for index in range(max(start, last + 1), len(blocks)):
            yield from reader.read(index, blocks[index])
            last = index
            if not reader.within:
                break


def may_announce(text: str) -> bool:
    """May a line announce a list, by how it begins? False is certain."""
    return text[:3] in _BEGINS or text[:1] in _MARKS or text[:1] > "\x7f"


class _Lists:
    """Goes through the blocks of a note, knowing which list they stand in, if any."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._place: Place | None = None
        self._serving = ""
        self._under: int | None = None
        self._columns: list[str] = []

    @property
    def within(self) -> bool:
        """Whether a list goes on."""
        return self._place is not None

    def read(self, index: int, block: Block) -> Iterator[Naming]:
        """The persons that a block names, when it is or continues a list."""
        if block.kind in ("heading", "paragraph"):
            yield from self._announcing(index, block)
        elif block.kind == "rule":
            self._place = None
        elif self._place is None:
            if block.kind == "item" and ":" in block.text[:48]:
                kind, rest = _announced(block.text)
                yield from _line(rest, block.line, block.episode, _place(kind), "")
        elif block.kind == "row":
            self._columns = self._columns or _columns(block.text)
            yield from _row(block.text, block.line, block.episode, self._place, self._columns)
        elif block.kind == "code":
            yield from _code(block, self._place)
        elif block.kind == "item":
            yield from _item(self._note, block, self._place, self._serving)

    def _announcing(self, index: int, block: Block) -> Iterator[Naming]:
        kind, rest = _announced(block.text)
        heading = block.kind == "heading"
        if kind or heading:
            self._place, self._columns = _place(kind), []
            self._under = index if heading else block.heading
            self._serving = block.text.partition(":")[0].strip(" *") if kind == "serving" else ""
            yield from _line(rest, block.line, block.episode, self._place, self._serving)
            if rest:
                self._place = None
        elif self._place and _is_list(block.text):
            yield from _line(block.text, block.line, block.episode, self._place, self._serving)
        elif block.heading != self._under:
            self._place = None


def _place(kind: str) -> Place | None:
    if kind == "absent":
        return "absent"
    return "attendee" if kind else None


def _announced(text: str) -> tuple[str, str]:
    """The kind of list that a line announces, and what stands after its colon."""
    if len(text) > 48 and text.find(":", 0, 61) < 0:
        return "", ""
    head, colon, rest = text.partition(":")
    if len(head) > 60 or len(text) > 2000 or "\n" in head:
        return "", ""
    kind = list_kind(head)
    if kind and (colon or text.startswith("**")):
        return kind, rest.strip(" *_:")
    return (list_kind(text), "") if not colon else ("", "")


def _is_list(text: str) -> bool:
    return "," in text and len(text) < 2000 and ". " not in text


def _fields(note: Note) -> Iterator[Naming]:
    """The lists of the front matter and of two-column tables; other fields are read as lines."""
    for field in note.fields:
        if field.place not in ("front", "table"):
            continue
        if field.key in ABSENT_KEYS or field.key in ATTEND_KEYS:
            place: Place = "absent" if field.key in ABSENT_KEYS else "participant"
            for value in field.values:
                yield from _person(read_name(value), field.line, 0, place)


def _line(
    text: str, line: int, episode: int, place: Place | None, serving: str
) -> Iterator[Naming]:
    if place is None or not text:
        return
    here, *away = _CUT.split(text, maxsplit=1)
    for at, part in enumerate(here.split("\n")):
        for name in split_names(_NUMBER.sub("", part.strip(" *-•"))):
            yield from _person(read_name(name), line + at, episode, place, serving)
    for part in away:
        for name in split_names(part):
            yield from _person(read_name(name), line, episode, "absent")


def _item(note: Note, block: Block, place: Place, serving: str) -> Iterator[Naming]:
    """An item of the list: one person; or a label and its names (``Team A: Bo, Cy``)."""
    text = block.text.split("\n")[0]
    held = note.blocks[block.parent].text if block.parent is not None else ""
    if held and not (held.endswith(":") or list_kind(held)):
        return
    label = label_of(text)
    if label and label.colon:
        where: Place = "absent" if list_kind(label.who) == "absent" else place
        yield from _line(text[label.end :], block.line, block.episode, where, serving)
    elif len(text) <= 200:
        who = read_name(_NUMBER.sub("", text))
        yield from _person(who, block.line, block.episode, place, serving)


def _columns(text: str) -> list[str]:
    """The folded heads of a table's columns; ``[""]`` when its first row is a person's already."""
    cells = [fold(cell) for cell in text.split(" | ")]
    return cells if any(cell.rpartition(" ")[2] in _COLUMNS for cell in cells) else [""]


def _code(block: Block, place: Place) -> Iterator[Naming]:
    """A table that was put into a code fence to keep its columns."""
    columns: list[str] = []
    for at, line in enumerate(block.text.split("\n")):
        row = line.strip()
        if not row.startswith("|") or set(row) <= set("|-: "):
            continue
        text = " | ".join(cell.strip() for cell in row.strip("|").split("|"))
        columns = columns or _columns(text)
        yield from _row(text, block.line + at, block.episode, place, columns)


def _row(text: str, line: int, episode: int, place: Place, columns: list[str]) -> Iterator[Naming]:
    cells = [cell.strip() for cell in text.split(" | ")]
    if [fold(c) for c in cells] == columns or not any(cells):
        return
    told = dict(zip(columns, cells, strict=False)) if len(columns) > 1 else {}
    person = read_name(_cell(told, "name", "attendee", "participant") or cells[0])
    short = _cell(told, "abbreviation", "initials", "abbr", "acronym") or person.short
    person = person._replace(
        org=_cell(told, "organization", "organisation", "company", "affiliation", "employer")
        or person.org,
        role=_cell(told, "role", "title", "position") or person.role,
        email=_cell(told, "email", "mail") or person.email,
        handle=_cell(told, "github", "handle", "username").lstrip("@") or person.handle,
        short=short.strip("() ") if is_initials(short.strip("() ")) else "",
    )
    yield from _person(person, line, episode, place)


def _cell(told: dict[str, str], *names: str) -> str:
    for column, value in told.items():
        if column and any(name in column.split() for name in names):
            return value.strip(" *")
    return ""


def _is_name(text: str) -> bool:
    """A listed name may be a lone word of any case, or a handle; several words need a capital."""
    words = text.split()
    return len(words) == 1 or (
        len(words) <= 5 and ":" not in text and any(c.isupper() for c in text)
    )


def _person(
    who: Written, line: int, episode: int, place: Place, serving: str = ""
) -> Iterator[Naming]:
    """What one listed person gives: the name, its aliases, its initials, its employer."""
    key = fold(who.name)
    if key in _EMPTY or key.isdigit() or not _is_name(who.name):
        return
    role = who.role or serving.lower()
    yield Naming(
        who.name, key, place, line, episode, "person",
        email=who.email, handle=who.handle, org=who.org, role=role,
    )  # fmt: skip
    for form in (*who.aliases, *([who.short] if who.short else [])):
        yield Naming(form, fold(form), "alias", line, episode, "person", full=who.name)
    if who.handle and fold(who.handle) != key:
        yield Naming(who.handle, fold(who.handle), "handle", line, episode, "person", full=who.name)
    if who.org:
        yield Naming(who.org, fold(who.org), "field", line, episode, "account", full=who.name)
