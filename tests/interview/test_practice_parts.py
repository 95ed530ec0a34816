"""Attempts and their log, grades, schedule, progress: the parts of practice without a terminal."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.interview.appending import append
from prep.interview.practice.attempt import DRILLS, GRADES, Attempt, How, from_row, to_row
from prep.interview.practice.grading import (
    grade_decode,
    grade_recall,
    grade_ticked,
    grade_typed,
)
from prep.interview.practice.log import Log
from prep.interview.practice.page import page
from prep.interview.practice.progress import (
    Point,
    Series,
    Story,
    coverage,
    readiness,
    runs,
    sparkline,
    trend,
)
from prep.interview.practice.schedule import Card, card_number, next_pass, today
from prep.interview.practice.svg import multiples
from prep.problems import PrepError

LINE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=40)
WORDS = LINE.map(lambda text: " ".join(text.split()))
ATTEMPTS = st.builds(
    Attempt,
    day=st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str),
    drill=st.sampled_from(DRILLS),
    question=WORDS,
    story=WORDS,
    seconds=st.none() | st.integers(0, 9999).map(lambda tenths: tenths / 10),
    words=st.none() | st.integers(0, 999),
    own=st.none() | st.integers(1, 4),
    grade=st.sampled_from([*GRADES, ""]),
    override=st.sampled_from([*GRADES, ""]),
    flags=st.lists(st.sampled_from(["long", "no result", "stuck"]), unique=True).map(tuple),
    how=st.sampled_from(get_args(How)),
)


@given(ATTEMPTS)
def test_a_row_reads_back_as_it_was(attempt: Attempt) -> None:
    assert from_row(to_row(attempt)) == attempt


@given(ATTEMPTS, st.integers(1, 30))
def test_a_torn_row_is_no_attempt_or_the_whole(attempt: Attempt, cut: int) -> None:
    row = to_row(attempt)
    assert from_row(row[: max(0, len(row) - 1 - cut)]) is None


# A file that ends in half a line break of Windows gets the other half: the next look finds CRLF.
@given(
    old=st.binary(max_size=60).filter(
        lambda b: not b.endswith(b"\r") and b[:2] not in (b"\xff\xfe", b"\xfe\xff")
    ),
    added=st.lists(WORDS, max_size=4),
)
def test_appending_keeps_every_old_byte(
    tmp_path_factory: pytest.TempPathFactory, old: bytes, added: list[str]
) -> None:
    path = tmp_path_factory.mktemp("note") / "note.md"
    path.write_bytes(old)
    for line in added:
        append(path, f"{line}\n")
    new = path.read_bytes()
    assert new.startswith(old)
    assert [p.name for p in path.parent.iterdir()] == ["note.md"]
    breaks = b"\r\n" if b"\r\n" in old else b"\n"
    assert new.endswith(b"".join(line.encode() + breaks for line in added))


def test_a_note_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PrepError, match="cannot be written"):
        append(tmp_path / "file" / "note.md", "y\n")
    assert (tmp_path / "file").read_text() == "x"


def test_a_linked_log_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("a\n")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    append(tmp_path / "link.md", "b\n")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "a\nb\n"


ONE = Attempt("2026-03-01", "answer", "Why | us?", "Ferry", 61.5, 140, 3, "good", "", (), "timed")


def test_the_twin_is_completed_from_the_table(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.add(ONE)
    (tmp_path / ".prep" / "practice.jsonl").unlink()
    log.add(ONE._replace(question="And now?"))
    twin = (tmp_path / ".prep" / "practice.jsonl").read_text().splitlines()
    assert [json.loads(line)["question"] for line in twin] == ["Why | us?", "And now?"]


def test_an_attempt_killed_between_writing_and_forgetting_counts_once(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.hold(ONE)
    held = (tmp_path / ".prep" / "practice-open.json").read_bytes()
    log.add(ONE)
    (tmp_path / ".prep" / "practice-open.json").write_bytes(held)
    assert log.recover() is None
    assert log.attempts() == (ONE,)


def test_a_broken_open_file_is_dropped(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.hold(ONE)
    (tmp_path / ".prep" / "practice-open.json").write_text('{"after": 0, "flags": 3}')
    assert log.recover() is None
    assert log.attempts() == ()


def test_rows_broken_by_hand_do_not_stop_the_rest(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.add(ONE)
    append(log.path, "| 2026-03-02 | answer | half a row\n")
    log.add(ONE._replace(day="2026-03-03"))
    assert [attempt.day for attempt in log.attempts()] == ["2026-03-01", "2026-03-03"]


GOOD = (
    "In 2024 our timetable was late by six weeks and I owned it. I cut two routes, told the "
    "captains the same day and drew the rest. In the end it ran from May and complaints fell."
)


@pytest.mark.parametrize(
    ("title", "graded", "grade"),
    [
        ("the first competency", grade_decode(["deliver", "adapt"], ["deliver", "decide"]), "good"),
        ("only the second", grade_decode(["decide", "adapt"], ["deliver", "decide"]), "hard"),
        ("neither", grade_decode(["adapt"], ["deliver", "decide"]), "again"),
        ("nothing picked", grade_decode([], ["deliver"]), "again"),
        ("at once", grade_recall(2.9, right=True), "good"),
        ("hesitant", grade_recall(3.1, right=True), "hard"),
        ("stuck", grade_recall(7.1, right=True), "again"),
        ("wrong story", grade_recall(1.0, right=False), "again"),
        ("complete and quick", grade_typed(GOOD, 90, 4), "easy"),
        ("complete", grade_typed(GOOD, 130, 4), "good"),
        ("complete but long", grade_typed(GOOD, 200, 4), "hard"),
        ("modest about it", grade_typed(GOOD, 90, 3), "good"),
        ("no result", grade_typed(GOOD.split("In the end", maxsplit=1)[0], 60, 3), "hard"),
        ("an opinion", grade_typed("I am a person who always values people. " * 4, 60, 4), "again"),
        ("ticked all", grade_ticked(("situation", "task", "action", "result"), 100, 4), "easy"),
        ("no result ticked", grade_ticked(("situation", "task", "action"), 100, 4), "hard"),
        ("no story ticked", grade_ticked(("lesson",), 100, 4), "again"),
    ],
)
def test_grades(title: str, graded: object, grade: str) -> None:
    assert getattr(graded, "grade") == grade, title  # noqa: B009
    assert getattr(graded, "why"), title  # noqa: B009


@pytest.mark.parametrize(
    ("days", "grades", "expected"),
    [
        (7, [], [0, 2, 6]),
        (14, [], [0, 2, 13]),
        (30, [], [0, 2, 13, 29]),
        (14, ["again", "hard"], [0, 1, 2, 5, 13]),
    ],
)
def test_the_schedules_of_the_specification(
    days: int, grades: list[str], expected: list[int]
) -> None:
    start = date(2026, 3, 1)
    interview = str(start + timedelta(days=days))
    passes: list[tuple[str, str]] = []
    day: str | None = str(start)
    while day is not None:
        passes.append((day, grades[len(passes)] if len(passes) < len(grades) else "good"))
        day = next_pass(passes, interview)  # type: ignore[arg-type]
    assert [(date.fromisoformat(d) - start).days for d, _ in passes] == expected


def test_card_numbers_are_stable() -> None:
    assert card_number("answer:why us") == card_number("answer:why us")
    assert card_number("answer:why us") != card_number("recall:why us")


CARDS = (
    Card("answer", "New?"),
    Card("answer", "Due?"),
    Card("answer", "Gap?", critical=True),
    Card("answer", "Later?"),
)
PAST = (
    Attempt("2026-02-20", "answer", "Due?", grade="good"),
    Attempt("2026-02-28", "answer", "Later?", grade="good"),
)


def test_todays_cards_gaps_first_then_due_then_new() -> None:
    chosen = today(CARDS, PAST, "2026-03-01")
    assert [card.question for card in chosen] == ["Gap?", "Due?", "New?"]
    assert [c.question for c in today(CARDS, PAST, "2026-03-01", budget=1)] == ["Gap?"]


def test_on_the_eve_all_that_was_practised_is_due_and_nothing_after() -> None:
    eve = today(CARDS, PAST, "2026-03-01", "2026-03-02")
    assert {card.question for card in eve} == {"New?", "Due?", "Gap?", "Later?"}
    assert today(CARDS, PAST, "2026-03-02", "2026-03-02") == ()


def _series(values: list[float], how: How = "timed") -> Series:
    points = tuple(Point(f"2026-03-{n + 1:02}", v, how) for n, v in enumerate(values))
    return Series("length", "Length", "s", points)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "no session yet"),
        ([100], "baseline: 100 s"),
        ([200, 100], "200 → 100 s: too early for a trend"),
        ([200, 100, 50], "200 → 50 s: too early for a trend"),
        ([200, 190, 180, 100, 90, 80], "better: 190 → 90 s"),
        ([80, 90, 100, 180, 190, 200], "worse: 90 → 190 s"),
        ([100, 101, 99, 100], "level: 100 → 100 s"),
    ],
)
def test_no_trend_before_four_sessions(values: list[float], words: str) -> None:
    assert trend(_series(values)) == words


def test_points_measured_differently_are_never_joined() -> None:
    mixed = _series([100, 90])
    mixed = mixed._replace(points=(*mixed.points, *_series([80, 70], "typed").points))
    assert [len(run) for run in runs(mixed)] == [2, 2]
    picture = multiples([mixed])
    assert picture.count("<polyline") == 2
    assert trend(mixed) == "80 → 70 s: too early for a trend"


def test_a_page_for_word_keeps_bars_apart() -> None:
    mixed = _series([100, 90])._replace(
        points=(*_series([100, 90]).points, *_series([80], "typed").points)
    )
    made = page(
        [mixed],
        "strip",
        readiness([], asks=0, concern_aloud=None, as_of="2026-03-02"),
        "2026-03-02",
    )
    assert "| Length | █▁ ▄ | baseline: 80 s |" in made
    assert "- [ ] three questions to ask" in made


def test_pictures_escape_their_titles() -> None:
    assert "<b>" not in multiples([_series([1])._replace(title="<b>")])


@pytest.mark.parametrize(
    ("values", "bars"), [([], ""), ([5, 5], "▄▄"), ([0, 7], "▁█"), ([0, 1, 2], "▁▅█")]
)
def test_sparklines(values: list[float], bars: str) -> None:
    assert sparkline(values) == bars


def test_readiness_is_a_list() -> None:
    told = Story("A?", "strong", (("2026-03-01", 90.0),), failure=True)
    late = Story("B?", "workable", (("2026-02-01", 90.0), ("2026-03-01", 130.0)))
    gap = Story("C?", "gap", ())
    rows = readiness([told, late, gap], asks=3, concern_aloud=False, as_of="2026-03-02")
    assert [row.ready for row in rows] == [False, False, True, True, False]
    assert rows[0].missing == ("C?",)
    assert rows[1].missing == ("B?",)


def test_coverage_counts_what_was_practised_of_late() -> None:
    rows = [("strong", "2026-02-28", "good"), ("gap", "2026-01-01", "again")]
    assert coverage(rows, "2026-03-01") == (
        "strong story ●○ 1/2 · practised in 14 days ●○ 1/2 · last good ●○ 1/2"
    )
