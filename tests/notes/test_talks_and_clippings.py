"""Transcripts become turns, clipped pages lose their furniture, bytes become lines."""

from __future__ import annotations

import pytest

from prep.notes import raw_lines, read

OTTER = "".join(
    f"{name}  0:{n:02}\nwords {n}\n\n" for n, name in enumerate(["Mira Stone", "Otto"] * 5)
)

TALKS = [
    (
        "Zoom's WebVTT",
        "a.vtt",
        "WEBVTT\n\n1\n00:00:05.000 --> 00:00:07.000\nMira Stone: so\n\n2\n00:00:07.000 --> 00:00:09.000\nMira Stone: we start\n\n3\n00:00:09.000 --> 00:00:11.000\nOtto: fine\n",
        [("Mira Stone: so we start", 5, 9), ("Otto: fine", 13, 13)],
    ),
    (
        "Teams' WebVTT",
        "a.vtt",
        "WEBVTT\n\n00:00:05.000 --> 00:00:07.000\n<v Mira Stone>so &amp; so</v>\n",
        [("Mira Stone: so & so", 4, 4)],
    ),
    ("SubRip", "a.srt", "1\n00:00:05,000 --> 00:00:07,000\nso we\nstart\n", [("so we start", 3, 4)]),
    (
        "Otter, and its footer",
        "a.md",
        OTTER + "Transcribed by https://otter.ai\n",
        [(f"{'Mira Stone' if n % 2 == 0 else 'Otto'}: words {n}", 3 * n + 1, 3 * n + 2) for n in range(10)],
    ),
    (
        "headings in a talk, and a turn without words",
        "a.vtt",
        "# Talk\nMira: so\nOtto:\n## Part 2\nMira: well\n",
        [("Talk", 1, 1), ("Mira: so", 2, 2), ("Part 2", 4, 4), ("Mira: well", 5, 5)],
    ),
    (
        "a time and no name",
        "a.md",
        "\n".join(f"[00:{n:02}] words {n}" for n in range(9)),
        [(f"words {n}", n + 1, n + 1) for n in range(9)],
    ),
    (
        "a bold name and a time",
        "a.md",
        "".join(f"**{name}** (00:{n:02}): words {n}\n" for n, name in enumerate("ABCDEFGHI")),
        [(f"{name}: words {n}", n + 1, n + 1) for n, name in enumerate("ABCDEFGHI")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("title", "path", "text", "expected"), TALKS)
def test_turns(title: str, path: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    note = read(path, text.encode())
    assert note.kind == "transcript", title
    assert [(b.text, b.line, b.end_line) for b in note.blocks] == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("a day's log", "\n".join(f"{hour:02}:15 called the mill" for hour in range(9, 20))),
        ("an agenda", "\n".join(f"{n}:00 topic {n}" for n in range(1, 7))),
        ("turns without times", "Mira: so\nOtto: well\n" * 8),
    ],
)
def test_no_talk(title: str, text: str) -> None:
    assert read("x.md", text.encode()).kind == "other", title


def test_a_folded_transcript_is_an_episode_of_its_own() -> None:
    text = (
        "# Weekly\n## Present\n* Mira\n\n> [!note]- Transcript\n> **Mira** (00:01): so\n\nafter\n"
    )
    note = read("x.md", text.encode())
    assert [(e.kind, e.line, e.end_line) for e in note.episodes] == [
        ("meeting", 1, 4),
        ("transcript", 5, 7),
        ("meeting", 8, 8),
    ]


PAGE = """\
The mill has a new wheel

It turns with the river and it turns with the wind.

A Wheel for All

Anyone may come and look at it.

Subscribe now

It is open on all days but one.

You May Also Like

- [ ] Buy a wheel

No spam. Unsubscribe anytime.
"""


def test_an_article_without_its_page() -> None:
    note = read("Clippings/The mill.md", PAGE.encode())
    assert [(b.kind, b.line, b.text) for b in note.blocks] == [
        ("heading", 1, "The mill has a new wheel"),
        ("paragraph", 3, "It turns with the river and it turns with the wind."),
        ("heading", 5, "A Wheel for All"),
        ("paragraph", 7, "Anyone may come and look at it."),
        ("paragraph", 11, "It is open on all days but one."),
    ]
    assert note.tasks == ()


def test_parents_survive_the_cutting() -> None:
    text = "# Mill\n\n- a\n  - b\n\nSubscribe now\n\n- c\n  - d\n"
    note = read("Clippings/x.md", text.encode())
    assert [(b.text, b.parent) for b in note.blocks] == [
        ("Mill", None),
        ("a", None),
        ("b", 1),
        ("c", None),
        ("d", 3),
    ]


@pytest.mark.parametrize(
    ("title", "data", "lines", "problems"),
    [
        ("plain", b"a\nb\n", ("a", "b"), []),
        ("no end of line", b"a\nb", ("a", "b"), []),
        ("empty", b"", (), []),
        ("CRLF and CR", b"a\r\nb\rc", ("a", "b", "c"), []),
        ("a mark at the start", "\ufeffä".encode(), ("ä",), []),
        ("UTF-16", "ä\nb".encode("utf-16"), ("ä", "b"), []),
        ("other ends of line end none", "a\u2028b\x0bc\x85d".encode(), ("a\u2028b\x0bc\x85d",), []),
        ("not UTF-8", "a\nä\n".encode("cp1252"), ("a", "ä"), ["x.md:2: not valid UTF-8"]),
        ("a NUL", b"a\nb\0c\n", ("a", "b\ufffdc"), ["x.md:2: holds NUL bytes"]),
        ("too large", b"a\n" * 4_000_001, ("a",) * 4_000_000, ["x.md:0: larger than 8 MB"]),
    ],
)
def test_lines(title: str, data: bytes, lines: tuple[str, ...], problems: list[str]) -> None:
    assert raw_lines(data) == lines, title
    if len(data) < 100:
        assert [str(p).split(";")[0] for p in read("x.md", data).problems] == problems
