"""What they may ask, ranked by the evidence for it, as a noisy-or.

The weights are our own judgement, and the page prints words in their place: expected, likely,
possible.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from prep.interview.bank import Bank, Competency
from prep.interview.competence import Lexicon
from prep.interview.gleaning import Item, of
from prep.interview.labels import Drawer
from prep.interview.stories import Story
from prep.model.brief import Source

Stage = Literal["screen", "manager", "peer", "senior", "panel", ""]
Origin = Literal["quoted", "asked before", "bank"]

WEIGHTS = {
    "asked before": 0.9, "quoted in your notes": 0.9, "named in the role": 0.5,
    "in your notes on this talk": 0.4, "your concern": 0.4, "a claim without proof": 0.35,
    "a story of yours": 0.35, "usual at this stage": 0.3,
}  # fmt: skip
FIRST_THIRD = TWICE = 0.1
EXPECTED, LIKELY = 0.85, 0.55
CAP, PER_COMPETENCY = 12, 3

_USUAL: dict[str, tuple[str, ...]] = {
    "screen": ("background", "motivation", "leaving", "goals", "logistics", "deliver"),
    "manager": ("motivation", "take_initiative", "deliver", "handle_conflict", "learn_from_failure",
                "solve_problems", "explain_clearly"),
    "peer": ("work_together", "handle_conflict", "explain_clearly", "solve_problems", "motivation"),
    "senior": ("think_ahead", "decide", "lead_people", "win_support", "motivation"),
    "panel": ("motivation", "lead_people", "handle_conflict", "deliver", "decide",
              "act_with_integrity"),
    "": ("motivation", "take_initiative", "explain_clearly", "handle_conflict"),
}  # fmt: skip
_DRAWER_OF = {"why_them": "motivation", "goals": "goals", "drains": "leaving",
              "logistics": "logistics"}  # fmt: skip
ALWAYS = ("learn_from_failure", "motivation")


class Reason(NamedTuple):
    """One piece of evidence for a question: its weight, in words, and where it stands."""

    weight: float
    words: str
    source: Source | None = None


class Expected(NamedTuple):
    """A question they may ask. ``competencies``: what it tests, best first."""

    text: str
    origin: Origin
    competencies: tuple[str, ...]
    reasons: tuple[Reason, ...]
    source: Source
    material: tuple[Item, ...] = ()

    @property
    def chance(self) -> float:
        """Noisy-or of the evidence."""
        return 1.0 - math.prod(1.0 - min(0.99, r.weight) for r in self.reasons)

    @property
    def word(self) -> str:
        """The chance as a word."""
        if self.chance >= EXPECTED:
            return "expected"
        return "likely" if self.chance >= LIKELY else "possible"


class Known(NamedTuple):
    """What the ranking may look at."""

    items: tuple[Item, ...]
    stories: tuple[Story, ...]
    bank: Bank
    lexicon: Lexicon
    stage: Stage = ""
    role_text: str = ""
    role_source: Source | None = None


def expect(known: Known) -> tuple[Expected, ...]:
    """The questions to expect: those in the notes first and verbatim, then the bank's by weight.

    At most twelve, at most three a competency, always one on a failure and one on "why us".
    """
    said = [*_said(known, "they_ask", "quoted"), *_said(known, "asked", "asked before")]
    covered = {e.competencies[0] for e in said if e.competencies}
    bank = [
        e for c in known.bank.competencies if c.key not in covered and (e := _of_bank(known, c))
    ]
    bank.sort(key=lambda e: -e.chance)
    counted: dict[str, int] = {}
    kept: list[Expected] = []
    for row in (*said, *bank):
        key = row.competencies[0] if row.competencies else ""
        counted[key] = counted.get(key, 0) + 1
        if not key or counted[key] <= PER_COMPETENCY:
            kept.append(row)
    return _capped(kept)


def _capped(kept: Sequence[Expected]) -> tuple[Expected, ...]:
    """The first twelve, but with the questions that always come in place of the last ones."""
    missed = [
        row for row in kept[CAP:]
        if row.competencies[:1] and row.competencies[0] in ALWAYS
    ]  # fmt: skip
    return (*kept[: CAP - len(missed)], *missed)


def _said(known: Known, drawer: Literal["they_ask", "asked"], origin: Origin) -> Iterator[Expected]:
    reason = "quoted in your notes" if origin == "quoted" else "asked before"
    # Quoted lines before the others, each group in the order of the notes.
    items = of(known.items, drawer)
    ordered = sorted(items, key=lambda i: not (i.question is not None and i.question.quoted))
    seen: set[str] = set()
    for item in ordered:
        folded = item.words.lower().strip(" ?.")
        if folded not in seen:
            seen.add(folded)
            keys = tuple(r.key for r in known.lexicon.rank(item.words)[:3])
            why = Reason(WEIGHTS[reason], reason, item.source)
            yield Expected(item.words, origin, keys, (why,), item.source, _drawer(known, keys))


def _of_bank(known: Known, competency: Competency) -> Expected | None:
    reasons = tuple(_reasons(known, competency))
    material = _drawer(known, (competency.key,))
    if not reasons and competency.key not in ALWAYS:
        return None
    line = competency.questions[0]
    usual = Reason(WEIGHTS["usual at this stage"], "asked nearly everywhere")
    return Expected(
        line.text, "bank", (competency.key,), reasons or (usual,), line.source, material
    )


def _drawer(known: Known, keys: Sequence[str]) -> tuple[Item, ...]:
    """The owner's own lines that answer a question which needs no story."""
    return tuple(i for i in known.items if keys[:1] and _DRAWER_OF.get(i.drawer) == keys[0])


