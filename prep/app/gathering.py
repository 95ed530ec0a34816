"""From a subject to the evidence on it: the notes that bear on it, and what they state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prep.app import beside
from prep.app.clipped import news
from prep.app.lines import Lines
from prep.app.relevance import Room, counts, large, may_end, settled_by_owner
from prep.app.session import Session
from prep.app.tellings import statements
from prep.brief.evidence import Attribute, Direction, Evidence, NoteEvidence
from prep.model.brief import Audience, Contact, Source
from prep.model.claim import Claim, Placed, Thread
from prep.model.naming import Bearing, Subject
from prep.model.reading import Reading
from prep.names import fold
from prep.problems import Problem

NOTES = 80
"""Most notes a brief is gathered from, newest first: bounds the cost of a subject named in
thousands of notes."""
SERIES = 16
"""Most later meetings of one folder that are looked at for what became of a promise."""
PRACTICE_LOG = "Practice log.md"
"""The record of `prep practice`: about the owner, never about whom an interview is with."""
CONTACT = ("attended", "spoke", "addressed")
NO_MENTION = ("person", "account", "clipping")


def gather(
    session: Session, subject: Subject, *, audience: Audience = "me", since: str | None = None
) -> Evidence:
    """Everything the notes say on ``subject`` as of the session's day."""
    from prep import claims

    account = beside.account_of(session, subject)
    readings = [r for r in _readings(session, subject, account) if _past(r, session.as_of)]
    stood = _standing(session, subject, account, readings)
    bearing = tuple(
        placed
        for placed in _bearing(stood, subject, claims.owner_names(session.owner, subject))
        if not settled_by_owner(session.overrides, placed.path, placed.claim)
    )
    days = {reading.note.path: reading.note.day for reading in readings}
    notes = tuple(note for note, _ in stood)
    threads = _threads(readings, bearing, session, days, subject)
    contact = _last(notes, CONTACT)
    base = Evidence(
        subject=subject,
        as_of=session.as_of,
        owner=session.owner,
        notes=notes,
        threads=threads,
        contradictions=claims.contradictions(threads),
        directions=_directions(threads, session, subject),
        last_contact=contact,
        last_mention=_mention(notes),
        since=since or (contact.date if contact else None),
        audience=audience,
        problems=_problems(session, notes),
    )
    return _completed(session, base, bearing, [reading for _, reading in stood])


def _threads(
    readings: Sequence[Reading], bearing: Sequence[Placed], session: Session,
    days: Mapping[str, str | None], subject: Subject,
) -> tuple[Thread, ...]:  # fmt: skip
    """The subject's claims followed through time.

    What closes a promise may stand on a line that does not name the subject (a running list, an
    answer), so all claims of its notes are followed, and the threads that bear on it are kept.
    """
    from prep import claims

    own = set(bearing)
    others = [Placed(r.note.path, c) for r in readings for c in r.claims if may_end(c)]
    everything = [*bearing, *(placed for placed in others if placed not in own)]
    places = {_place(placed) for placed in own}
    return claims.follow(
        everything, as_of=session.as_of, days=days,
        me=tuple(claims.owner_names(session.owner, subject)),
        of=lambda placed: _place(placed) in places,
    )  # fmt: skip


def _place(placed: Placed) -> tuple[str, int, str, str]:
    """What a claim is known by, whatever the party is called."""
    return placed.path, placed.claim.line, placed.claim.rule, placed.claim.text


def _directions(
    threads: Sequence[Thread], session: Session, subject: Subject
) -> dict[Placed, Direction]:
    from prep import claims

    return {
        thread.claim: claims.direction(thread.claim.claim, session.owner, subject)
        for thread in threads
        if thread.claim.claim.kind in ("commitment", "open_question")
    }


def _completed(
    session: Session, base: Evidence, placed: Sequence[Placed], readings: Sequence[Reading]
) -> Evidence:
    from prep.app import answers, attributes, meeting

    attributed, tree = attributes.of(base, placed, readings)
    known = replace(base, attributes=attributed, subject=_placed_now(base.subject, attributed))
    return replace(
        known,
        tree=tree,
        unknown=_unknown(session, known),
        answers=answers.of(session, base),
        missing_links=answers.missing_links(session, base),
        meeting_kind=meeting.kind(base),
    )


def _placed_now(subject: Subject, found: Sequence[Attribute]) -> Subject:
    """The newest employer told is where somebody without a note of their own is now."""
    if subject.kind != "person" or subject.path:
        return subject
    told = [a.value for a in found if a.name == "company" and a.current and a.day]
    return subject._replace(account=told[0]) if told else subject


def _unknown(session: Session, base: Evidence) -> tuple[str, ...]:
    """What the checklist of the subject's kind asks for and the notes leave open."""
    from prep.brief import checklist

    name = f"checklists/{base.subject.kind}.txt"
    file = next((f / name for f in session.templates if (f / name).is_file()), None)
    return checklist.unknown(base, checklist.parse(file.read_text("utf-8"))) if file else ()


