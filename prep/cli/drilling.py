"""The drills at the terminal: each asks, waits, grades and logs.

A stop at any key loses nothing: what is known of an attempt is held before the next prompt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import click

from prep.cli import clock
from prep.interview.bank import Bank
from prep.interview.competence import Lexicon
from prep.interview.practice import grading
from prep.interview.practice.attempt import GRADES, Attempt, Grade, How
from prep.interview.practice.deck import tested
from prep.interview.practice.grading import ELEMENTS, Graded
from prep.interview.practice.log import Log
from prep.interview.practice.schedule import Card
from prep.interview.review import PROBES, landed, probe
from prep.interview.terms import tokens

LADDER = (120, 60, 30)
_TICKS = {name[0]: name for name in ELEMENTS}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a session works with. ``day`` is the day of the attempts."""

    log: Log
    bank: Bank
    lexicon: Lexicon
    stories: tuple[str, ...]
    day: str
    language: str = "en"
    owner: tuple[str, ...] = ()


def run(desk: Desk, card: Card, *, record: bool = True) -> None:
    """One drill from its question to its row in the log; ``record`` False for the warm-up."""
    drill = _DRILLS[card.drill]
    drill(desk, card, record)


def _decode(desk: Desk, card: Card, record: bool) -> None:
    click.echo(f"\nDecode, 15 s: {card.question}")
    choices = [c for c in desk.bank.competencies if c.needs_story]
    click.echo("  " + "  ".join(f"{n} {c.title}" for n, c in enumerate(choices, 1)))
    typed = clock.line("What is being tested? Two numbers:")
    numbers = [int(t) for t in tokens(typed.text) if t.isdecimal()][:2]
    picked = [choices[n - 1].key for n in numbers if 0 < n <= len(choices)]
    keys = tested(card, desk.lexicon)
    graded = grading.grade_decode(picked, keys)
    click.echo(f"  It tests: {', '.join(desk.bank.title(key) for key in keys)}")
    attempt = Attempt(desk.day, "decode", card.question, seconds=typed.seconds, how="timed")
    _close(desk, attempt, graded, record=record)


def _recall(desk: Desk, card: Card, record: bool) -> None:
    click.echo(f"\nRecall, 10 s: {card.question}")
    typed = clock.line("Story and first line:")
    right = _same(typed.text, card.story)
    click.echo(f"  The sheet's story: {card.story}")
    attempt = Attempt(desk.day, "recall", card.question, typed.text, typed.first, how="timed")
    _close(desk, attempt, grading.grade_recall(typed.first, right=right), record=record)


def _answer(desk: Desk, card: Card, record: bool) -> None:
    click.echo(f"\nAnswer, up to 2 min: {card.question}")
    attempt = _told(desk, card, record=record)
    if attempt is None or not record:
        return
    lacking = probe(attempt[1]) if attempt[1] else _asked_for(attempt[2])
    _probe(desk, card._replace(drill="probe", question=lacking), record)


class _Said(NamedTuple):
    """An answer as it came in: its words where they are known, its seconds, and by what."""

    text: str
    seconds: float | None
    how: How


def _said(desk: Desk) -> _Said:
    """An answer spoken against the clock, typed, or taken from a transcript file that is named."""
    typed = clock.line("Speak and press Enter at the end; or type it, or a transcript's path:")
    if not typed.text:
        return _Said("", typed.seconds, "timed")
    file = Path(typed.text).expanduser()
    if file.suffix in {".vtt", ".srt", ".txt", ".md"} and len(typed.text) < 500 and file.is_file():
        return _heard(file.read_bytes(), desk.owner)
    return _Said(typed.text, None, "typed")


def _heard(data: bytes, owner: Sequence[str]) -> _Said:
    """The words of a transcript: the owner's where names stand in it, else all of them."""
    from prep.interview.talk import pick_me
    from prep.interview.transcript import decode, parse

    found = parse(decode(data))
    me = pick_me(found, owner) if found.speakers else ""
    cues = [cue for cue in found.cues if cue.speaker == me]
    times = [cue.seconds for cue in cues]
    whole = None if None in times else sum(t for t in times if t is not None)
    return _Said(" ".join(cue.text for cue in cues), whole, "transcript")


