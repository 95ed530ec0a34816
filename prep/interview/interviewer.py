"""The interviewer's sheet: the same questions for everybody, anchors, evidence, a minute plan.

After OPM's guide and Google re:Work: five competencies fit three quarters of an hour, each with
one question on the past and one on a situation; a score stands only beside its evidence.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from prep.interview.bank import Bank, BankLine, Competency
from prep.interview.expected import Known
from prep.interview.gleaning import Item, of
from prep.interview.linter import lint
from prep.interview.material import Material
from prep.interview.people import people
from prep.interview.rows import FROM_BANK, entry, section
from prep.model.brief import Entry, Section, Source
from prep.model.naming import Subject
from prep.patterns import lazy

COMPETENCIES = 5
MINUTES = 45
_DEFAULT = ("deliver", "solve_problems", "work_together", "learn_from_failure", "take_initiative")
_HASH = lazy(r"\b(?:question )?set ([0-9a-f]{8})\b", re.IGNORECASE)
_SCORE = lazy(r"^\s*\|\s*(?P<name>[^|]+?)\s*\|\s*(?P<score>[1-5]|not assessed)\s*\|", re.IGNORECASE)


class Card(NamedTuple):
    """One filled-in scorecard: whose, by which set of questions, the scores by competency."""

    candidate: str
    questions: str
    scores: tuple[tuple[str, str], ...]


def interviewer(
    subject: Subject, material: Sequence[Material], known: Known, *, minutes: int = MINUTES,
    limit: int | None = None,
) -> tuple[Section, ...]:  # fmt: skip
    """The ten sections; those that only a candidate needs stay empty."""
    chosen = choose(known)
    key = set_hash(chosen)
    planned = of(known.items, "i_ask")
    own = [_own(item) for item in planned]
    asked = [
        entry("asked_of_you", i.words, (i.source,), quote=True, rule="ask.them")
        for i in of(known.items, "they_ask", "asked")
    ]
    return (
        section("summary", "In one minute", _head(chosen, key, known.bank)),
        section("people", "Who is in the room", people(subject, material, known.items)),
        section("they_may_ask", "They may ask you", asked, limit),
        section("ask_them", "Ask them", [*_questions(chosen), *own], limit),
        Section("stories", "Your stories", empty="not looked for"),
        Section("gaps", "Gaps", empty="not looked for"),
        Section("unproven_claims", "Claims without proof", empty="not looked for"),
        Section("concerns", "Concerns and answers", empty="not looked for"),
        section("plan", "Minute plan", _minutes(minutes, len(chosen), known.bank)),
        section("scorecard", "Scorecard", [*_compared(material), *_scorecard(chosen)]),
    )


def choose(known: Known) -> tuple[Competency, ...]:
    """Five competencies: those that the role text names, most often first, then the usual ones.

    The candidate's name and notes play no part, so every candidate for a role gets the same.
    """
    bank = known.bank
    counted: Counter[str] = Counter()
    for line in known.role_text.splitlines():
        vector = known.lexicon.vector(line)
        counted.update({key: 1 for key, weight in vector.items() if weight >= 1.0})
    order = {c.key: n for n, c in enumerate(bank.competencies)}
    named = sorted(counted, key=lambda key: (-counted[key], order[key]))
    found: list[Competency] = []
    for key in (*named, *_DEFAULT):
        competency = bank.competency(key)
        if competency and competency.needs_story and competency not in found:
            found.append(competency)
    return tuple(found[:COMPETENCIES])


def set_hash(chosen: Sequence[Competency]) -> str:
    """Eight characters that stand for the questions and their order."""
    text = "\n".join(line.text for c in chosen for line in _lines(c))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _lines(competency: Competency) -> tuple[BankLine, ...]:
    situational = (competency.situational,) if competency.situational else ()
    return (competency.questions[0], *situational)


def _head(chosen: Sequence[Competency], key: str, bank: Bank) -> list[Entry]:
    titles = ", ".join(c.title for c in chosen)
    sources = [c.questions[0].source for c in chosen]
    return [
        entry("summary", titles, sources, quote=False, rule="interviewer.competencies",
              label="You test"),
        entry("summary", f"set {key}", sources, quote=False, rule="interviewer.hash",
              label="Question set",
              why="the same for every candidate; compare cards of one set only"),
        entry("summary", "Score alone before you talk to each other; no score without evidence",
              (bank.head,), quote=False, rule="interviewer.rule", label="Rule"),
    ]  # fmt: skip


def _questions(chosen: Sequence[Competency]) -> list[Entry]:
    return [_question(line, competency) for competency in chosen for line in _lines(competency)]


def _own(item: Item) -> Entry:
    """A question of the owner's own, with what the linter has against it."""
    found = lint(item.words)
    return entry("ask", item.words, (item.source,), quote=True, rule="ask.own",
                 why="; ".join(f"{x.rule}: {x.hint}" for x in found),
                 columns=(("Question", item.words), ("Tests", ""),
                          ("Asks for", ", ".join(x.rule for x in found))))  # fmt: skip


