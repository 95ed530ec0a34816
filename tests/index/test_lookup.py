from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.index.rows import words_of
from prep.index.store import SCHEMA
from prep.model.directory import Directory
from prep.model.note import Block, Note
from prep.model.reading import Reading
from prep.names import fold
from prep.problems import PrepError

Open = Callable[..., Any]
NOTES = {
    "People/Sara Lund.md": "words about Sara",
    "2025-11-03.md": "day: 2025-11-03\n@Sara Lund\n@Lund\n@Sara Lund <sara@lund.example>",
    "2025-12-01.md": "day: 2025-12-01\nthe rollout of the billing system\n@Søren Ågård",
    "2024-01-01.md": "day: 2024-01-01\nbilling of the rollout, EIP-1962\n@Sara Lund\n[ ] ring",
    "undated.md": "@Sara Lund\n!odd line",
}


@pytest.fixture
def index(vault: Path, opened: Open) -> Any:
    for path, text in NOTES.items():
        (vault / path).parent.mkdir(exist_ok=True)
        (vault / path).write_text(text)
    index = opened()
    index.sync()
    return index


def test_an_index_is_a_directory(index: Directory) -> None:
    assert [one.path for one in index.named("lund")] == ["2025-11-03.md"]


def test_named_newest_first_undated_last(index: Any) -> None:
    found = [(one.path, one.day, one.naming.line) for one in index.named("sara lund")]
    assert found == [
        ("2025-11-03.md", "2025-11-03", 2),
        ("2025-11-03.md", "2025-11-03", 4),
        ("2024-01-01.md", "2024-01-01", 3),
        ("People/Sara Lund.md", None, 1),
        ("undated.md", None, 1),
    ]


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("sara@lund.example", ["Sara Lund"]),
        ("soren agard", ["Søren Ågård"]),
        ("sara", []),
        ("", []),
    ],
)
def test_named(index: Any, key: str, names: list[str]) -> None:
    assert [one.naming.name for one in index.named(key)] == names


def test_holding_gives_the_first_of_each_path_key_and_place(index: Any) -> None:
    found = [(one.path, one.naming.name, one.naming.line) for one in index.holding("lund")]
    assert found == [
        ("2025-11-03.md", "Sara Lund", 2),
        ("2025-11-03.md", "Lund", 3),
        ("2024-01-01.md", "Sara Lund", 3),
        ("People/Sara Lund.md", "Sara Lund", 1),
        ("undated.md", "Sara Lund", 1),
    ]


def test_declared_are_titles_and_what_carries_an_address(index: Any) -> None:
    found = [(one.path, one.naming.place, one.naming.email) for one in index.declared()]
    assert found == [
        ("2025-12-01.md", "note", ""),
        ("2025-11-03.md", "note", ""),
        ("2025-11-03.md", "text", "sara@lund.example"),
        ("2024-01-01.md", "note", ""),
        ("People/Sara Lund.md", "note", ""),
        ("undated.md", "note", ""),
    ]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("Sarah Lundt", "Sara Lund"), ("soren aagard", "Søren Ågård"), ("Lnud", "Lund")],
)
def test_near(index: Any, text: str, nearest: str) -> None:
    assert index.near(text, 3)[0] == nearest


def test_near_nothing(index: Any) -> None:
    assert index.near("Wolfgang Xylander", 3) == []


@pytest.mark.parametrize(
    ("keys", "limit", "paths"),
    [
        (["sara lund"], 9, ["2025-11-03.md", "2024-01-01.md", "People/Sara Lund.md", "undated.md"]),
        (["sara lund"], 2, ["2025-11-03.md", "2024-01-01.md"]),
        (["rollout"], 9, ["2025-12-01.md", "2024-01-01.md"]),
        (["billing system"], 9, ["2025-12-01.md"]),
        (["rollout", "lund"], 9, ["2025-12-01.md", "2025-11-03.md", "2024-01-01.md", "People/Sara Lund.md", "undated.md"]),
        (["eip 1962"], 9, ["2024-01-01.md"]),
        (['"billing" OR *'], 9, []),
        ([""], 9, []),
        ([], 9, []),
    ],
)  # fmt: skip
def test_notes_of(index: Any, keys: list[str], limit: int, paths: list[str]) -> None:
    assert index.notes_of(keys, limit) == paths


