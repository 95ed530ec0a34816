"""One claim, one home: which section a thread belongs to."""

from __future__ import annotations

from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.names import fold

OPEN = ("open", "overdue", "carried", "stale", "proposed_closed")
STALE_DAYS = 45
"""A status older than this is asked again rather than told (the half-life of the ranking)."""
BY_KIND = {
    "decision": "decisions", "sensitivity": "sensitivities",
    "priority": "talking_points", "criterion": "talking_points", "goal": "talking_points",
    "reason": "talking_points", "vocabulary": "talking_points", "talking_point": "talking_points",
    "role": "profile", "relation": "people", "personal": "profile",
    "preference": "recent_context", "fact": "recent_context", "event": "recent_context",
    "summary": "recent_context",
}  # fmt: skip


def home(evidence: Evidence, ranked: Ranked) -> str:
    """The key of the one section that may print this thread; "" for none."""
    claim, state = ranked.placed.claim, ranked.thread.state
    if claim.rule.startswith("clip."):
        return "news"
    if claim.kind == "commitment":
        return _commitment(evidence, ranked)
    if claim.kind == "open_question":
        return _question(evidence, ranked)
    if state in ("superseded", "closed"):
        return "since_last" if _since(evidence, ranked) else ""
    if claim.kind == "status":
        age = evidence.age(claim.day)
        stale = state == "stale" or age is None or age >= STALE_DAYS
        return "open_questions" if stale else "recent_context"
    if claim.kind == "role":
        return "profile" if _own(evidence, ranked) else "people"
    return BY_KIND.get(claim.kind, "recent_context")


def _own(evidence: Evidence, ranked: Ranked) -> bool:
    """Whether a role is the subject's own: told in its turn, of any of its forms, or of none."""
    subject, (path, claim) = evidence.subject, ranked.placed
    if ranked.how == "turn" and fold(claim.subject) in ("", "i", fold(claim.party)):
        return True
    local = (form for where, form in subject.local if where == path)
    forms = (subject.name, *subject.aliases, *subject.forms, *subject.first, *local)
    return not claim.subject or fold(claim.subject) in {fold(form) for form in forms}


def _commitment(evidence: Evidence, ranked: Ranked) -> str:
    claim, state = ranked.placed.claim, ranked.thread.state
    if state not in OPEN:
        return "since_last" if _since(evidence, ranked) else ""
    if claim.planned:
        return "talking_points"
    return "tasks" if claim.rule.startswith("task.") else "commitments"


def _question(evidence: Evidence, ranked: Ranked) -> str:
    if ranked.thread.state in ("answered", "closed", "superseded"):
        return "since_last" if _since(evidence, ranked) else ""
    return "open_questions"


def _since(evidence: Evidence, ranked: Ranked) -> bool:
    """Whether the thread's end was told on or after the day that "since last time" counts from."""
    if evidence.since is None:
        return False
    days = [note.note.day for path, *_ in ranked.thread.closers if (note := evidence.note(path))]
    return any(day is not None and day >= evidence.since for day in days)
