"""The day of an event, by the note's own words, and what speaks against it."""

from __future__ import annotations

import pytest

from prep.notes import KindRules, read

CASES = [
    ("a heading", "Weekly.md", "# Weekly, 3 February 2026\n## Present\n* a\n", ("2026-02-03", "heading", 1)),
    ("a heading with a label", "Meeting 7.md", "# Meeting 7\n### Meeting Date/Time: Tuesday, February 3, 2026 14:00 UTC\n## Attendees\n* a\n", ("2026-02-03", "heading", 2)),
    ("a file's name", "2026-02-03 racks.md", "words\n", ("2026-02-03", "name", 0)),
    ("a name of eight figures", "20260203 1430 racks.md", "words\n", ("2026-02-03", "name", 0)),
    ("a name with its time", "2026-02-03T12_00_00Z.md", "words\n", ("2026-02-03", "name", 0)),
    ("a name of Logseq's", "journals/2026_02_03.md", "- a\n", ("2026-02-03", "name", 0)),
    ("a name in words", "Feb 3rd, 2026.md", "words\n", ("2026-02-03", "name", 0)),
    ("the year in the folder", "meetings/2026-02/february-3.md", "words\n", ("2026-02-03", "name", 0)),
    ("year and month in the folders", "Journal/2026/02/03.md", "words\n", ("2026-02-03", "name", 0)),
    ("a name of Dendron's", "daily.journal.2026.02.03.md", "words\n", ("2026-02-03", "name", 0)),
    ("a name that can only be read day first", "22-10-2025 racks.md", "words\n", ("2025-10-22", "name", 0)),
    ("a property", "x.md", "---\ntype: meeting\ndate: 2026-02-03\n---\n", ("2026-02-03", "front", 3)),
    ("a property with its time", "x.md", "---\ntype: meeting\nstart: 2026-02-03T09:30:00Z\n---\n", ("2026-02-03", "front", 3)),
    ("a line of a list", "x.md", "# Weekly\n* Date: 2026-02-03T14:00:00Z\n## Present\n* a\n", ("2026-02-03", "body", 2)),
    ("a label in bold", "x.md", "# Weekly\n**When**: Feb 3, 2026\n## Present\n* a\n", ("2026-02-03", "body", 2)),
    ("a field with a link", "x.md", "date:: [[Feb 3rd, 2026]]\n## Present\n* a\n", ("2026-02-03", "link", 1)),
    ("a link among the first lines", "x.md", "# Weekly\n[[Feb 3rd, 2026]]\n## Present\n* a\n", ("2026-02-03", "link", 2)),
    ("one of the first lines", "x.md", "# Weekly\nTuesday, 3 February 2026\n## Present\n* a\n", ("2026-02-03", "body", 2)),
    ("when it was made, for want of better", "x.md", "---\ntype: meeting\ncreated: 2026-02-03\n---\n", ("2026-02-03", "front", 3)),
    ("when it appeared, of an article", "x.md", "---\ntype: article\ncreated: 2026-02-05\npublished: 2026-02-03\n---\n", ("2026-02-03", "front", 4)),
    ("a person's note is no event", "People/Mira Stone.md", "---\ncreated: 2026-02-03\n---\n", (None, None, 0)),
    ("the next meeting is another day", "x.md", "# Weekly\n## Present\n* a\n\nNext meeting: 2026-02-10\n", (None, None, 0)),
    ("a week is no day", "Journal/2026-W06.md", "words\n", (None, None, 0)),
    ("a month is no day", "2026-02 plans.md", "words\n", (None, None, 0)),
    ("a version is no day", "Release 10.2.14.md", "words\n", (None, None, 0)),
    ("a running list: its days are the episodes'", "x.md", "words\n", (None, None, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("title", "path", "text", "expected"), CASES)
def test_day(
    title: str, path: str, text: str, expected: tuple[str | None, str | None, int]
) -> None:
    note = read(path, text.encode())
    assert (note.day, note.day_source, note.day_line) == expected, title
    assert note.problems == ()


DOUBTS = [
    ("title against name: the name of a day wins", "2026-02-03.md", "# Weekly 2026-02-10\n## Present\n* a\n", "2026-02-03", "1: the heading in line 1 says 2026-02-10, the file's name 2026-02-03"),
    ("title against name with words: the title wins", "2026-02-03 upload.md", "# Weekly 2026-02-10\n## Present\n* a\n", "2026-02-10", "1: the file's name says 2026-02-03, the heading in line 1 2026-02-10"),
    ("two against one", "2026-02-03 weekly.md", "---\ndate: 2026-02-03\n---\n# Weekly 2026-02-10\n## Present\n* a\n", "2026-02-03", "4: the heading in line 4 says 2026-02-10, the file's name 2026-02-03"),
    ("property against label", "x.md", "---\ntype: meeting\ndate: 2026-02-03\n---\n**Date**: 2026-02-04\n", "2026-02-03", "5: `Date` says 2026-02-04, `date` 2026-02-03"),
    ("a label against the title: the label wins", "x.md", "# Weekly 2026-02-10\n### Date: 2026-02-03\n## Present\n* a\n", "2026-02-03", "1: the heading in line 1 says 2026-02-10, the heading in line 2 2026-02-03"),
    ("a weekday of the year before", "x.md", "# Weekly, Friday 9 January 2025\n## Present\n* a\n", "2025-01-09", "1: 2025-01-09 is a Thursday, not a Friday; was it 2026?"),
    ("a weekday that does not fit", "x.md", "# Weekly, Monday 3 February 2026\n## Present\n* a\n", "2026-02-03", "1: 2026-02-03 is a Tuesday, not a Monday"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "path", "text", "day", "problem"), DOUBTS)
def test_doubts(title: str, path: str, text: str, day: str, problem: str) -> None:
    note = read(path, text.encode())
    assert note.day == day, title
    assert [str(p)[len(path) + 1 :][: len(problem)] for p in note.problems] == [problem]


@pytest.mark.parametrize(("dayfirst", "day"), [(True, "2026-02-03"), (False, "2026-03-02")])
def test_figures_that_can_be_read_both_ways(dayfirst: bool, day: str) -> None:
    text = b"---\ntype: meeting\ndate: 03/02/2026\n---\n"
    assert read("x.md", text, rules=KindRules(dayfirst=dayfirst)).day == day


def test_a_name_that_can_be_read_both_ways() -> None:
    assert read("Daily/05-06-2025.md", b"x", rules=KindRules(dayfirst=True)).day == "2025-06-05"
    assert read("Daily/05-06-2025.md", b"x").day == "2025-05-06"
