"""The signals by which a note's kind is told: data, so that a configuration can add its own.

Words and places are those counted in public vaults (formats reference, §9.1). The points say how
much a signal is worth beside others: what the owner writes as the note's type outweighs where it
lies, which outweighs how it is headed; no points are tuned to a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from prep.model.note import NoteKind

Place = Literal["type", "tag", "folder", "in", "file", "key", "heading", "title", "shape"]
"""Where a word stands: a property that names the type, a tag, any folder of the path, the note's
own folder (of a folder note the one above), the file's name folded, a property's or label's key, a
heading, a word of the title, or what only the shape tells."""


class Signal(NamedTuple):
    """``word`` in ``place`` speaks for ``kind`` with ``points``."""

    place: Place
    word: str
    kind: NoteKind
    points: int


def _table(rows: Sequence[tuple[Place, NoteKind, int, str]]) -> tuple[Signal, ...]:
    return tuple(
        Signal(place, word.strip(), kind, points)
        for place, kind, points, words in rows
        for word in words.split("|")
    )


SIGNALS: tuple[Signal, ...] = _table((
    ("type", "person", 60, "person|people|contact|contacts|crmcontact|authors"),
    ("type", "meeting", 60, "meeting|meetings|1on1|11|oneonone|call|calls|interview|rob"),
    ("type", "meeting", 60, "transcript"),
    ("type", "account", 60, "customer|customers|company|companies|organisation|organization"),
    ("type", "account", 60, "organisations|organizations|account|accounts|client|vendor|partner"),
    ("type", "daily", 60, "daily|journal|dailynote"),
    ("type", "project", 60, "project|projects|initiative"),
    ("type", "clipping", 70, "clipping|clippings|article|webclip|bookmark|news"),
    ("type", "story", 70, "story|stories|achievement|win"),
    ("type", "role", 70, "role|jobdescription|jd|position|vacancy"),
    ("type", "template", 90, "template"),
    ("type", "index", 70, "index|moc|manifest"),
    ("tag", "person", 40, "person|people|contact|type/person|type/people|crm/person"),
    ("tag", "meeting", 40, "meeting|meetings|type/meeting|1-1|1on1|minutes"),
    ("tag", "account", 40, "type/customer|type/company|type/account|customer|company|account"),
    ("tag", "account", 40, "client|type/client"),
    ("tag", "daily", 40, "type/daily|daily|type/note/daily|journal|daily-note"),
    ("tag", "project", 40, "project|type/project"),
    ("tag", "clipping", 60, "clippings|clipping|article|webclip|type/clipping|type/article"),
    ("tag", "story", 50, "story|star-story|type/story"),
    ("tag", "role", 50, "type/role|jd|job-description"),
    ("tag", "transcript", 60, "transcript|type/transcript"),
    ("tag", "template", 60, "template|type/template"),
    ("tag", "index", 60, "moc|type/moc|type/index"),
    ("in", "person", 30, "people|persons|contacts|crm|👤 people"),
    ("in", "account", 30, "customers|companies|organisations|organizations|accounts|clients"),
    ("in", "project", 30, "projects"),
    ("in", "story", 40, "stories|achievements"),
    ("in", "role", 40, "roles|job descriptions|jobs"),
    ("folder", "person", 15, "people|persons|contacts|crm"),
    ("folder", "meeting", 40, "meetings|meeting notes|meeting minutes|minutes|1-1s|1on1s|1-on-1s"),
    ("folder", "meeting", 40, "calls"),
    ("folder", "daily", 30, "daily|daily notes|journal|journals|dailies|diary"),
    ("folder", "clipping", 50, "clippings|articles|web clips|readwise|news|read later"),
    ("folder", "transcript", 60, "transcripts"),
    ("folder", "template", 200, "templates|template"),
    ("file", "index", 80, "manifest|moc|index|tableofcontents|toc|home|dashboard"),
    ("key", "clipping", 25, "published|clipped|sourceurl|urlsource|publishedtime|readwiseurl"),
    ("heading", "clipping", 15, "metadata|highlights"),
    ("key", "meeting", 25, "granolaid|firefliesid|sourceref|transcripturl|granolaurl"),
    ("key", "meeting", 30, "attendees|participants|meetingdate|meetingdatetime"),
    ("key", "person", 20, "lastcontact|lastcontacted|birthday|reportsto|nickname|lastchatted"),
    ("heading", "meeting", 40, "attendees|present|participants|remote attendees|attendance"),
    ("heading", "meeting", 40, "in attendance|attendees (in alphabetical order)|who was there"),
    ("heading", "meeting", 20, "action items|agenda|minutes|meeting notes|discussion|decisions"),
    ("heading", "person", 15, "recent context|contact|relationship|how we met"),
    ("title", "meeting", 15, "meeting|minutes|call|sync|standup|stand-up|1:1|1-1|1on1|catchup"),
    ("title", "meeting", 15, "catch-up|kickoff|kick-off|interview|debrief|retro|retrospective"),
    ("title", "index", 30, "moc"),
    ("title", "template", 60, "template|templates"),
))  # fmt: skip
"""The signals that hold where a configuration adds none."""

_PLACES: Mapping[str, Place] = {
    "types": "type", "tags": "tag", "folders": "folder", "files": "file", "keys": "key",
    "headings": "heading", "titles": "title",
}  # fmt: skip
_CONFIGURED = 80
"""Points of a signal that the owner's configuration names: above ours but a template's."""


@dataclass(frozen=True, slots=True)
class KindRules:
    """How kinds are told.

    ``least``: points below which a note is of no kind. ``order``: which kind wins a tie.
    ``dayfirst``: 03/04/2025 is the third of April. ``language``: of notes that name none.
    ``table``: the signals by place and word; ``headings``: the words of those that are headings.
    """

    signals: tuple[Signal, ...] = SIGNALS
    least: int = 20
    order: tuple[NoteKind, ...] = (
        "template", "index", "transcript", "clipping", "meeting", "person", "account", "daily",
        "project", "story", "role", "other",
    )  # fmt: skip
    dayfirst: bool = False
    language: str = "en"
    table: Mapping[tuple[str, str], tuple[Signal, ...]] = field(init=False, repr=False)
    headings: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[tuple[str, str], tuple[Signal, ...]] = {}
        for signal in self.signals:
            at = (signal.place, signal.word)
            found[at] = (*found.get(at, ()), signal)
        object.__setattr__(self, "table", found)
        words = frozenset(word for place, word in found if place == "heading")
        object.__setattr__(self, "headings", words)


DEFAULT = KindRules()


def configured(
    kinds: Mapping[NoteKind, Mapping[str, Sequence[str]]],
    *,
    dayfirst: bool = False,
    language: str = "en",
) -> KindRules:
    """Return the rules with an owner's own signals: ``{"meeting": {"folders": ["Gespräche"]}}``.

    Places are types, tags, folders, files, keys, headings and titles; unknown ones are ignored.
    """
    own = tuple(
        Signal(_PLACES[place], word.lower(), kind, _CONFIGURED)
        for kind, places in kinds.items()
        for place, words in places.items()
        if place in _PLACES
        for word in words
    )
    return KindRules(signals=SIGNALS + own, dayfirst=dayfirst, language=language)
