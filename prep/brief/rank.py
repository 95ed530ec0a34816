"""One score a claim, with its parts published.

The weights are the project's own judgement, tuned on public minutes of the years before those it
is measured on (``bench/quality.md``). A score is an integer; ties fall to the newer day, then to
path and line, so that the order never depends on anything but the notes.
"""

from __future__ import annotations

from typing import NamedTuple

from prep.brief import returning
from prep.brief.evidence import Evidence
from prep.brief.lowered import lowered
from prep.model.brief import Source
from prep.model.claim import Placed, Thread
from prep.model.naming import Bearing
from prep.patterns import lazy

KIND = {
    "commitment": 320, "open_question": 300, "talking_point": 300, "sensitivity": 290,
    "decision": 240, "status": 230, "role": 220, "relation": 200, "criterion": 210,
    "priority": 210, "goal": 190, "reason": 180, "preference": 200, "personal": 170,
    "event": 170, "summary": 160, "vocabulary": 140, "fact": 120,
}  # fmt: skip
HOW = {
    "owner": 120, "turn": 110, "addressed": 110, "named": 100, "about": 90, "under": 70,
    "account": 30, "attended": -60,
}  # fmt: skip
RECENCY = 240
TELLINGS = 5
"""Most tellings that a line cites, newest first: a list of those present may repeat for years."""
LASTING, LASTS = ("role", "personal", "relation"), 220
"""Who somebody is does not fade within weeks: a point less every ten days."""
HALF_LIFE = 45
"""Days in which the recency part halves: our judgement, for those who meet monthly or oftener."""
OVERDUE, ASKED, TOLD_AGAIN, PRIORITY = 90, 60, 25, 40
MARKED, SETTLED, STANCE, SLIGHT, FEW, LEFT_OPEN = 50, 140, 50, 60, 8, 60
_STANCES = (
    "want", "need", "plan", "propose", "prefer", "suggest", "support", "object", "think", "believe",
    "worr", "advis", "recommend", "champion", "agree", "disagree", "creat", "submit", "publish",
    "wrote", "working on", "confirm", "report", "ask", "raise", "volunteer", "lead", "edit", "join",
    "feel", "hope", "expect", "intend", "like", "concern",
)  # fmt: skip
_SAYING = lazy(
    rf"\w\s+(?:{'|'.join(_STANCES)})"
    r"|\b(?:candida|elect|appoint|nominat|chair|editor|champion|step(?:s|ped|ping)? (?:down|into)"
    r"|in charge|responsib|maintain|represent)"
)
"""Behind any word one that takes a stand or tells what was done; or words that give a part."""
SLIGHT_KINDS = ("fact", "open_question", "preference")


class Ranked(NamedTuple):
    """A thread with its score, the score's parts and the bearing that ties it to the subject."""

    thread: Thread
    score: int
    parts: tuple[tuple[str, int], ...]
    how: str

    @property
    def placed(self) -> Placed:
        """The newest telling."""
        return self.thread.claim


def rank(evidence: Evidence) -> tuple[Ranked, ...]:
    """Score every thread once; best first."""
    ranked = [_scored(evidence, thread) for thread in evidence.threads]
    ranked.sort(key=_place)
    ranked.sort(key=_day, reverse=True)  # each sort keeps what the one before put in order
    ranked.sort(key=_score, reverse=True)
    return tuple(ranked)


def takes_a_stand(text: str) -> bool:
    """Whether somebody takes a stand in these words, tells what was done, or is given a part."""
    return _SAYING.search(lowered(text)) is not None


def sources(evidence: Evidence, thread: Thread) -> tuple[Source, ...]:
    """Where a thread stands: its newest tellings, then the lines that changed its state."""
    found: list[Source] = []
    for path, claim in tuple(reversed(thread.tellings or (thread.claim,)))[:TELLINGS]:
        note = evidence.note(path)
        if note:
            found.append(note.source(claim.line, claim.end_line, claim.episode))
    for path, line, end_line, _ in thread.closers:
        note = evidence.note(path)
        if note:
            found.append(note.source(line, end_line))
    return tuple(dict.fromkeys(found))


def _scored(evidence: Evidence, thread: Thread) -> Ranked:
    bearing = _bearing(evidence, thread)
    how = bearing.how if bearing else "attended"
    parts = [("kind", KIND.get(thread.claim.claim.kind, 100)), ("bearing", HOW[how])]
    parts += _time_parts(evidence, thread)
    parts += _weight_parts(evidence, thread)
    return Ranked(thread, sum(points for _, points in parts), tuple(p for p in parts if p[1]), how)


def _time_parts(evidence: Evidence, thread: Thread) -> list[tuple[str, int]]:
    age = evidence.age(thread.claim.claim.day)
    if thread.claim.claim.kind in LASTING:
        recency = LASTS - min(LASTS, max(0, age or 0) // 10)
    else:
        recency = 0 if age is None else round(RECENCY * 0.5 ** (max(0, age) / HALF_LIFE))
    return [("recency", recency), ("overdue", OVERDUE if thread.state == "overdue" else 0)]


def _weight_parts(evidence: Evidence, thread: Thread) -> list[tuple[str, int]]:
    claim = thread.claim.claim
    asked = claim.kind == "open_question" and evidence.direction_of(thread.claim) == "theirs"
    return [
        ("asked by them", ASKED if asked else 0),
        ("told again", min(3, len({p for p, _ in thread.tellings}) - 1) * TOLD_AGAIN),
        ("wording", returning.fate(claim.text)),
        ("priority", PRIORITY if claim.priority in ("high", "highest") else 0),
        ("marked", MARKED if claim.rule.startswith(("action.", "task.", "decision.mark")) else 0),
        ("perhaps settled", -SETTLED if _perhaps_settled(thread) else 0),
        ("left open", LEFT_OPEN if claim.rule == "question.open" else 0),
        ("stance", STANCE if claim.kind == "fact" and takes_a_stand(claim.text) else 0),
        ("slight", -SLIGHT if claim.kind in SLIGHT_KINDS and len(claim.text.split()) < FEW else 0),
    ]


def _perhaps_settled(thread: Thread) -> bool:
    """A line proposed as its end weighs against it, but not a mere next speaker after a statement
    that something is open: nobody was asked.
    """
    stated = thread.claim.claim.rule in ("question.open", "question.awaited")
    return thread.state.startswith("proposed") and not stated


def _bearing(evidence: Evidence, thread: Thread) -> Bearing | None:
    found = []
    for path, claim in thread.tellings or (thread.claim,):
        note = evidence.note(path)
        bearing = note.bearing_of(claim.block) if note else None
        if bearing:
            found.append(bearing)
    return max(found, key=lambda b: HOW[b.how], default=None)


def _place(ranked: Ranked) -> tuple[str, int]:
    return ranked.placed.path, ranked.placed.claim.line


def _day(ranked: Ranked) -> str:
    return ranked.placed.claim.day or ""


def _score(ranked: Ranked) -> int:
    return ranked.score
