"""All names in one note, with what the very place declares of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from prep.identity.attendance import attendance
from prep.identity.cast import Cast
from prep.identity.declared import declared
from prep.identity.labels import may_be_who
from prep.identity.mentions import mentions
from prep.identity.owning import owners_of
from prep.identity.units import Unit, units
from prep.model.naming import Naming
from prep.model.note import Note
from prep.names import Written, fold, is_initials, read_name


def namings(note: Note) -> tuple[Naming, ...]:
    """The names that one note writes. A pure function of the note; each (key, place, episode) once.

    What only the file as a whole tells is settled here: initials and first names of speakers and
    owners carry in ``full`` the one attendee they mean; an account that a place gives as somebody's
    employer carries in ``full`` that person's name.
    """
    lines = units(note)
    found = [*declared(note), *attendance(note)]
    labelled = [u for u in lines if u.label is not None]
    found = list(_unmixed(found, labelled))
    listed = {n.line for n in found if n.place in ("attendee", "absent")}
    found += mentions(note, lines, listed)
    found += _episodes(note)
    labels = [u for u in labelled if u.label and not u.title and may_be_who(u.label.who)]
    if labels or note.tasks or any(u.act for u in lines):
        cast = Cast(found)
        found += _speakers(note, labels, cast)
        found += _owners(note, lines, cast)
    return tuple(_once(found))


def _once(found: Iterable[Naming]) -> Iterator[Naming]:
    """The first of each name at each sort of place; attendance keeps what it says."""
    seen: set[tuple[str, str, int, str, str]] = set()
    for naming in found:
        mark = (naming.key, naming.place, naming.episode, naming.full, naming.role)
        if naming.key and mark not in seen:
            seen.add(mark)
            yield naming


def _unmixed(found: list[Naming], lines: list[Unit]) -> Iterator[Naming]:
    """``Bo Ek (XYB)``: a bracket is initials, not an employer, where the file has XYB speak."""
    speaks = {fold(u.label.who) for u in lines if u.label and u.label.colon}
    speaks |= {n.key for n in found if n.place == "alias" and n.kind == "person"}
    shorts = {s for s in speaks if len(s) <= 4}
    if not shorts:
        yield from found
        return
    for naming in found:
        listed = naming.place in ("attendee", "participant", "absent")
        if naming.place == "field" and naming.full and naming.key in shorts:
            continue
        if listed and fold(naming.org) in shorts:
            yield naming._replace(org="")
            yield Naming(
                naming.org,
                fold(naming.org),
                "alias",
                naming.line,
                naming.episode,
                "person",
                naming.name,
            )
        else:
            yield naming


def _episodes(note: Note) -> Iterator[Naming]:
    for number, episode in enumerate(note.episodes):
        for name in episode.names:
            yield Naming(name, fold(name), "heading", episode.line, number, "person")


def _speakers(note: Note, lines: list[Unit], cast: Cast) -> Iterator[Naming]:
    """Those who speak: a known one, or a label of a person's shape that returns."""
    labels = [(u, u.label.who, u.label.colon) for u in lines if u.label]
    times = Counter(fold(who) for _, who, colon in labels if colon)
    seen: set[str] = set()
    for unit, who, colon in labels:
        if who in seen:
            continue
        key = fold(who)
        meant = cast.who(who, speaking=True)
        returns = colon and times[key] > 1 and _personal(note, who)
        if not returns and (meant is None or not cast.members[meant.member].firm):
            continue
        seen.add(who)
        full = cast.members[meant.member].name if meant else ""
        yield Naming(
            who, key, "speaker", unit.line, note.blocks[unit.block].episode, "person",
            full=full if fold(full) != key else "",
        )  # fmt: skip


def _personal(note: Note, who: str) -> bool:
    """Is a label that nobody declared a person's? Only in minutes, only with a capital."""
    if note.kind not in ("meeting", "transcript", "daily"):
        return False
    return is_initials(who) or (who[0].isupper() and len(who.split()) <= 3)


def _owners(note: Note, lines: list[Unit], cast: Cast) -> Iterator[Naming]:
    for task in note.tasks:
        for owner in task.owners:
            who = read_name(owner)
            yield _owner(who, task.line, note.blocks[task.block].episode, cast)
    for unit in lines:
        if unit.act:
            for name in owners_of(unit.text):
                yield _owner(read_name(name), unit.line, note.blocks[unit.block].episode, cast)


def _owner(who: Written, line: int, episode: int, cast: Cast) -> Naming:
    meant = cast.who(who.name)
    full = cast.members[meant.member].name if meant and meant.certain else ""
    key = fold(who.name)
    return Naming(
        who.name, key, "owner", line, episode, "person",
        full=full if fold(full) != key else "", handle=who.handle,
    )  # fmt: skip
