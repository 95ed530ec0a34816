"""The drills through standard input: no terminal, no clock to the first key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from prep.cli.drilling import Desk, run
from prep.interview import Bank
from prep.interview.competence import Lexicon
from prep.interview.practice.attempt import Attempt
from prep.interview.practice.log import Log
from prep.interview.practice.schedule import Card, history

STORY = (
    "In 2024 our timetable was late by six weeks and I owned it. I cut two routes, told the "
    "captains the same day and drew the rest. In the end it ran from May, and complaints fell."
)
Drill = Callable[..., tuple[str, tuple[Attempt, ...]]]


@pytest.fixture
def drill(tmp_path: Path, bank: Bank, words: Lexicon) -> Drill:
    """Runs one card with lines typed; what was shown, and the attempts logged."""

    def play(card: Card, *typed: str, record: bool = True) -> tuple[str, tuple[Attempt, ...]]:
        desk = Desk(Log(tmp_path), bank, words, (), "2026-03-01", owner=("Nora Lind",))

        @click.command()
        def command() -> None:
            run(desk, card, record=record)

        ran = CliRunner().invoke(command, input="".join(f"{line}\n" for line in typed))
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.output
        return ran.output, Log(tmp_path).attempts()

    return play


QUESTION = "Choose a date you nearly missed. What did you cut, whom did you tell, and when?"


def test_decode_is_answered_from_the_bank(drill: Drill) -> None:
    shown, (attempt,) = drill(Card("decode", QUESTION, "", "deliver"), "9 1", "")
    assert "It tests: Delivery" in shown
    assert (attempt.grade, attempt.how) == ("good", "timed")


def test_recall_wants_the_story_of_the_sheet(drill: Drill) -> None:
    _, (attempt,) = drill(Card("recall", QUESTION, "The ferry timetable"), "ferry timetable", "")
    assert attempt.grade == "good"


def test_an_answer_that_is_too_short_gets_nothing(drill: Drill) -> None:
    shown, (attempt,) = drill(Card("answer", QUESTION), "Fine.", "4")
    assert "too short to say anything" in shown
    assert "Landed" not in shown
    assert (attempt.grade, attempt.own, attempt.words) == ("", 4, 1)


def test_an_answer_is_rated_before_anything_is_shown(drill: Drill) -> None:
    shown, attempts = drill(Card("answer", QUESTION), STORY, "3", "hard", "", "")
    assert shown.index("How was it") < shown.index("Landed") < shown.index("good: complete")
    answer, probe = attempts
    assert (answer.grade, answer.override, answer.counts) == ("good", "hard", "hard")
    assert (probe.drill, probe.question) == ("probe", "What did it change, in numbers?")


def test_a_spoken_answer_is_ticked_by_hand(drill: Drill) -> None:
    shown, (attempt,) = drill(Card("answer", QUESTION), "", "", "star")
    assert "too short" in shown
    assert (attempt.how, attempt.words) == ("timed", None)


def test_a_transcript_may_be_named(drill: Drill, tmp_path: Path) -> None:
    file = tmp_path / "me.txt"
    file.write_text(f"Ines Roth: Tell me.\nNora Lind: {STORY}\nInes Roth: Good.\n", "utf-8")
    _, attempts = drill(Card("answer", QUESTION), str(file), "3", "", "", "")
    assert (attempts[0].how, attempts[0].grade) == ("transcript", "good")


def test_the_ladder_is_one_card_of_three_steps(drill: Drill) -> None:
    card = Card("ladder", QUESTION, "The ferry timetable")
    _, attempts = drill(card, "", "", "")
    assert [attempt.flags[0] for attempt in attempts] == ["in 120 s", "in 60 s", "in 30 s"]
    assert {attempt.card for attempt in attempts} == {card.key}
    assert history(card, attempts) == ()


def test_a_question_to_ask_passes_the_linter(drill: Drill) -> None:
    shown, (attempt,) = drill(Card("ask", "What comes first?"), "Don't you agree?", "2", "")
    assert "leading" in shown
    assert attempt.drill == "ask"


def test_the_warm_up_is_not_recorded(drill: Drill) -> None:
    shown, attempts = drill(Card("decode", QUESTION, "", "deliver"), "9", record=False)
    assert "not recorded" in shown
    assert attempts == ()
