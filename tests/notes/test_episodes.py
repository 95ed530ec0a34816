"""Messy days cut at their calls, running lists at their days, transcripts kept apart."""

from __future__ import annotations

import pytest

from prep.notes import read
from prep.notes.calls import is_call, names_in

CASES = [
    (
        "labels below a call belong to it, a bold line ends it",
        "Daily/2026-03-02.md",
        "mira stone call:\nfast talker\n\nBackground:\n- racks\n\nquestions:\nwhat next\n\n**Plans:**\n\nmore\n",
        [("mira stone call", "meeting", 1, 9), ("Plans", "daily", 10, 12)],
    ),
    (
        "two blank lines before a label end a call",
        "Daily/2026-03-02.md",
        "mira stone call:\nfast talker\n\n\ngroceries:\n- bread\n",
        [("mira stone call", "meeting", 1, 4), ("groceries", "daily", 5, 6)],
    ),
    (
        "a title without a colon is another topic",
        "Daily/2026-03-02.md",
        "mira stone call:\nfast talker\n\nideas\n- a wheel\n",
        [("mira stone call", "meeting", 1, 3), ("ideas", "daily", 4, 5)],
    ),
    (
        "a rule ends a call",
        "Daily/2026-03-02.md",
        "mira stone call:\nfast talker\n\n---\n\nrest of the day\n",
        [("mira stone call", "meeting", 1, 5), ("2026-03-02", "daily", 6, 6)],
    ),
    (
        "calls without a colon, and labels among other lines",
        "Daily/2026-03-02.md",
        "10:30 Call with Mira Stone\nfast talker\n\ncall otto\n\n1:1 Uma\n- a\nquestions:\n- b\notto vale call:\n- c\n",
        [("10:30 Call with Mira Stone", "meeting", 1, 5), ("1:1 Uma", "meeting", 6, 9), ("otto vale call", "meeting", 10, 11)],
    ),
    (
        "marked headings below the day's title",
        "Daily/2026-03-02.md",
        "# 2026-03-02\n\n## Call with Mira\n- a\n\n### Money\n- b\n\n## Errands\n- c\n",
        [("2026-03-02", "daily", 1, 2), ("Call with Mira", "meeting", 3, 8), ("Errands", "daily", 9, 10)],
    ),
    (
        "a transcript in a meeting's note",
        "x.md",
        "# Weekly\n## Present\n* Mira\n## Transcript (auto)\nMira: so\n### Part 2\nMira: well\n## After\nx\n",
        [("Weekly", "meeting", 1, 3), ("Transcript (auto)", "transcript", 4, 7), ("After", "meeting", 8, 9)],
    ),
    ("a meeting's topics do not part it", "x.md", "# Weekly\n## Present\n* a\n## Call centre\nx\n", [("Weekly", "meeting", 1, 5)]),
    ("an article is one piece", "Clippings/x.md", "# A call for wheels\n## 2026-02-03\n## 2026-02-04\n", [("A call for wheels", "clipping", 1, 3)]),
    ("an empty note", "x.md", "", [("x", "other", 1, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "path", "text", "expected"), CASES)
def test_episodes(
    title: str, path: str, text: str, expected: list[tuple[str, str, int, int]]
) -> None:
    note = read(path, text.encode())
    assert [(e.title, e.kind, e.line, e.end_line) for e in note.episodes] == expected, title
    for block in note.blocks:
        episode = note.episodes[block.episode]
        assert episode.line <= block.line <= block.end_line <= episode.end_line


def test_a_running_list_has_a_day_an_episode() -> None:
    text = b"# Weekly\n\n## 29-08-2022\n- a\n\n### Racks\n- b\n\n## 05-09-2022\n- c\n\n## Monday 12-09-2023\n"
    note = read("Lab/Weekly.md", text)
    assert [(e.title, e.day, e.day_source, e.day_line, e.line, e.end_line) for e in note.episodes] == [
        ("Weekly", None, None, 0, 1, 2),
        ("29-08-2022", "2022-08-29", "heading", 3, 3, 8),
        ("05-09-2022", "2022-09-05", "heading", 9, 9, 11),
        ("Monday 12-09-2023", "2023-09-12", "heading", 12, 12, 12),
    ]  # fmt: skip
    assert (note.day, note.day_source, note.day_line) == ("2023-09-12", "heading", 12)
    assert [str(p) for p in note.problems] == [
        "Lab/Weekly.md:12: 2023-09-12 is a Tuesday, not a Monday; was it 2022?"
    ]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("mira stone call:", ("mira stone",)),
        ("1:1 Mira", ("Mira",)),
        ("Call with Mira & Otto (prices)", ("Mira", "Otto")),
        ("[[Mira Stone|Mira]] sync", ("Mira Stone",)),
        ("Met with Mira Stone", ("Mira Stone",)),
        ("Mira <> Otto 1:1", ("Mira", "Otto")),
        ("10:30 – Mira Stone sync", ("Mira Stone",)),
        ("Interview: Mira Stone", ("Mira Stone",)),
        ("2026-03-02 Mira Stone call", ("Mira Stone",)),
        ("coffee w/ otto", ("otto",)),
        ("Weekly team sync", ()),
        ("All hands meeting", ()),
        ("Call 2026-03-02", ()),
    ],
)
def test_names_of_a_call(heading: str, names: tuple[str, ...]) -> None:
    assert is_call(heading)
    assert names_in(heading) == names


@pytest.mark.parametrize("heading", ["Errands", "Background on me", "Recall of parts", "Synchrony"])
def test_no_call(heading: str) -> None:
    assert not is_call(heading)


def test_a_running_list_dates_no_line_above_it() -> None:
    note = read("Meetings/Council.md", b"# Council\n\n## 2026-03-10\n- a\n\n## 2026-02-10\n- b\n")
    assert [episode.day for episode in note.episodes] == [None, "2026-03-10", "2026-02-10"]
    assert (note.day, note.day_source, note.day_line) == ("2026-03-10", "heading", 3)
