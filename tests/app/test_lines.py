"""A note is opened when a line of it is shown, and not before."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from prep.app.lines import Lines
from prep.problems import PrepError


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Any:
    def raw(path: str) -> bytes:
        try:
            return (tmp_path / path).read_bytes()
        except OSError as error:
            raise PrepError(f"{path}: could not be read") from error

    return SimpleNamespace(index=SimpleNamespace(raw=raw))


def test_lines_are_read_when_one_is_asked_for(session: Any, tmp_path: Path) -> None:
    lines = Lines(session, "a.md")
    (tmp_path / "a.md").write_text("one\ntwo\nthree\n")
    assert len(lines) == 3
    assert lines[0] == "one"
    assert lines[1:3] == ("two", "three")
    assert list(lines) == ["one", "two", "three"]


def test_lines_are_read_once(session: Any, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\n")
    lines = Lines(session, "a.md")
    assert lines[0] == "one"
    (tmp_path / "a.md").unlink()
    assert lines[0] == "one"


def test_a_note_that_went_away_is_named(session: Any) -> None:
    lines = Lines(session, "a.md")
    with pytest.raises(PrepError, match=r"a\.md"):
        len(lines)
