from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

import prep
from prep.app import reader
from prep.app.reader import Reader

HERE = Path(prep.__file__).parent
EDITED = ("notes/fields.py", "claims/rules/action.py", "model/note.py", "words.py")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the code, of which the reader takes its version."""
    copy = tmp_path / "prep"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(reader, "__file__", str(copy / "app" / "reader.py"))
    return copy


@pytest.mark.parametrize("file", EDITED)
def test_an_edit_of_what_reads_changes_the_version(package: Path, file: str) -> None:
    before = Reader((), "en").version()
    stat = (package / file).stat()
    os.utime(package / file, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert Reader((), "en").version() != before


@pytest.mark.parametrize("file", ["brief/rank.py", "app/tasks.py", "index/store.py"])
def test_other_edits_do_not(package: Path, file: str) -> None:
    before = Reader((), "en").version()
    (package / file).write_text("# other words\n")
    (package / "notes" / "__pycache__").mkdir()
    (package / "notes" / "__pycache__" / f"a.{sys.implementation.cache_tag}.pyc").touch()
    assert Reader((), "en").version() == before


def test_cue_words_and_settings_change_the_version(tmp_path: Path) -> None:
    (tmp_path / "cues").mkdir()
    own = Reader((str(tmp_path),), "en")
    told = {own.version(), Reader((), "de").version(), Reader((), "en", dayfirst=True).version()}
    (tmp_path / "cues" / "en.yaml").write_text("promise: [vow]\n")
    told.add(own.version())
    assert len(told) == 4