def _question(line: BankLine, competency: Competency) -> Entry:
    kind = "past" if line.form == "past" else "situation"
    # Probes stand once a competency, below its question on the past: they dig into what was told.
    probes = tuple(
        entry("probe", p.text, (p.source,), quote=True, rule="bank", label=FROM_BANK)
        for p in competency.probes
        if line.form == "past"
    )
    return entry("ask", line.text, (line.source,), quote=True, rule="bank", label=FROM_BANK,
                 why=kind, columns=(("Question", line.text), ("Tests", competency.title),
                                    ("Asks for", kind)), children=probes)  # fmt: skip


def _minutes(minutes: int, parts: int, bank: Bank) -> list[Entry]:
    """Opening 4, close 2, their questions 6, the rest shared among the competencies."""
    each = (minutes - 12) / max(1, parts)
    rows = (
        ("Opening: who you are, how it goes, that you take notes", 4.0),
        ("Each competency", each),
        ("Their questions", 6.0),
        ("Close: what happens next, by when", 2.0),
    )
    return [
        entry("plan", text, (bank.head,), quote=False, rule="interviewer.minutes",
              label=FROM_BANK, columns=(("Part", text), ("Minutes", f"{length:g}")))
        for text, length in rows
    ]  # fmt: skip


def _scorecard(chosen: Sequence[Competency]) -> list[Entry]:
    rows = []
    for competency in chosen:
        anchors = tuple(
            entry("anchor", line.text, (line.source,), quote=True, rule="bank", label=str(number))
            for number, line in competency.anchors
        )
        rows.append(
            entry("score", competency.title, (competency.questions[0].source,), quote=True,
                  rule="interviewer.score", label=FROM_BANK, children=anchors,
                  columns=(("Competency", competency.title), ("Score", ""),
                           ("Evidence: what they said and did, in their words", ""),
                           ("Not assessed", "☐")))
        )  # fmt: skip
    return rows


def _compared(material: Sequence[Material]) -> tuple[Entry, ...]:
    """The filled-in cards of the notes at hand, side by side, where there are two or more."""
    filled = [(read_card(given.note.title, "\n".join(given.lines)), given) for given in material]
    filled = [(card, given) for card, given in filled if card.questions and card.scores]
    if len(filled) < 2:
        return ()
    first = filled[0][1]
    return compare([card for card, _ in filled], first.source(1, len(first.lines)))


def read_card(candidate: str, text: str) -> Card:
    """A filled-in scorecard as a table of competency, score and evidence."""
    found = _HASH.search(text)
    rows = [m for line in text.splitlines() if (m := _SCORE.match(line))]
    scores = tuple((m["name"].strip(), m["score"].lower()) for m in rows)
    return Card(candidate, found.group(1).lower() if found else "", scores)


def compare(cards: Sequence[Card], source: Source) -> tuple[Entry, ...]:
    """Two or more cards side by side; different question sets are flagged, not averaged away."""
    if len(cards) < 2:
        return ()
    names = list(dict.fromkeys(name for card in cards for name, _ in card.scores))
    rows = [
        entry("compare", name, (source,), quote=False, rule="compare.row",
              columns=(("Competency", name),
                       *((c.candidate, dict(c.scores).get(name, "–")) for c in cards)))
        for name in names
    ]  # fmt: skip
    if len({card.questions for card in cards}) > 1:
        text = "The question sets differ, so these scores do not compare"
        rows.insert(0, entry("compare", text, (source,), quote=False, rule="compare.sets_differ",
                             state="flag"))  # fmt: skip
    return tuple(rows)