def _reasons(known: Known, competency: Competency) -> Iterator[Reason]:
    key = competency.key
    if role := _in_role(known, competency):
        yield role
    own = {item.label: item for item in reversed(_drawer(known, (key,)))}
    for item in reversed(own.values()):
        yield Reason(WEIGHTS["in your notes on this talk"], "in your notes", item.source)
    yield from _from_lines(known, key, "concerns", "your concern")
    yield from _from_lines(known, key, "claims", "a claim without proof")
    told = next((s for s in known.stories if _shows(known, s, key)), None)
    if told and competency.needs_story:
        yield Reason(WEIGHTS["a story of yours"], "you have a story", told.sources[0])
    if key in _USUAL[known.stage]:
        yield Reason(WEIGHTS["usual at this stage"], "usual at this stage")


def _from_lines(known: Known, key: str, drawer: Drawer, words: str) -> Iterator[Reason]:
    """The first line of a drawer that points to a competency."""
    for item in of(known.items, drawer):
        if _points(known, f"{item.label} {item.words}", key):
            yield Reason(WEIGHTS[words], words, item.source)
            return


def _points(known: Known, text: str, key: str) -> bool:
    """Whether a line's own words name this competency before any other."""
    vector = known.lexicon.vector(text)
    return vector.get(key, 0.0) >= 1.0 and vector[key] == max(vector.values())


def _shows(known: Known, story: Story, key: str) -> bool:
    tags = known.lexicon.tags(story.shows)
    return key in tags[:1] if tags else _points(known, f"{story.title}. {story.text}", key)


def _named(known: Known, line: str) -> tuple[str, ...]:
    """The one or two competencies that a line of a role names before all others."""
    vector = known.lexicon.vector(line)
    found = sorted((k for k, w in vector.items() if w >= 1.0), key=lambda k: -vector[k])
    return tuple(found[:2])


def _in_role(known: Known, competency: Competency) -> Reason | None:
    """A competency named in the role text; weightier early in it, and when named twice."""
    text = known.role_text
    if not text:
        return None
    lines = [line for line in text.splitlines() if line.strip()]
    hits = [n for n, line in enumerate(lines) if competency.key in _named(known, line)]
    if not hits:
        return None
    early = FIRST_THIRD if hits[0] < len(lines) / 3 else 0.0
    again = TWICE if len(hits) > 1 else 0.0
    weight = WEIGHTS["named in the role"] + early + again
    return Reason(weight, "named in the role", known.role_source)
