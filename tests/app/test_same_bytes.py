"""The same notes give the same bytes, in whatever order the disk hands them out."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]
VAULT = Path(__file__).parents[2] / "examples" / "vault"


def _copy(target: Path, seed: int) -> Path:
    """The example vault, its files made in another order."""
    files = sorted(path for path in VAULT.rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)
    for file in files:
        place = target / "vault" / file.relative_to(VAULT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return target / "vault"


def test_the_order_of_files_does_not_matter(prep: Run, tmp_path: Path) -> None:
    said = set()
    for seed in (1, 2):
        vault = _copy(tmp_path / str(seed), seed)
        cache = {"PREP_CACHE": str(tmp_path / f"cache{seed}")}
        done = prep("-q", "brief", "Halden Grid", "-f", "json", vault=vault, environment=cache)
        assert done.returncode == 0, done.stderr
        said.add(done.stdout)
    assert len(said) == 1


def test_adding_an_unrelated_note_changes_no_line(prep: Run, tmp_path: Path) -> None:
    vault = _copy(tmp_path, 1)
    before = prep("-q", "brief", "Ines Calloway", "-f", "json", vault=vault).stdout
    (vault / "People" / "Zora Quill.md").write_text(
        "---\ntype: person\n---\n# Zora Quill\n\n- Paints.\n"
    )
    assert prep("-q", "brief", "Ines Calloway", "-f", "json", vault=vault).stdout == before


def test_deleting_the_closing_note_reopens(prep: Run, tmp_path: Path) -> None:
    """The band was drawn by 4 March; without that note its task of 11 February is open."""
    vault = _copy(tmp_path, 1)
    words = "Sara Lindqvist to draw the error band for the wall display"
    closed = prep("-q", "tasks", "Halden Grid", vault=vault).stdout
    assert words not in closed
    (vault / "Customers" / "Halden Grid" / "2026-03-04 - Halden Grid pilot review.md").unlink()
    (vault / "Daily" / "2026-03-09.md").unlink()
    assert words in prep("-q", "tasks", "Halden Grid", vault=vault).stdout


def test_nothing_is_written_to_the_vault(prep: Run, tmp_path: Path) -> None:
    vault = _copy(tmp_path, 1)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in vault.rglob("*") if p.is_file()}
    for command in (
        ["brief", "Ines Calloway", "-o", "-"],
        ["interview", "Jonas Weir", "-o", "-"],
        ["check"],
        ["who"],
    ):
        assert prep("-q", *command, vault=vault).returncode == 0
    after = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in vault.rglob("*") if p.is_file()}
    assert after == before
