"""Claims without proof, concerns, gaps: what a careful interviewer would ask next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.interview.bank import Bank
from prep.interview.competence import Lexicon
from prep.interview.expected import Expected, Known
from prep.interview.gleaning import Item, of
from prep.interview.matching import Matched, Shelf
from prep.interview.rows import FROM_BANK, entry
from prep.interview.stories import Story
from prep.interview.terms import content
from prep.model.brief import Entry, Source


class Claimed(NamedTuple):
    """A claim about oneself and the story that proves it, if there is one."""

    item: Item
    proof: Story | None


def claims(items: Sequence[Item], shelf: Shelf, lexicon: Lexicon) -> tuple[Claimed, ...]:
    """Each claim with its proof: a story tagged with its competency, or in two of its words."""
    return tuple(Claimed(item, _proof(item, shelf, lexicon)) for item in of(items, "claims"))


def _proof(item: Item, shelf: Shelf, lexicon: Lexicon) -> Story | None:
    text = f"{item.label} {item.words}"
    wanted = [r.key for r in lexicon.rank(text)[:2] if r.weight >= 0.5]
    stems = {*content(text)}
    for story in shelf.stories:
        tagged = bool(set(wanted) & set(shelf.shows(story)))
        shared = len(stems & {*content(story.text)}) >= 2
        if not story.proposed and (tagged or shared):
            return story
    return None


def unproven(found: Sequence[Claimed], questions: Sequence[Entry]) -> tuple[Entry, ...]:
    """A claim is a question waiting to be asked: those that no story proves."""
    rows = []
    for claimed in found:
        if claimed.proof is not None:
            continue
        item = claimed.item
        read = any(item.source in q.sources for q in questions)
        why = "also read as an answer to a question of yours" if read else ""
        text = f"{item.label}: {item.words}" if item.label else item.words
        rows.append(
            entry("claim", text, (item.source,), quote=False, rule="claim.unproven",
                  state="no proof yet", why=why,
                  columns=(("Claim", text), ("Proof", "no story yet")))
        )  # fmt: skip
    return tuple(rows)


def concerns(items: Sequence[Item], bank: Bank, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The owner's own concerns, in the owner's words, with the question behind each."""
    rows = []
    for item in of(items, "concerns"):
        vector = lexicon.vector(item.words)
        key = max(vector, key=lambda k: vector[k]) if vector else ""
        # A word of the lexicon itself, not only a part of one of its phrases.
        competency = bank.competency(key) if vector.get(key, 0.0) >= 1.0 else None
        asked: tuple[Entry, ...] = ()
        if competency:
            line = competency.questions[0]
            asked = (
                entry("concern", line.text, (line.source,), quote=True, rule="bank",
                      label=FROM_BANK, why="as they may put it"),
            )  # fmt: skip
        rows.append(
            entry("concern", item.words, (item.source,), quote=True, rule="concern.own",
                  children=asked)
        )  # fmt: skip
    return tuple(rows)


def gaps(
    expected: Sequence[Expected], matched: Sequence[Matched], known: Known
) -> tuple[Entry, ...]:
    """Expected questions without a story that carries them, the most pressing first."""
    rows = []
    for row, match in zip(expected, matched, strict=True):
        competency = known.bank.competency(row.competencies[0]) if row.competencies else None
        if competency is None or not competency.needs_story or match.fit in {"strong", "workable"}:
            continue
        reasons = {reason.words for reason in row.reasons}
        rows.append((_pressing(reasons), row, match, competency.title))
    rows.sort(key=lambda r: ("critical", "important", "nice").index(r[0]))
    return tuple(
        entry(
            "gap", row.text, _sources(row, match),
            quote=True, rule="gap.story", label=pressing, state=match.fit, why=_hint(match),
            columns=(("Question", row.text), ("Tests", title), ("Urgency", pressing),
                     ("Nearest", match.best.story.title if match.best else "")),
        )
        for pressing, row, match, title in rows
    )  # fmt: skip


def _sources(row: Expected, match: Matched) -> tuple[Source, ...]:
    near = match.best.story.sources if match.best else ()
    return (row.source, *near)


def _pressing(reasons: set[str]) -> str:
    if reasons & {"named in the role", "asked before"}:
        return "critical"
    return "important" if len(reasons) > 1 or "quoted in your notes" in reasons else "nice"


def _hint(match: Matched) -> str:
    if match.best is None:
        return "no story in your notes"
    if match.best.story.proposed:
        return "your notes hold something that looks like a story: write it down"
    return f"only a stretch ({match.best.reason})"
