"""The sixteen measures and what a review says."""

from __future__ import annotations

import pytest

from prep.interview import Bank
from prep.interview.measures import MEASURES, Asked, Measured, is_past
from prep.interview.review import change, landed, missing, planned, probe, review
from prep.interview.scorecard import document
from prep.interview.talk import see
from prep.interview.telling import acts, telling
from prep.interview.transcript import parse
from prep.interview.wording import crutches, figures, hedges, specifics

STORY = (
    "In 2024 our ferry timetable was late by six weeks, and the captains threatened to quit. "
    "My job was to get it out by May. I cut two dead routes, told the captains the same day and "
    "drew the rest by hand. I sat with each of them for an hour. In the end it ran from the first "
    "of May, and complaints dropped from 300 to 12. I learned to begin with what nobody misses."
)
WEAK = (
    "I think I am a person who usually values people, and I always try to listen to them. "
    "Generally I believe that a good team is important, and we should maybe talk more often, "
    "because people should sort of feel that they are heard, I guess."
)


def _talk(*pairs: tuple[str, str], seconds: float = 80, gap: float = 2) -> str:
    rows, now = ["WEBVTT", ""], 0.0
    for asked, answer in pairs:
        for name, text, length in (("Ines", asked, 4.0), ("Nora", answer, seconds)):
            start, end = now + (gap if name == "Nora" else 0), now + length + gap
            rows += [f"{_stamp(start)} --> {_stamp(end)}", f"{name}: {text}", ""]
            now = end
    return "\n".join(rows)


