"""The fifteen-minute card: who, what for, the strongest story, the concern, the question to ask."""

from __future__ import annotations

from collections.abc import Sequence

from prep.interview import ticks
from prep.interview.expected import Known
from prep.interview.gleaning import of
from prep.interview.matching import Matched
from prep.interview.people import charge
from prep.interview.rows import entry, in_words
from prep.model.brief import Entry

WORDS = 120
"""Most words of the card: what one takes in while walking to the room."""


def card(
    known: Known, matched: Sequence[Matched], asks: Sequence[Entry], worries: Sequence[Entry],
    missing: Sequence[Entry],
) -> tuple[Entry, ...]:  # fmt: skip
    """The card's lines, cut where the words are used up; the first always stands."""
    lines = [*_who(known), *_strongest(matched), *_counts(asks, missing), *_one(worries, asks)]
    kept: list[Entry] = []
    words = 0
    for line in lines:
        words += len(line.text.split())
        if kept and words > WORDS:
            break
        kept.append(line)
    return tuple(kept)


def _who(known: Known) -> list[Entry]:
    rows = []
    background = of(known.items, "background")[:4]
    if background:
        text = " … ".join(item.words for item in background)
        rows.append(
            entry("summary", text, [i.source for i in background], quote=True, rule="card.who",
                  label="Who")
        )  # fmt: skip
    duty = charge(known.items)[:1]
    if duty:
        rows.append(
            entry("summary", duty[0].words, (duty[0].source,), quote=True, rule="card.charge",
                  label="What their team is for")
        )  # fmt: skip
    return rows


def _strongest(matched: Sequence[Matched]) -> list[Entry]:
    """Up to three stories to have ready, the best fit first."""
    order = {"strong": 0, "workable": 1, "stretch": 2}
    found = [m.best for m in matched if m.best]
    found.sort(key=lambda row: (order[row.fit], -row.score, row.story.title))
    rows = []
    for row in found[:3]:
        lacking = ticks.missing(row.story)[:1]
        text = row.story.title
        if lacking:
            text += f": I could not find {_named(lacking[0])} yet; add it before you tell it"
        rows.append(
            entry("summary", text, row.story.sources, quote=False, rule="card.story",
                  label="Have ready")
        )  # fmt: skip
    return rows


def _named(tick: str) -> str:
    plain = {"own actions": "your own actions", "own task": "your own task", "stakes": "the stakes"}
    return plain.get(tick, f"a {tick}" if tick != "episode" else "when it was")


def _counts(asks: Sequence[Entry], missing: Sequence[Entry]) -> list[Entry]:
    own = [a for a in asks if a.rule != "bank"]
    open_ones = [a for a in own if a.state == "open"]
    rows = []
    if own and open_ones:
        text = _open(len(open_ones), len(own))
        rows.append(
            entry("summary", text, [a.sources[0] for a in open_ones], quote=False,
                  rule="card.open", label="Open")
        )  # fmt: skip
    if missing:
        rows.append(
            entry("summary", missing[0].text, missing[0].sources, quote=True, rule="card.gap",
                  label="No story for", state="gap")
        )  # fmt: skip
    return rows


def _open(count: int, own: int) -> str:
    if count == own:
        which = "Your question has" if own == 1 else "None of your questions has"
        return f"{which} {'no' if own == 1 else 'an'} answer in your notes yet"
    verb = "has" if count == 1 else "have"
    said = in_words(count).capitalize()
    return f"{said} of your {in_words(own)} questions {verb} no answer in your notes yet"


def _one(worries: Sequence[Entry], asks: Sequence[Entry]) -> list[Entry]:
    rows = []
    if worries:
        rows.append(
            entry("summary", worries[0].text, worries[0].sources, quote=True, rule="card.concern",
                  label="Your concern")
        )  # fmt: skip
    if asks and asks[0].state == "open":
        rows.append(
            entry("summary", asks[0].text, asks[0].sources, quote=asks[0].quote, rule="card.ask",
                  label="Ask them", who=asks[0].who)
        )  # fmt: skip
    return rows
