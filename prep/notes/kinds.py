"""What kind of note a file is: its signals are added up, and the kind with the most points wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from prep.model.note import Field, NoteKind
from prep.notes import boilerplate, days, event, turns, values
from prep.notes.filenames import Named
from prep.notes.row import Row
from prep.notes.signals import DEFAULT, KindRules, Signal
from prep.patterns import lazy

_TYPE_KEYS = frozenset(
    {"type", "kind", "fileclass", "categories", "category", "filerole", "notetype", "class"}
)
_PEOPLE_KEYS = frozenset({"participants", "attendees", "people", "members", "present", "invitees"})
_UNDER = frozenset(
    {"people", "persons", "contacts", "customers", "accounts", "companies", "projects"}
)
_FOLDER_NOTES = frozenset({"readme", "index", "_index"})
_NAMING_KEYS = frozenset({"title", "name", "date", "created", "aliases", "type"})
_LEADING = lazy(r"^[\d\W_]+(?=[^\W\d_])")
_SEPARATORS = str.maketrans("_,()[]", "      ")
_PERSON_NAME = lazy(r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_][\w.'’]*){1,3}$")
_NUMBERED = lazy(r"(?:[\w ]+ )?(?:meeting|call|session)[ _-]?#?\d+$", re.IGNORECASE)
_MANY = 8
"""Turns with a time that make a transcript; fewer may be an agenda with its clock."""


_EARLY = 300
"""Seconds from its start within which a talk's first time stands."""


class Kind(NamedTuple):
    """A kind, and in words what decided it."""

    kind: NoteKind
    why: str


def tell(
    path: str,
    fields: Sequence[Field],
    tags: Sequence[str],
    rows: Sequence[Row],
    named: Named,
    rules: KindRules = DEFAULT,
) -> Kind:
    """Score the signals of a note and return the kind with the most points, and why."""
    front = {field.key: field for field in fields if field.place == "front"}
    table = rules.table
    found = [
        (signal, f"{signal.place} `{signal.word}`")
        for word in dict.fromkeys(_words(path, fields, tags, rows, rules.headings))
        if word in table
        for signal in table[word]
    ]
    found.extend(_of_path(path, named, rows))
    found.extend(_of_front(front, rows))
    if _is_meeting(front, fields):
        found = [pair for pair in found if pair[0].kind not in ("person", "account", "project")]
        found.append((_shape("meeting", 60), "a date with a list of people"))
    scores: dict[NoteKind, int] = {}
    for signal, _ in found:
        scores[signal.kind] = scores.get(signal.kind, 0) + signal.points
    scores = {kind: points for kind, points in scores.items() if points >= rules.least}
    if not scores:
        return Kind("other", "no signal is strong enough" if found else "no signal")
    best = max(scores, key=lambda kind: (scores[kind], -rules.order.index(kind)))
    return Kind(best, ", ".join(dict.fromkeys(why for signal, why in found if signal.kind == best)))


def _is_meeting(front: Mapping[str, Field], fields: Sequence[Field]) -> bool:
    """A date with a list of people is a meeting whatever the ``type`` says (formats, §0.4)."""
    if not any(days.day_in(front[key].value) for key in event.FIELD_KEYS if key in front):
        return False
    if "sourceref" in front:
        return True
    return any(field.key in _PEOPLE_KEYS and field.values for field in fields)


def _words(
    path: str,
    fields: Sequence[Field],
    tags: Sequence[str],
    rows: Sequence[Row],
    known: frozenset[str],
) -> Iterator[tuple[str, str]]:
    """Give the (place, word) pairs of a note; of its headings those that are ``known``."""
    yield from _path_words(path)
    for field in fields:
        if field.key in _TYPE_KEYS:
            for value in field.values:
                yield "type", values.key(value.strip("[]#").rpartition("/")[2])
        if field.values:
            yield "key", field.key
    for tag in tags:
        yield "tag", tag.lower()
    headings = [
        row.text.strip("*_: ").lower()
        for row in rows
        if row.kind == "heading" or (row.text[:2] == "**" and len(row.text) < 40)
    ]
    if not known.isdisjoint(headings):
        yield from (("heading", text) for text in headings if text in known)
    if headings:
        yield from _title_words(headings[0])


