"""One pure function a section: the evidence and its own ranked threads in, a section out.

``TABLE`` is the written list of them, in the order in which a brief prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.brief.sections import (
    commitments,
    decisions,
    gaps,
    news,
    people,
    profile,
    questions,
    recent,
    sensitivities,
    since,
    talking,
    tasks,
)
from prep.model.brief import Entry

Maker = Callable[[Evidence, Sequence[Ranked]], tuple[Entry, ...]]

TABLE: dict[str, Maker] = {
    "since_last": since.entries,
    "commitments": commitments.entries,
    "tasks": tasks.entries,
    "open_questions": questions.entries,
    "talking_points": talking.entries,
    "sensitivities": sensitivities.entries,
    "decisions": decisions.entries,
    "people": people.entries,
    "profile": profile.entries,
    "recent_context": recent.entries,
    "news": news.entries,
    "gaps": gaps.entries,
}