def _told(desk: Desk, card: Card, *, record: bool) -> tuple[Attempt, str, tuple[str, ...]] | None:
    """The attempt, its text where that is known, and the ticks when it was spoken."""
    said = _said(desk)
    words = len(tokens(said.text)) if said.text else None
    attempt = Attempt(
        desk.day, card.drill, card.question, card.story, said.seconds, words, how=said.how
    )
    _hold(desk, attempt, record=record)
    attempt = attempt._replace(own=_own())
    _hold(desk, attempt, record=record)
    ticks = () if said.text else _ticks()
    if said.text:
        graded = grading.grade_typed(said.text, said.seconds, attempt.own, desk.language)
    else:
        graded = grading.grade_ticked(ticks, said.seconds or 0.0, attempt.own)
    for sentence in landed(said.text) if graded.grade else ():
        click.echo(f"  Landed: “{sentence}”")
    _close(desk, attempt, graded, record=record)
    return (attempt, said.text, ticks) if graded.grade else None


def _probe(desk: Desk, card: Card, record: bool) -> None:
    click.echo(f"\nProbe, 30 s: {card.question}")
    said = _said(desk)
    words = len(tokens(said.text)) if said.text else None
    attempt = Attempt(
        desk.day, "probe", card.question, card.story, said.seconds, words, how=said.how
    )
    _hold(desk, attempt, record=record)
    _close(desk, attempt._replace(own=_own()), Graded("", "kept, not graded"), record=record)


def _ladder(desk: Desk, card: Card, record: bool) -> None:
    click.echo(f"\nLadder: {card.story or card.question}. The same story, headline first.")
    for limit in LADDER:
        typed = clock.line(f"In {limit} s. Speak and press Enter at the end:")
        over = typed.seconds > limit
        flags = (f"in {limit} s", *((f"over {limit} s",) if over else ()))
        graded = Graded("hard" if over else "good", f"{typed.seconds:.0f} of {limit} s", flags)
        if typed.seconds < limit / 6:
            graded = Graded("", "too short to say anything", (f"in {limit} s", "too short"))
        attempt = Attempt(
            desk.day, "ladder", card.question, card.story, typed.seconds, how="timed"
        )  # fmt: skip
        _close(desk, attempt, graded, record=record)


def _ask(desk: Desk, card: Card, record: bool) -> None:
    from prep.interview.linter import lint

    click.echo(f"\nAsk: {card.question}")
    if card.story == "partly answered":
        click.echo("  Your notes answer this in part; ask for the rest.")
    typed = clock.line("Say it, or type your wording:")
    for found in lint(typed.text) if typed.text else ():
        click.echo(f"  {found.rule} (“{found.words}”): {found.hint}")
    attempt = Attempt(desk.day, "ask", card.question, seconds=typed.seconds, how="timed")
    _hold(desk, attempt, record=record)
    _close(desk, attempt._replace(own=_own()), Graded("good", "said once"), record=record)


_DRILLS = {
    "decode": _decode, "recall": _recall, "answer": _answer, "probe": _probe, "ladder": _ladder,
    "ask": _ask,
}  # fmt: skip


def _close(desk: Desk, attempt: Attempt, graded: Graded, *, record: bool) -> None:
    """Say the grade and its reason, let the owner overrule it, and write the row."""
    attempt = attempt._replace(grade=graded.grade, flags=graded.flags)
    if not record:
        click.echo(f"  {graded.why} (warm-up, not recorded)")
        return
    _hold(desk, attempt, record=True)
    click.echo(f"  {graded.grade or 'no grade'}: {graded.why}")
    override: Grade = _override() if graded.grade else ""
    desk.log.add(attempt._replace(override=override))


def _hold(desk: Desk, attempt: Attempt, *, record: bool) -> None:
    if record:
        desk.log.hold(attempt)


def _own() -> int | None:
    typed = clock.line("How was it, 1 to 4 (Enter: no rating)?").text
    return int(typed) if typed in {"1", "2", "3", "4"} else None


def _ticks() -> tuple[str, ...]:
    names = " ".join(f"{key}={name}" for key, name in _TICKS.items())
    typed = clock.line(f"What did you say? Letters of {names}:").text.lower()
    return tuple(name for key, name in _TICKS.items() if key in typed)


def _override() -> Grade:
    typed = clock.line(f"Enter keeps it; or {', '.join(GRADES)}:").text.lower()
    return next((g for g in GRADES if g == typed), "")


def _same(typed: str, title: str) -> bool:
    said, wanted = {*tokens(typed)}, {*tokens(title)}
    return bool(wanted) and len(said & wanted) * 2 >= len(wanted)


def _asked_for(ticks: Sequence[str]) -> str:
    """The probe for the first element that was not ticked."""
    found = {"own part": "action", "result": "result", "number": "number", "lesson": "lesson"}
    return next((words for name, words in PROBES if found[name] not in ticks), PROBES[-1][1])
