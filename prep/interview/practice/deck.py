"""What there is to practise: cards from a sheet, or from the bank and one's own stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prep.interview.bank import Bank
from prep.interview.competence import Lexicon
from prep.interview.matching import Shelf, assign
from prep.interview.practice.attempt import Drill
from prep.interview.practice.schedule import Card
from prep.model.brief import Brief, Entry


def from_sheet(sheet: Brief, bank: Bank) -> tuple[Card, ...]:
    """The cards of a candidate's sheet, in its order: expected questions, then questions to ask."""
    sections = {section.key: section.entries for section in sheet.sections}
    critical = {e.text for e in sections["gaps"] if e.label == "critical"}
    keys = {c.title: c.key for c in bank.competencies}
    cards: list[Card] = []
    for row in sections["they_may_ask"]:
        key = keys.get(dict(row.columns).get("Tests", ""), "")
        cards += _of_question(row.text, key, _story(row), bank, critical=row.text in critical)
    cards += [
        Card("ask", row.text, row.state or "open")
        for row in sections["ask_them"]
        if row.state != "answered"
    ]
    return tuple(cards)


def from_bank(bank: Bank, shelf: Shelf) -> tuple[Card, ...]:
    """The cards of every competency of the bank, with the stories that fit."""
    asked = [(c.questions[0].text, (c.key,)) for c in bank.competencies if c.needs_story]
    cards: list[Card] = []
    for match in assign(asked, shelf):
        story = match.best.story.title if match.best and match.fit != "stretch" else ""
        cards += _of_question(match.question, match.competencies[0], story, bank)
    return tuple(cards)


def _story(row: Entry) -> str:
    """The title of the story that the sheet gives to a question, when it fits."""
    if row.state not in {"strong", "workable"}:
        return ""
    return next((child.text for child in row.children if child.label == "because"), "")


def _of_question(
    text: str, key: str, story: str, bank: Bank, *, critical: bool = False
) -> Iterator[Card]:
    competency = bank.competency(key)
    drills: list[Drill] = ["recall"] if story else []
    drills.append("answer")
    if competency and competency.needs_story:
        drills.append("decode")
    if story:
        drills.append("ladder")
    for drill in drills:
        yield Card(drill, text, story, key, critical and drill == "answer")


def tested(card: Card, lexicon: Lexicon) -> tuple[str, ...]:
    """The two competencies that a question tests, the first by the bank or the sheet."""
    ranked = [r.key for r in lexicon.rank(card.question)]
    return tuple(dict.fromkeys([*([card.competency] if card.competency else []), *ranked]))[:2]


def only(cards: Sequence[Card], drill: str | None) -> tuple[Card, ...]:
    """The cards of one drill; without a choice all but the ladder, which one asks for."""
    if drill is None:
        return tuple(card for card in cards if card.drill != "ladder")
    return tuple(card for card in cards if card.drill == drill)
