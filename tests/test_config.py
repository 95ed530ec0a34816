"""Settings: found upwards, refused with file, line and the nearest key."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep import config
from prep.problems import UsageError

REFUSED = [
    (
        "an unknown key names the nearest",
        "vault: a\nbreifs: b\n",
        ":2: unknown setting breifs; did you mean briefs?",
    ),
    (
        "an unknown key below another",
        "private: {folder: [x]}\n",
        ":1: unknown setting folder; did you mean folders?",
    ),
    ("a wrong type", "vault: a\nlimits:\n  entries: many\n", ":3: limits.entries: expected"),
    ("a wrong choice", "language: fr\n", ":1: language: invalid enum value"),
    ("no YAML", "vault: a: b\n", ":1: is not valid YAML"),
    ("a list", "- a\n", ":1: is not a list of settings"),
]


@pytest.mark.parametrize(("title", "text", "expected"), REFUSED, ids=[r[0] for r in REFUSED])
def test_refused(title: str, text: str, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        config.load(file)
    assert expected in str(caught.value)
    assert str(caught.value).startswith(str(file))
    assert caught.value.exit_code == 2


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("vault: notes\n")
    assert config.load(tmp_path / "config.yaml").vaults() == (tmp_path / "notes",)


def test_found_upwards_then_in_the_users_folder(tmp_path: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    (user / "config.yaml").write_text("vault: a\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert config.find(below, user) == user / "config.yaml"
    (tmp_path / "a" / "config.yaml").write_text("vault: a\n")
    assert config.find(below, user) == tmp_path / "a" / "config.yaml"


def test_one_name_may_stand_without_a_list(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("vault: a\nme: Jane Doe\n")
    assert config.load(tmp_path / "config.yaml").config.me == ["Jane Doe"]


def test_the_shipped_file_is_valid() -> None:
    settings = config.load(Path(__file__).parents[1] / "config.yaml")
    assert settings.vaults()[0].is_dir()


def test_what_another_version_kept_is_checked_again(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("language: de\n")
    assert config.load(tmp_path / "config.yaml", tmp_path).config.language == "de"
    kept = tmp_path / "settings.json"
    kept.write_text(kept.read_text().replace('"language": "de"', '"language": "fr"'))
    assert config.load(tmp_path / "config.yaml", tmp_path).config.language == "fr"
    kept.write_text(kept.read_text().replace('"version": "', '"version": "0.'))
    assert config.load(tmp_path / "config.yaml", tmp_path).config.language == "de"


YAML = [
    ("words", "promise: [vow, swear]\nquestion: {open: who}\n", True),
    ("numbers as keys", "1: one\nyes: two\n", False),
    ("days", "since: 2026-01-05\n", False),
    ("nothing", "", True),
]


@pytest.mark.parametrize(("title", "text", "kept"), YAML, ids=[y[0] for y in YAML])
def test_yaml_is_the_same_kept_or_not(title: str, text: str, kept: bool, tmp_path: Path) -> None:
    expected = config.load_yaml(text)
    for _ in range(2):
        assert config.kept_yaml(text, tmp_path) == expected
    files = list(tmp_path.rglob("*.json"))
    assert len(files) == kept
    for file in files:
        file.write_text("damaged")
    assert config.kept_yaml(text, tmp_path) == expected
    assert config.kept_yaml(text, None) == expected


def test_yaml_is_read_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "yaml").write_text("a file where the folder would be")
    assert config.kept_yaml("a: b\n", tmp_path) == {"a": "b"}