def test_load_in_the_order_asked(index: Any) -> None:
    readings = index.load(["undated.md", "nowhere.md", "2024-01-01.md"])
    assert [reading.note.path for reading in readings] == ["undated.md", "2024-01-01.md"]


def test_streams(index: Any) -> None:
    assert [one.note.path for one in index.readings()] == index.all_paths()
    assert [one.note.path for one in index.readings_with_tasks()] == ["2024-01-01.md"]
    assert [one.note.path for one in index.readings_with_problems()] == ["undated.md"]


@pytest.mark.parametrize("path", ["../secret.md", "/etc/hostname", "People", "nowhere.md", ""])
def test_raw_opens_notes_of_the_vault_only(index: Any, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.md").write_text("kept")
    with pytest.raises(PrepError, match="no such note in the vault"):
        index.raw(path)


def test_raw_of_a_file_that_has_gone(index: Any, vault: Path) -> None:
    (vault / "undated.md").unlink()
    with pytest.raises(PrepError, match=r"undated\.md: could not be read"):
        index.raw("undated.md")


@pytest.mark.parametrize("sql", ["named", "holding", "notes_of"])
def test_no_look_up_scans_a_table(index: Any, sql: str) -> None:
    """What a look-up costs follows the subject: SQLite plans no scan of notes or namings."""
    seen: list[str] = []
    index.connection.set_trace_callback(seen.append)
    if sql == "notes_of":
        index.notes_of(["lund"], 5)
    else:
        getattr(index, sql)("lund")
    index.connection.set_trace_callback(None)
    plan = [
        step[3]
        for text in seen
        if text.strip().startswith("SELECT")
        for step in index.connection.execute(f"EXPLAIN QUERY PLAN {text}")
    ]
    assert plan
    tables = ("note", "naming", "form", "sought", "token", "reading")
    assert not [step for step in plan if step.startswith(tuple(f"SCAN {one}" for one in tables))]


def test_state(index: Any) -> None:
    state = index.state()
    assert (state.notes, state.namings, state.kinds) == (5, 11, (("other", 5),))
    assert state.size >= state.file.stat().st_size > 0


def searched(words: str) -> set[str]:
    """The words as the search takes them in."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(re.findall("CREATE VIRTUAL TABLE[^;]*;", SCHEMA)[0])
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, row)")
        connection.execute("INSERT INTO words(rowid, text) VALUES (1, ?)", (words,))
        return {term for (term,) in connection.execute("SELECT term FROM terms")}


@given(st.text(max_size=60), st.sampled_from(("", "Macy's plan", "naïve Ångström", "a-b_c@d.eu")))
def test_words_are_those_of_fold(text: str, more: str) -> None:
    """The word search finds what ``fold`` makes of each word, as it makes it of a key."""
    text = f"{text} {more}"
    note = Note("a.md", "", "other", "", None, None, 0, 1, (), (), (), (Block("item", text, 1, 1),), (), (), ())  # fmt: skip
    words = words_of(Reading(note))
    assert words.isascii()
    sought = {part for word in text.split() for part in re.findall("[a-z0-9]+", fold(word))}
    assert sought <= searched(words)


@pytest.mark.parametrize(
    ("key", "kind", "places", "declared"),
    [
        ("sara lund", "person", ("note", "alias"), True),
        ("sara lund", "account", ("note", "alias"), False),
        ("sara lund", "person", ("tag",), False),
        ("lund", "unknown", ("text",), True),
        ("nobody", "person", ("note",), False),
    ],
)
def test_declares(index: Any, key: str, kind: str, places: Any, declared: bool) -> None:
    assert index.declares(key, kind, places) is declared