def _path_words(path: str) -> Iterator[tuple[str, str]]:
    above, _, name = path.lower().rpartition("/")
    stem = name.rpartition(".")[0] or name
    folders = above.split("/") if "/" in path else []
    is_folder_note = len(folders) > 1 and (stem in _FOLDER_NOTES or stem == folders[-1])
    yield from _folder_words(above, is_folder_note=is_folder_note) if folders else ()
    yield "file", values.key(stem)
    yield from _title_words(stem)


@lru_cache(maxsize=1024)
def _folder_words(path: str, *, is_folder_note: bool) -> tuple[tuple[str, str], ...]:
    """Return the pairs of the folders above a note, which all notes beside it share."""
    folders = path.split("/")
    own = folders[-2] if is_folder_note else folders[-1]
    every = [("folder", word) for folder in folders for word in _spellings(folder)]
    return (*every, *(("in", word) for word in _spellings(own)))


def _spellings(folder: str) -> tuple[str, ...]:
    """Return a folder's name as it is, without the number or sign before it, with blanks."""
    bare = _LEADING.sub("", folder)
    return (folder, bare, bare.replace("-", " ").replace("_", " "))


def _title_words(text: str) -> Iterator[tuple[str, str]]:
    for word in text.translate(_SEPARATORS).split():
        yield "title", word.strip(".-–:")


def _of_path(path: str, named: Named, rows: Sequence[Row]) -> Iterator[tuple[Signal, str]]:
    """What the name tells without any one word: a day, a day and a title, a person, a folder."""
    folders, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    above = _bare_folders(folders.lower())
    if ending.lower() in ("vtt", "srt"):
        yield _shape("transcript", 200), f"a .{ending} file"
    if named.alone:
        yield _shape("daily", 35), "its name is a day"
    elif named.day or (rows and rows[0].kind == "heading" and days.day_in(rows[0].text)):
        filed = bool(above & _UNDER)
        yield _shape("meeting", 35 if filed else 15), "a day in its name"
    elif _PERSON_NAME.match(stem):
        yield _shape("person", 10 if above & _UNDER else 0), "its name may be a person's"
    if _NUMBERED.match(stem):
        yield _shape("meeting", 25), "a meeting with a number"
    if stem.lower() in _FOLDER_NOTES and "/" not in folders:
        yield _shape("index", 40), f"file `{name}`"


@lru_cache(maxsize=1024)
def _bare_folders(path: str) -> frozenset[str]:
    return frozenset(_LEADING.sub("", folder) for folder in path.split("/"))


def _of_front(front: Mapping[str, Field], rows: Sequence[Row]) -> Iterator[tuple[Signal, str]]:
    """What properties and text tell without any one word: placeholders, web pages, transcripts."""
    open_ = [field.key for field in front.values() if values.placeholder(field.value)]
    if len(open_) > 1 or _NAMING_KEYS.intersection(open_):
        yield _shape("template", 100), "placeholders in its properties"
    if rows and rows[0].kind == "heading" and values.placeholder(rows[0].text):
        yield _shape("template", 60), "a placeholder as its title"
    web = front.get("source") or front.get("url")
    if web and web.value.lstrip("\"'").startswith("http"):
        yield _shape("clipping", 40), "its source is a web page"
    soup = 0 if front else boilerplate.count(rows)
    if soup > 2:
        yield _shape("clipping", 15 * soup), "a web page's boilerplate"
    if _is_talk(rows):
        yield _shape("transcript", 150), "turns with their times"


def _is_talk(rows: Sequence[Row]) -> bool:
    """Whether a note is a talk with its times: many, from the talk's start on, and little else.

    A day's log has times too, but they are the clock's; a meeting's note may hold a talk as a part.
    """
    spoken = [row for row in rows if row.kind == "paragraph"]
    if len(spoken) < _MANY or len(rows) - len(spoken) > _MANY:
        return False
    cues = [cue for row in spoken if (cue := turns.CUE.match(row.text))]
    if len(cues) < _MANY or len(cues) * 4 < len(spoken):
        return False
    return turns.seconds(cues[0]) < _EARLY


def _shape(kind: NoteKind, points: int) -> Signal:
    return Signal("shape", "", kind, points)
