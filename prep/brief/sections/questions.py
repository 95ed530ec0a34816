"""Open questions of four origins, told apart.

Asked and not answered · stale statuses to ask again · criteria without a number · unknown in the
notes that one would need. At most eight, each with why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import composed, quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked, sources
from prep.model.brief import Entry

ASKED = {"mine": "You asked", "theirs": "They asked"}
ON_HOLD = (
    r"(?i)^(?:status\s*(?:is|:)?\s*)?"
    r"(?:(?P<what>(?!(?:is|are|currently|still)\b)"
    r"(?:the |our |their )?[A-Za-z][\w'’ -]{1,40}?)\s+)?"
    r"(?:is |are )?(?:currently |still )?"
    r"(?P<how>on[- ]hold|blocked|paused|stalled|pending|delayed)\b"
)
"""A status of the form "POC on hold": asked back as "Is the POC still on hold?", by its own words;
of "is on hold", which says it of no thing, as "Is the status still on hold?"."""


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Best first; a stale status is asked back in its own words; last what nobody wrote down."""
    found = [_entry(evidence, item) for item in ranked]
    return (*(e for e in found if e), *_unknown(evidence))


def _unknown(evidence: Evidence) -> list[Entry]:
    own = evidence.note(evidence.subject.path or "")
    if own is None or not evidence.unknown:
        return []
    head = own.source(1, max(1, min(own.note.body_line, len(own.lines))))
    text = f"{', '.join(evidence.unknown)}."
    return [composed("gap", "question.unknown", text, [head], label="Unknown in your notes")]


def _entry(evidence: Evidence, item: Ranked) -> Entry | None:
    claim = item.placed.claim
    if claim.kind == "status":
        return _asked_again(evidence, item)
    label = ASKED.get(evidence.direction_of(item.placed), "")
    return quoted(evidence, item, label=label, otherwise=_age_words(evidence, claim.day))


def _asked_again(evidence: Evidence, item: Ranked) -> Entry | None:
    claim = item.placed.claim
    why = f"stale · {_age_words(evidence, claim.day)}" if claim.day else "stale · undated"
    form = re.match(ON_HOLD, claim.text)
    if not form:
        entry = quoted(evidence, item, why=why, label="Still so?")
        return replace(entry, state="stale") if entry else None
    text = f"Is {_article(form['what'] or 'status')} still {form['how'].lower()}?"
    found = sources(evidence, item.thread)
    if not found:
        return None
    entry = composed(
        "open_question", f"{claim.rule}.stale", text, found, why=why, score=item.score,
        date=claim.day, state="stale",
    )  # fmt: skip
    return replace(entry, parts=item.parts, columns=(("words", claim.text),))


def _article(what: str) -> str:
    what = what.strip()
    if re.match(r"(the|our|their)\b", what, re.IGNORECASE):
        return what[0].lower() + what[1:]
    return f"the {what}"


def _age_words(evidence: Evidence, day: str | None) -> str:
    age = evidence.age(day)
    if age is None or age < 0:
        return ""
    return "today" if age == 0 else "1 day" if age == 1 else f"{age} days"
