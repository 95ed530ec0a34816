"""What must never be committed, and what the floors promise."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
HOST = re.compile(r"https?://[^\s\"')]*\.(?:whl|tgz|tar\.gz)\b|--(?:extra-)?index-url\s+\S")
MACHINE = re.compile(r"(?:^|[^a-zA-Z.])/(?:work|farm|tmp/bash_jobs)/")


def _tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("no git checkout")
    return [ROOT / name for name in done.stdout.splitlines()]


def test_no_address_of_a_package_host_and_no_path_of_a_machine() -> None:
    found = []
    for path in _tracked():
        if path.suffix in (".docx", ".png", ".ico") or path == Path(__file__) or not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        found += [f"{path}: {m.group()}" for m in HOST.finditer(text)]
        found += [f"{path}: {m.group()}" for m in MACHINE.finditer(text)]
    assert found == []


LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-dev.txt")
PIN = re.compile(r"^([\w.-]+)(?:\[([\w,.-]+)\])?==(\S+)", re.MULTILINE)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked(lock: str) -> dict[str, frozenset[str]]:
    """The packages that a lock names, each with the extras that it names."""
    pins = PIN.findall((ROOT / lock).read_text())
    return {_plain(name): frozenset(extras.split(",")) - {""} for name, extras, _ in pins}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locked_requirements_are_hashed(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pins = PIN.findall(text)
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_package_is_locked_with_every_extra_that_another_asks_for(lock: str) -> None:
    """Older pips look for a newer, unlocked version where the lock leaves an extra out."""
    locked = _locked(lock)
    missing = [
        f"{name} asks for {line}"
        for name in locked
        for line in _asked_by(name)
        if not set(Requirement(line).extras) <= locked.get(_plain(Requirement(line).name), set())
    ]
    assert missing == []


def _asked_by(name: str) -> list[str]:
    """What an installed package asks for here, without what its own extras ask for."""
    try:
        lines = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []
    asked = [(line, Requirement(line).marker) for line in lines]
    return [line for line, marker in asked if marker is None or marker.evaluate({"extra": ""})]


def test_what_running_needs_holds_no_tool_of_the_tests() -> None:
    needed = _locked("requirements.txt") | _locked("requirements-build.txt")
    assert not {"pytest", "mypy", "ruff", "hypothesis", "coverage"} & set(needed)
    assert set(needed) <= set(_locked("requirements-dev.txt"))
