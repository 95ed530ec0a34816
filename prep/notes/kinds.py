"""What kind of note a file is: signals, each worth some points, and the kind with the most.

The signals and their order are those counted in public vaults (formats reference, §9.1). They are
data, so that a configuration can give its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from prep.model.note import Field, NoteKind
from prep.notes import days, values
from prep.notes.row import Row


class Signal(NamedTuple):
    """``word`` in ``place`` speaks for ``kind`` with ``points``.

    Places: ``type`` (a property that names the kind), ``tag``, ``folder`` (any folder of the
    path), ``key`` (a property of that name), ``heading``, ``file`` (the name, folded), ``line``
    (the beginning of one of the first lines).
    """

    place: str
    word: str
    kind: NoteKind
    points: int


def _signals(place: str, kind: NoteKind, points: int, words: str) -> tuple[Signal, ...]:
    return tuple(Signal(place, word, kind, points) for word in words.split("|"))


SIGNALS: tuple[Signal, ...] = (
    *_signals("type", "person", 60, "person|people|contact|contacts|crmcontact"),
    *_signals("type", "meeting", 60, "meeting|meetings|1on1|11|one on one|call|interview|rob"),
    *_signals("type", "account", 60, "customer|customers|company|companies|organisation|organization|organisations|organizations|account|accounts|client|vendor|partner"),
    *_signals("type", "daily", 60, "daily|journal|dailynote"),
    *_signals("type", "project", 60, "project|projects|initiative"),
    *_signals("type", "clipping", 70, "clipping|clippings|article|webclip|bookmark|news"),
    *_signals("type", "story", 70, "story|stories|achievement|win"),
    *_signals("type", "role", 70, "role|jobdescription|jd|position|vacancy"),
    *_signals("type", "transcript", 80, "transcript"),
    *_signals("type", "template", 90, "template"),
    *_signals("type", "index", 70, "index|moc|manifest"),
    *_signals("tag", "person", 40, "person|people|contact|type/person|type/people|crm/person"),
    *_signals("tag", "meeting", 40, "meeting|meetings|type/meeting|1-1|1on1"),
    *_signals("tag", "account", 40, "type/customer|type/company|type/account|customer|company|account|client"),
    *_signals("tag", "daily", 40, "type/daily|daily|type/note/daily|journal"),
    *_signals("tag", "project", 40, "project|type/project"),
    *_signals("tag", "clipping", 60, "clippings|clipping|article|webclip"),
    *_signals("tag", "story", 50, "story|star-story"),
    *_signals("tag", "transcript", 60, "transcript|type/transcript"),
    *_signals("tag", "template", 60, "template"),
    *_signals("folder", "person", 30, "people|persons|contacts|crm"),
    *_signals("folder", "meeting", 30, "meetings|meeting notes|1-1s|1on1s|1-on-1s|minutes|calls"),
    *_signals("folder", "account", 15, "customers|companies|organisations|organizations|accounts|clients"),
    *_signals("folder", "daily", 30, "daily|daily notes|journal|journals|dailies"),
    *_signals("folder", "project", 25, "projects"),
    *_signals("folder", "clipping", 50, "clippings|articles|web clips|readwise|news"),
    *_signals("folder", "story", 40, "stories"),
    *_signals("folder", "role", 40, "roles|job descriptions|jobs"),
    *_signals("folder", "transcript", 60, "transcripts"),
    *_signals("folder", "template", 100, "templates|template|_templates"),
    *_signals("file", "index", 80, "manifest|moc|index|tableofcontents|toc"),
    *_signals("key", "clipping", 25, "published|clipped|sourceurl"),
    *_signals("key", "transcript", 30, "transcripturl"),
    *_signals("key", "meeting", 25, "granolaid|firefliesid|sourceref"),
    *_signals("key", "person", 20, "lastcontact|lastcontacted|birthday|reportsto|nickname"),
    *_signals("heading", "meeting", 30, "attendees|present|participants|remote attendees|attendance|action items|agenda|minutes"),
    *_signals("heading", "person", 15, "recent context|open tasks|contact|relationship"),
    *_signals("line", "clipping", 60, "url source:|markdown content:"),
)  # fmt: skip
"""The signals that hold where a configuration gives none."""

_TYPE_KEYS = frozenset(
    {"type", "kind", "fileclass", "categories", "category", "filerole", "notetype"}
)
_PEOPLE_KEYS = frozenset({"participants", "attendees", "people", "members", "present", "invitees"})
_NAME_PREFIX = re.compile(r"^[_!@~.\s]+")
_BOILERPLATE = re.compile(
    r"^(?:you may also like|related (?:articles|posts|stories)|share this|subscribe(?: now)?|"
    r"sign up for|enjoyed this|no spam|unsubscribe|get (?:the )?(?:weekly|daily)|advertisement|"
    r"read more|follow us|leave a comment|all rights reserved|©|join \d|cookie)",
    re.IGNORECASE,
)


class KindRules(NamedTuple):
    """The signals by which kinds are told, and the kinds in the order in which a tie is broken."""

    signals: tuple[Signal, ...] = SIGNALS
    order: tuple[NoteKind, ...] = (
        "template", "index", "transcript", "clipping", "meeting", "person", "account", "daily",
        "project", "story", "role", "other",
    )  # fmt: skip


DEFAULT = KindRules()


class Kind(NamedTuple):
    """A kind, and in words what decided it."""

    kind: NoteKind
    why: str


def tell(
    path: str,
    fields: Sequence[Field],
    tags: Sequence[str],
    rows: Sequence[Row],
    rules: KindRules = DEFAULT,
) -> Kind:
    """Score the signals of a note and return the kind with the most points, and why."""
    found = list(_found(path, fields, tags, rows, rules))
    front = {field.key: field for field in fields if field.place == "front"}
    if _is_meeting(front, fields):
        found = [
            signal for signal in found if signal[0].kind not in ("person", "account", "project")
        ]
        found.append(
            (Signal("key", "date and people", "meeting", 60), "a date with a list of people")
        )
    found.extend(_of_shape(path, front, rows))
    scores: dict[NoteKind, int] = {}
    for signal, _ in found:
        scores[signal.kind] = scores.get(signal.kind, 0) + signal.points
    if not scores:
        return Kind("other", "no signal")
    best = max(scores, key=lambda kind: (scores[kind], -rules.order.index(kind)))
    reasons = dict.fromkeys(why for signal, why in found if signal.kind == best)
    return Kind(best, ", ".join(reasons))


def _is_meeting(front: dict[str, Field], fields: Sequence[Field]) -> bool:
    """A date with a list of people is a meeting whatever the ``type`` says (§0.4)."""
    if not any(days.day_in(front[key].value) for key in days.FIELD_KEYS if key in front):
        return False
    return (
        any(field.key in _PEOPLE_KEYS and field.values for field in fields) or "sourceref" in front
    )


def _found(
    path: str, fields: Sequence[Field], tags: Sequence[str], rows: Sequence[Row], rules: KindRules
) -> Iterable[tuple[Signal, str]]:
    words = _words(path, fields, tags, rows)
    for signal in _table(rules).get_all(words):
        yield signal, f"{signal.place} `{signal.word}`"


class _Lookup(dict[tuple[str, str], tuple[Signal, ...]]):
    """Signals by place and word."""

    def get_all(self, words: Iterable[tuple[str, str]]) -> Iterable[Signal]:
        for word in words:
            yield from self.get(word, ())


_LOOKUPS: dict[KindRules, _Lookup] = {}


def _table(rules: KindRules) -> _Lookup:
    known = _LOOKUPS.get(rules)
    if known is None:
        known = _Lookup()
        for signal in rules.signals:
            at = (signal.place, signal.word)
            known[at] = (*known.get(at, ()), signal)
        _LOOKUPS[rules] = known
    return known


def _words(
    path: str, fields: Sequence[Field], tags: Sequence[str], rows: Sequence[Row]
) -> Iterable[tuple[str, str]]:
    """All (place, word) pairs of a note, each once."""
    found: dict[tuple[str, str], None] = {}
    *folders, name = path.lower().split("/")
    for folder in folders:
        found["folder", _NAME_PREFIX.sub("", folder.lstrip("0123456789 -_👤📁"))] = None
    found["file", values.key(name.rpartition(".")[0] or name)] = None
    for field in fields:
        if field.key in _TYPE_KEYS:
            for value in field.values:
                found["type", values.key(value.strip("[]#").rpartition("/")[2])] = None
        if field.values:
            found["key", field.key] = None
    for tag in tags:
        found["tag", tag.lower()] = None
    for row in rows:
        if row.kind == "heading" or (row.text.startswith("**") and len(row.text) < 40):
            found["heading", row.text.strip("*_: ").lower()] = None
    return found


def _of_shape(
    path: str, front: dict[str, Field], rows: Sequence[Row]
) -> Iterable[tuple[Signal, str]]:
    """Signals that are no single word: names that are a day, folder notes, placeholders, soup."""
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    if days.whole_day(stem):
        yield Signal("file", "day", "daily", 35), "its name is a day"
    parts = folders.lower().split("/")
    if stem.lower() in ("readme", "index") and len(parts) < 2:
        yield Signal("file", "readme", "index", 40), f"file `{name}`"
    if any(values.placeholder(field.value) for field in front.values()):
        yield Signal("key", "placeholder", "template", 100), "a placeholder in its properties"
    web = front.get("source") or front.get("url")
    if web and web.value.startswith("http"):
        yield Signal("key", "source", "clipping", 40), "its source is a web page"
    if not front and len(rows) > 3:
        soup = sum(bool(_BOILERPLATE.match(row.text)) for row in rows)
        if soup > 1:
            yield Signal("line", "boilerplate", "clipping", 20 * soup), "a web page's boilerplate"