def _stamp(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds % 3600 // 60):02}:{seconds % 60:06.3f}"


PAST = "Tell me about a time when a plan fell apart."


def _measure(key: str, text: str, bank: Bank, **given: str) -> Measured:
    talk = see(parse(text), "Nora")
    measure = next(m for m in MEASURES if m.key == key)
    return measure.run(Asked(talk, talk.answers[0], bank, **given))


def test_there_are_sixteen_each_with_threshold_and_source() -> None:
    assert len(MEASURES) == len({m.key for m in MEASURES}) == 16
    assert all(m.threshold and m.source for m in MEASURES)


@pytest.mark.parametrize(
    ("seconds", "level"),
    [(60, "good"), (120, "good"), (50, "note"), (150, "note"), (29, "flag"), (181, "flag")],
)
def test_answer_length(seconds: float, level: str, bank: Bank) -> None:
    assert _measure("length", _talk((PAST, STORY), seconds=seconds, gap=0), bank).level == level


def test_answer_length_without_times_is_estimated(bank: Bank) -> None:
    found = _measure("length", f"Ines: {PAST}\nNora: {STORY}\n", bank)
    assert found.estimated
    assert "estimated" in found.words


@pytest.mark.parametrize(
    ("key", "text", "level"),
    [
        ("pace", _talk((PAST, STORY), seconds=40, gap=0), "good"),
        ("pace", _talk((PAST, STORY * 2), seconds=31, gap=0), "flag"),
        ("pace", _talk((PAST, STORY), seconds=20), "not measurable"),
        ("sounds", _talk((PAST, STORY)), "not measurable"),
        ("sounds", _talk((PAST, "um " * 20 + STORY), seconds=60), "flag"),
        ("fillers", _talk((PAST, STORY)), "good"),
        ("fillers", _talk((PAST, STORY.replace(".", "").replace(",", ""))), "not measurable"),
        ("hedging", _talk((PAST, STORY)), "not measurable"),
        ("hedging", _talk((PAST, WEAK * 3)), "flag"),
        ("crutch", _talk((PAST, STORY)), "not measurable"),
        ("crutch", _talk(*[(PAST, "It ran from first light, and first light came.")] * 3), "flag"),
        ("story", _talk((PAST, STORY)), "good"),
        ("story", _talk((PAST, WEAK)), "flag"),
        ("story", _talk(("What would you change?", STORY)), "not measurable"),
        ("star", _talk((PAST, STORY)), "good"),
        ("star", _talk((PAST, WEAK * 2)), "flag"),
        ("star", _talk((PAST, "I cut two routes.")), "not measurable"),
        ("specifics", _talk((PAST, STORY)), "good"),
        ("specifics", _talk((PAST, WEAK)), "note"),
        ("own", _talk((PAST, STORY)), "not measurable"),
        ("own", _talk((PAST, STORY + " I wrote it. I drew it.")), "good"),
        ("own", _talk((PAST, STORY.replace("I ", "we "))), "not measurable"),
        ("answers", _talk(("How did the timetable and the captains fare?", STORY)), "good"),
        ("share", _talk((PAST, STORY)), "note"),
        ("turn", _talk((PAST, STORY), seconds=200), "flag"),
        ("turn", f"Ines: {PAST}\nNora: {STORY}\n", "not measurable"),
        ("asked", _talk((PAST, STORY)), "note"),
        (
            "asked",
            _talk((PAST, "Why? It ran."), (PAST, "How? It ran."), (PAST, "Who? So.")),
            "good",
        ),
        ("pause", _talk((PAST, STORY)), "shown"),
        ("pause", f"Ines: {PAST}\nNora: {STORY}\n", "not measurable"),
        ("first", _talk((PAST, STORY)), "shown"),
    ],
)
def test_levels(key: str, text: str, level: str, bank: Bank) -> None:
    found = _measure(key, text, bank)
    assert found.level == level, found
    assert found.words


def test_a_long_transcript_without_a_filler_sound_says_who_removed_them(bank: Bank) -> None:
    found = _measure("sounds", _talk((PAST, STORY * 5)), bank)
    assert found.words == "not measurable: your transcriber removes them"


def test_a_review_quotes_what_landed_and_names_one_change(bank: Bank) -> None:
    text = _talk((PAST, STORY), (PAST, WEAK), (PAST, "Fine."))
    good, weak, short = review(text, me=("Nora",), bank=bank).answers
    assert len(good.landed) == 2
    assert all(sentence in STORY for sentence in good.landed)
    assert any("300 to 12" in sentence for sentence in good.landed)
    assert weak.change.startswith("Tell one occasion: I found no story here")
    assert weak.landed == ()
    assert (short.too_little, short.landed, short.change, short.measured) == (
        "too short to say anything", (), "", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lacks", "asks"),
    [
        (STORY, (), "what would you drop"),
        (
            STORY.split("In the end", maxsplit=1)[0],
            ("result", "number", "lesson"),
            "How did it end?",
        ),
        (STORY.replace("I ", "we "), ("own part", "lesson"), "your own part"),
    ],
)
def test_the_probe_asks_for_the_first_missing_element(
    text: str, lacks: tuple[str, ...], asks: str
) -> None:
    assert missing(text) == lacks
    assert asks in probe(text)


def test_praise_needs_a_reason() -> None:
    assert landed(WEAK) == ()


def test_what_became_of_planned_questions() -> None:
    text = "Ines: Well, any questions?\nNora: What happens next?\nInes: You hear on Monday.\n"
    rows = planned(("What happens next?", "Who leads the port office?"), see(parse(text), "Nora"))
    assert [row.state for row in rows] == ["asked", "not asked"]


def test_a_good_answer_needs_no_change(bank: Bank) -> None:
    talk = see(parse(_talk((PAST, STORY), seconds=45, gap=0)), "Nora")
    asked = Asked(talk, talk.answers[0], bank)
    measured = {m.key: m.run(asked) for m in MEASURES if m.per == "answer"}
    assert change(talk.answers[0], measured) == "Nothing that the words show."


@pytest.mark.parametrize(
    ("text", "kind"),
    [(STORY, "story"), (WEAK, "self-description"), ("People should usually talk.", "habit"),
     ("The harbour is nice.", "opinion")],
)  # fmt: skip
def test_response_types(text: str, kind: str) -> None:
    assert telling(text).kind == kind


def test_acts_share_the_subject_of_their_sentence() -> None:
    assert acts("I cut the stage, told the choirs and borrowed risers.") == 3
    assert acts("They cut the stage and told the choirs.") == 0


def test_phrases_that_come_back() -> None:
    answers = ["at the end of the day we won"] * 3
    found = dict(crutches(answers))
    assert found["end of the day"] == 3
    assert "of the" not in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We cut it by 30 % in May", ("30 %",)),
        ("half of the fleet", ("half",)),
        ("nothing", ()),
    ],
)
def test_figures(text: str, found: tuple[str, ...]) -> None:
    assert figures(text) == found


def test_specifics_hold_numbers_days_and_names() -> None:
    assert specifics("On Monday we met Ines about 12 ships") == ("12", "Monday", "Ines")


def test_hedges() -> None:
    assert hedges("Maybe it was kind of late, I think") == 3


@pytest.mark.parametrize(
    ("question", "past"),
    [(PAST, True), ("Tell me about yourself.", False), ("What would you change?", False)],
)
def test_which_questions_ask_for_the_past(question: str, past: bool) -> None:
    assert is_past(question) == past


def test_a_review_is_a_document_whose_lines_are_those_of_the_transcript(bank: Bank) -> None:
    text = _talk((PAST, STORY), ("And why us?", "Fine."))
    lines = text.splitlines()
    made = document(review(text, me=("Nora",), bank=bank), "round1.vtt", lines, "2026-03-01")
    entries = [entry for section in made.sections for entry in section.entries]
    assert [section.key for section in made.sections] == [
        "summary", "answers", "measures", "answer_1",
    ]  # fmt: skip
    for entry in entries:
        for source in entry.sources:
            assert source.text == "\n".join(lines[source.line - 1 : source.end_line])
        if entry.quote:
            assert any(entry.text in source.text for source in entry.sources)
        else:
            assert not any(character.isdigit() for character in entry.text)
    assert [dict(row.columns)["Landed"] for row in entries if row.kind == "answer"][1] == (
        "too short to say anything"
    )
