"""Transcripts of six shapes; turns, questions and answers; who is me."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.interview.talk import asking, look_swapped, pick_me, see, turns
from prep.interview.transcript import decode, parse
from prep.problems import PrepError

TEAMS = """WEBVTT

8b0c/12-0
00:00:01.000 --> 00:00:04.500
<v Ines Roth>What did you do?</v>

8b0c/13-0
00:00:05.000 --> 00:00:09.000
<v Nora Lind>I cut two routes</v>
"""
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:04.500
Ines Roth: What did you do?

2
00:00:05.000 --> 00:00:09.000
Nora Lind: I cut two routes
"""
SRT = """1
00:00:01,000 --> 00:00:04,500
Ines Roth: What did
you do?

2
00:00:05,000 --> 00:00:09,000
Nora Lind: I cut two routes
"""
BARE = """00:01.000 --> 00:04.500
Ines Roth: What did you do?

00:05.000 --> 00:09.000
Nora Lind: I cut two routes
"""
TEXT = "Ines Roth: What did you do?\nNora Lind: I cut\ntwo routes\n"
BOLD = "# Round 1\n\n- **Ines Roth:** What did you do?\n- **Nora Lind:** I cut two routes\n"
ABOVE = "Ines Roth   0:01\nWhat did you do?\n\nNora Lind   0:05\nI cut two routes\n"
STAMPED = "[00:00:01] Ines Roth: What did you do?\n[00:00:05] Nora Lind: I cut two routes\n"


@pytest.mark.parametrize(
    ("title", "text", "timed"),
    [
        ("Teams", TEAMS, True),
        ("Zoom", ZOOM, True),
        ("SubRip, a wrapped line", SRT, True),
        ("no header", BARE, True),
        ("text, a wrapped line", TEXT, False),
        ("markdown", BOLD, False),
        ("names above", ABOVE, False),
        ("stamps before names", STAMPED, False),
        ("CRLF and BOM", "\ufeff" + ZOOM.replace("\n", "\r\n"), True),
    ],
)
def test_shapes(title: str, text: str, timed: bool) -> None:
    found = parse(text)
    assert [(cue.speaker, cue.text) for cue in found.cues] == [
        ("Ines Roth", "What did you do?"),
        ("Nora Lind", "I cut two routes"),
    ]
    assert found.timed == timed
    if timed:
        assert [(cue.start, cue.end) for cue in found.cues] == [(1.0, 4.5), (5.0, 9.0)]


def test_lines_are_those_of_the_file() -> None:
    assert [cue.line for cue in parse(TEAMS).cues] == [5, 9]
    assert [cue.line for cue in parse(BOLD).cues] == [3, 4]


def test_a_cue_without_a_name_among_named_ones_is_nobodys() -> None:
    found = parse(ZOOM + "\n3\n00:00:10.000 --> 00:00:12.000\nand told them\n")
    assert [(cue.speaker, cue.ambiguous) for cue in found.cues][-1] == ("", True)
    nameless = parse(ZOOM.replace("Ines Roth: ", "").replace("Nora Lind: ", ""))
    assert [cue.ambiguous for cue in nameless.cues] == [False, False]


def test_two_voices_share_the_time_of_their_cue_by_words() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:10.000\n- Ines: One two three?\n- Nora: Four.\n"
    assert [(cue.speaker, cue.start, cue.end) for cue in parse(text).cues] == [
        ("Ines", 0.0, 7.5), ("Nora", 7.5, 10.0),
    ]  # fmt: skip


def test_a_title_in_brackets_belongs_to_the_name() -> None:
    text = "Hon. Ines Roth (Minister (Ports), North): Order.\nNora Lind: Thank you.\n" * 2
    assert parse(text).speakers == ("Hon. Ines Roth (Minister (Ports), North)", "Nora Lind")


def test_a_colon_in_a_sentence_names_nobody() -> None:
    text = TEXT + "Nora Lind: and so: we left\n\nwhat we then did was this: we ran\n"
    assert parse(text).speakers == ("Ines Roth", "Nora Lind")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = parse(text)
    assert all(cue.text for cue in found.cues)
    assert all(1 <= cue.line <= len(text.splitlines()) for cue in found.cues)


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_utf_16_is_decoded() -> None:
    assert parse(decode(TEAMS.encode("utf-16"))).speakers == ("Ines Roth", "Nora Lind")


TALK = """Ines Roth: Welcome. Tell me about a plan that fell apart.
Nora Lind: It was in 2024.
Ines Roth: Really?
Nora Lind: I cut two routes.
Ines Roth: And what did it cost?
Nora Lind: A month.
"""


def test_questions_are_paired_with_all_that_follows() -> None:
    answers = see(parse(TALK), "Nora Lind").answers
    assert [(a.question, a.text) for a in answers] == [
        ("Tell me about a plan that fell apart.", "It was in 2024. I cut two routes."),
        ("And what did it cost?", "A month."),
    ]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I see. How did it end?", "How did it end?"),
        ("so tell me about the harbour", "so tell me about the harbour"),
        ("We do it every year.", ""),
    ],
)
def test_what_asks(text: str, question: str) -> None:
    assert asking(turns(parse(f"Ines: {text}").cues)[0]) == question


@pytest.mark.parametrize(
    ("names", "speaker"),
    [
        (("Nora",), "Nora Lind"),
        (("nora lind", "Myself"), "Nora Lind"),
        (("Ines Roth",), "Ines Roth"),
    ],
)
def test_me_is_a_name_that_fits_one_speaker(names: tuple[str, ...], speaker: str) -> None:
    assert pick_me(parse(TALK), names) == speaker


@pytest.mark.parametrize("names", [(), ("Ola",), ("Ines", "Nora")])
def test_me_is_asked_for_else(names: tuple[str, ...]) -> None:
    with pytest.raises(PrepError, match="Ines Roth, Nora Lind"):
        pick_me(parse(TALK), names)


def test_swapped_labels_are_noticed() -> None:
    long = TALK.replace("I cut two routes.", "I cut two routes. " * 10)
    assert not look_swapped(see(parse(long), "Nora Lind"))
    assert look_swapped(see(parse(long), "Ines Roth"))