def _readings(session: Session, subject: Subject, account: Subject | None) -> list[Reading]:
    paths = list(session.index.notes_of(subject.keys, NOTES))
    if subject.path and subject.path not in paths:
        paths.insert(0, subject.path)
    if account is not None:
        known = set(paths)
        paths += [p for p in session.index.notes_of(account.keys, beside.NOTES) if p not in known]
    readings = list(session.index.load(paths))
    readings += session.index.load(_series(session, readings))
    return sorted(readings, key=lambda r: (r.note.day or "", r.note.path), reverse=True)


def _series(session: Session, readings: Sequence[Reading]) -> list[str]:
    """Later meetings of the same series, that do not name the subject.

    Minutes carry a running list of actions: that one no longer stands there closes it, and may
    stand in a meeting at which the subject was neither present nor named.
    """
    from prep.identity.contexts import series_of

    known = {r.note.path for r in readings}
    oldest: dict[str, str] = {}
    series: set[str] = set()
    for reading in readings:
        note = reading.note
        if note.kind == "meeting" and note.day:
            folder = note.path.rpartition("/")[0]
            oldest[folder] = min(note.day, oldest.get(folder, note.day))
            series.add(series_of(note.path))
    found = [
        path
        for folder, day in sorted(oldest.items())
        for path in session.index.beside(f"{folder}/" if folder else "", day, SERIES)
    ]
    return [p for p in dict.fromkeys(found) if p not in known and series_of(p) in series]


def _past(reading: Reading, as_of: str) -> bool:
    """A note of a later day than the brief's own is not there yet; an undated one is."""
    day = reading.note.day
    return day is None or day <= as_of or reading.note.kind in ("person", "account")


def _standing(
    session: Session, subject: Subject, account: Subject | None, readings: Sequence[Reading]
) -> list[tuple[NoteEvidence, Reading]]:
    from prep import identity

    stands = identity.standing_of(subject, session.owner)
    beside_it = beside.standing_of(session, account)
    lay_out = identity.Layout
    found = []
    for reading in readings:
        own_log = reading.note.path.endswith(PRACTICE_LOG)
        if reading.note.kind not in ("template", "index") and not own_log:
            layout = lay_out(reading.note, reading.namings)
            own, around = stands(layout), beside_it(layout)
            standing = beside.merged(own, around) if own else around
            if standing:
                lines = Lines(session, reading.note.path)
                found.append((NoteEvidence(reading.note, lines, standing, own is None), reading))
    return found


def _bearing(
    stood: Sequence[tuple[NoteEvidence, Reading]], subject: Subject, owner: frozenset[str]
) -> tuple[Placed, ...]:
    """The claims whose block bears on the subject, and what stands there that no rule took."""
    names = (subject.name, subject.account)
    forms = (subject.name, *subject.forms, *subject.first)
    mine = {"", "i", "we", *(fold(name) for name in owner)}
    placed: list[Placed] = []
    for note, reading in stood:
        bearings = [b for b in note.standing.bearings if b.certain]
        if note.note.kind == "clipping":  # news from outside, never a fact about anybody
            placed += [Placed(reading.note.path, claim) for claim in news(note, names)]
            continue
        room = Room(large(reading), mine)
        rows = _rows(bearings)
        bearing = [c for c in reading.claims if counts(c, _how(c, bearings, rows), room)]
        placed += [Placed(reading.note.path, claim) for claim in bearing]
        more = statements(note, bearing, forms)
        placed += [Placed(reading.note.path, claim) for claim in more]
    return tuple(placed)


def _rows(bearings: Sequence[Bearing]) -> dict[int, int]:
    """For each line the first bearing that holds it."""
    rows: dict[int, int] = {}
    for row, bearing in enumerate(bearings):
        for line in range(bearing.line, bearing.end_line + 1):
            rows.setdefault(line, row)
    return rows


def _how(claim: Claim, bearings: Sequence[Bearing], rows: Mapping[int, int]) -> str | None:
    """By what a claim's own lines bear on the subject: a block may hold the turns of several."""
    found = [rows[line] for line in range(claim.line, claim.end_line + 1) if line in rows]
    return bearings[min(found)].how if found else None


def _last(notes: Sequence[NoteEvidence], presences: Sequence[str]) -> Contact | None:
    for note in notes:
        if not note.beside and note.standing.presence in presences and note.note.day:
            return Contact(note.note.day, _told(note))
    return None


def _mention(notes: Sequence[NoteEvidence]) -> Contact | None:
    for note in notes:
        if note.beside or not note.note.day or note.note.kind in NO_MENTION:
            continue
        return Contact(note.note.day, _told(note), note.standing.via)
    return None


def _told(note: NoteEvidence) -> tuple[Source, ...]:
    """The line by which the subject stands in a note, and the line that gives the note its day."""
    lines = (note.source(note.standing.line, note.standing.end_line),)
    day = note.note.day_line
    return lines if not day else tuple(dict.fromkeys((*lines, note.source(day, day))))


def _problems(session: Session, notes: Sequence[NoteEvidence]) -> tuple[Problem, ...]:
    """Problems of the notes in hand, and those of the vault that hide a note from view."""
    own = [problem for note in notes for problem in note.note.problems]
    return tuple(dict.fromkeys((*own, *session.problems)))
