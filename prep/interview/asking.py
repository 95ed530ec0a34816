"""What I want to ask them, and how far the notes answer it already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from prep.interview.bank import ANY_STAGE, Bank
from prep.interview.gleaning import Item
from prep.interview.labels import tidy
from prep.interview.material import Material
from prep.interview.rows import FROM_BANK, entry
from prep.interview.terms import content
from prep.model.brief import Entry, Source
from prep.patterns import lazy

State = Literal["open", "partly answered", "answered", "unclear"]
OWN, RESERVE = 5, 3
_SECOND = lazy(r"\band (?:how|what|which|who|why|when|where)\b(?P<rest>.*)$", re.IGNORECASE)
_SLOT = lazy(r"\{\w+\}")


class Answered(NamedTuple):
    """How far a question is answered, by which lines, and the part that is open."""

    state: State
    words: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    open_part: str = ""


def ask_them(
    items: Sequence[Item],
    material: Sequence[Material],
    bank: Bank,
    stage: str,
    language: str = "en",
) -> tuple[Entry, ...]:
    """My questions from the notes, then enough of the bank's for the stage."""
    own = [i for i in items if i.question and i.question.direction in {"i_ask", "unknown"}]
    rows = [_row(item, items, material, language) for item in _once(own)]
    order = ("open", "partly answered", "unclear", "answered")
    rows.sort(key=lambda row: order.index(row.state or "open"))
    spare = max(RESERVE, OWN + RESERVE - len(rows))
    return (*rows, *list(_offered(bank, stage))[:spare])


def _once(own: Sequence[Item]) -> list[Item]:
    """Each question once, where it was first written, with the answers of every telling."""
    seen: dict[str, Item] = {}
    for item in own:
        key = item.words.lower().strip(" ?.")
        first = seen.setdefault(key, item)
        if first is not item:
            seen[key] = first._replace(answers=(*first.answers, *item.answers))
    return list(seen.values())


def answer_of(
    item: Item, items: Sequence[Item], material: Sequence[Material], language: str = "en"
) -> Answered:
    """What the notes say to a question: lines below it, a label that it names, a closed claim."""
    if item.answers:
        words = tuple(a.words for a in item.answers)
        return Answered("answered", words, tuple(a.source for a in item.answers))
    asked = {*content(item.words, language)}
    for other in items:
        label = {*content(other.label, language)}
        if other.question or not label or not label <= asked:
            continue
        same = [o for o in items if o.label == other.label and o.source.path == other.source.path]
        rest = _SECOND.search(item.words)
        left = {*content(rest["rest"], language)} - label if rest else set()
        state: State = "partly answered" if left else "answered"
        open_part = rest["rest"].strip(" ?") if rest and left else ""
        return Answered(
            state, tuple(o.words for o in same), tuple(o.source for o in same), open_part
        )
    return _closed(item, material)


def _closed(item: Item, material: Sequence[Material]) -> Answered:
    for given in material:
        if given.note.path != item.source.path:
            continue
        for claim in given.claims:
            if claim.line == item.source.line and claim.state == "answered" and claim.closer:
                source = given.source(*claim.closer)
                return Answered("answered", (source.text.strip(" -*\t"),), (source,))
    return Answered("open")


def _row(item: Item, items: Sequence[Item], material: Sequence[Material], language: str) -> Entry:
    question = item.question
    to = question.to if question else ""
    words = tidy(item.words)
    text = f"{shown_name(to).split()[0]}, {words[0].lower()}{words[1:]}" if to else words
    unclear = question is not None and question.direction == "unknown"
    found = Answered("unclear") if unclear else answer_of(item, items, material, language)
    return entry(
        "ask", text, (item.source, *found.sources),
        quote=text.rstrip("?") == item.words.rstrip("?"),
        rule=f"ask.{question.rule if question else 'line'}", who=shown_name(to) or None,
        state=found.state,
        columns=(("Question", text), ("In your notes", in_notes(found))),
    )  # fmt: skip


def shown_name(name: str) -> str:
    """A name for the page: one that the notes write small throughout gets its capitals."""
    return name.title() if name.islower() else name


def in_notes(found: Answered) -> str:
    """The cell beside a question."""
    if found.state == "unclear":
        return "unclear who asks: you, or they"
    if found.state == "open":
        return "open"
    text = f"{found.state}: {' · '.join(found.words[:4])}"
    return f"{text}. Open: {found.open_part}" if found.open_part else text


def _offered(bank: Bank, stage: str) -> Iterator[Entry]:
    lines = [line for line in bank.ask if line.stage == (stage or "manager")]
    lines += [line for line in bank.ask if line.stage == ANY_STAGE]
    for line in lines:
        if not _SLOT.search(line.text):
            yield entry(
                "ask", line.text, (line.source,), quote=True, rule="bank", label=FROM_BANK,
                why=line.purpose.replace("_", " "), state="open",
                columns=(("Question", line.text), ("In your notes", "")),
            )  # fmt: skip
