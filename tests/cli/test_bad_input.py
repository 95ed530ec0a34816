"""What bad input gets: one or two sentences, the promised exit code, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def _said(done: CompletedProcess[str], code: int, *parts: str) -> None:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr


def test_an_unknown_name_lists_the_nearest(prep: Run) -> None:
    _said(prep("brief", "Ines Caloway"), 3, "nobody", "Ines Calloway")


def test_a_name_that_two_carry_lists_both_and_how_to_pin_one(prep: Run) -> None:
    _said(prep("brief", "Sara"), 4, "Sara Lindqvist", "Sara Okafor", "People/Sara Okafor.md")


def test_the_pin_picks(prep: Run) -> None:
    done = prep("brief", "People/Sara Okafor.md", "-o", "-")
    assert done.returncode == 0, done.stderr
    assert "# Sara Okafor" in done.stdout


def test_a_vault_that_is_not_there(prep: Run, tmp_path: Path) -> None:
    _said(prep("brief", "X", vault=tmp_path / "nowhere"), 2, "nowhere", "is not there", "--vault")


def test_no_vault_at_all(prep: Run) -> None:
    _said(prep("brief", "X", vault=None), 2, "no vault is named", "config.yaml")


def test_a_config_with_an_unknown_key(prep: Run, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("vault: .\nbreif: x\n")
    _said(prep("brief", "X", vault=None), 2, "config.yaml:2", "breif", "briefs")


def test_a_day_that_is_none(prep: Run) -> None:
    _said(prep("brief", "X", as_of="soon"), 2, "--as-of soon")


def test_a_target_that_cannot_be_written_leaves_what_stood_there(prep: Run, tmp_path: Path) -> None:
    target = tmp_path / "brief.md"
    target.mkdir()
    (target / "kept").write_text("kept")
    _said(prep("brief", "Ines Calloway", "-o", str(target)), 1, "cannot be written")
    assert (target / "kept").read_text() == "kept"


BAD = [
    ("not UTF-8", b"# Jo\xe9 Blanc\n\nmet her\n"),
    ("empty", b""),
    ("broken front matter", b"---\ntitle: a: b: c\n  - x\n---\n# Zed Zulu\n"),
    ("no end of front matter", b"---\ntitle: x\n# Zed\n"),
    ("NUL bytes", b"# Zed\n\x00\x00\n"),
    ("huge line", b"- " + b"word " * 200_000),
    ("deep nesting", b"".join(b"  " * n + b"- x\n" for n in range(200))),
]


@pytest.mark.parametrize(("title", "data"), BAD, ids=[b[0] for b in BAD])
def test_a_bad_note_never_stops_a_brief(title: str, data: bytes, prep: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "bad.md").write_bytes(data)
    (vault / "Ada Moss.md").write_text("---\ntype: person\n---\n# Ada Moss\n\n**Role**: Engineer\n")
    done = prep("brief", "Ada Moss", "-o", "-", vault=vault)
    _said(done, 0)
    assert "Engineer" in done.stdout


def test_problems_are_listed_with_path_and_line(prep: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "bad.md").write_text("---\ntitle: a: b\n---\n# X\n")
    done = prep("check", "--strict", vault=vault)
    assert done.returncode == 5
    assert "bad.md:2: " in done.stdout


@pytest.mark.parametrize("form", ["json", "md", "docx", "html"])
def test_the_same_bytes_under_another_hash_seed_locale_and_zone(
    form: str, prep: Run, tmp_path: Path
) -> None:
    other = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    for name, environment in (("one", {"PYTHONHASHSEED": "1"}), ("two", other)):
        done = prep("brief", "Ines Calloway", "-f", form, "-o", name, environment=environment)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
