"""From a ranked thread to a printed entry."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from prep.brief.evidence import Direction, Evidence
from prep.brief.rank import Ranked, sources
from prep.model.brief import Entry, Source

PREFIX = {
    "commitment": "c", "open_question": "q", "decision": "d", "sensitivity": "s", "status": "t",
    "gap": "g", "news": "n",
}  # fmt: skip


def identity(kind: str, text: str, first: Source) -> str:
    """A short id that follows from the words and the note alone: ``q-7f3a2b``."""
    raw = f"{kind}\0{first.path}\0{' '.join(text.split())}"
    return f"{PREFIX.get(kind, 'e')}-{hashlib.sha256(raw.encode()).hexdigest()[:6]}"


LONG, AIM = 26, 20
"""Words of a line: beyond ``LONG`` it is cut near ``AIM``. Forty lines have to fit 600 words."""


def shortened(text: str) -> str:
    """A long line up to the end of a clause, then ``…``; its source holds the whole."""
    words = text.split()
    if len(words) <= LONG:
        return text
    ends = [
        n for n in range(AIM // 2, LONG) if words[n - 1].endswith((".", ";", ",", ":", "?", "!"))
    ]
    end = min(ends, key=lambda n: abs(n - AIM), default=AIM)
    return f"{' '.join(words[:end]).rstrip(',;:')} …"


def quoted(
    evidence: Evidence, ranked: Ranked, *, why: str = "", label: str = "", otherwise: str = "",
    direction: Direction | None = None,
) -> Entry | None:  # fmt: skip
    """The thread's own words as an entry; None where none of its lines is at hand.

    ``why``: why now; where it is empty the thread's own reason, and without one ``otherwise``.
    """
    claim = ranked.placed.claim
    found = sources(evidence, ranked.thread)
    if not found:
        return None
    return Entry(
        id=identity(claim.kind, claim.text, found[0]),
        text=shortened(claim.text),
        quote=True,
        kind=claim.kind,
        rule=claim.rule,
        sources=found,
        who=claim.party or None,
        direction=direction,
        date=claim.day,
        due=due_of(ranked),
        state=_state(evidence, ranked),
        score=ranked.score,
        why=why or ranked.thread.why or _new(evidence, ranked) or otherwise,
        parts=ranked.parts,
        label=label,
    )


def _new(evidence: Evidence, ranked: Ranked) -> str:
    """Whether it was first told since the day that "since last time" counts from."""
    since, told = evidence.since, ranked.thread.since
    newer = bool(since and told and told > since)
    return "new since last time" if newer else ""


def due_of(ranked: Ranked) -> str | None:
    """The day that was last named for it: a later telling without a day moves nothing."""
    tellings = reversed(ranked.thread.tellings or (ranked.placed,))
    return next((placed.claim.due for placed in tellings if placed.claim.due), None)


def _state(evidence: Evidence, ranked: Ranked) -> str:
    due, state = due_of(ranked), ranked.thread.state
    late = due is not None and due < evidence.as_of
    return "overdue" if late and state in ("open", "carried", "stale") else state


def composed(
    kind: str, rule: str, text: str, found: Sequence[Source], *, why: str = "", score: int = 0,
    date: str | None = None, state: str | None = None, label: str = "",
) -> Entry:  # fmt: skip
    """A sentence of the tool's own; every figure, date and name in it must stand in ``found``."""
    return Entry(
        id=identity(kind, text, found[0]),
        text=text,
        quote=False,
        kind=kind,
        rule=rule,
        sources=tuple(found),
        date=date,
        state=state,
        score=score,
        why=why,
        label=label,
    )
