"""What must never be committed, and what the floors promise."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

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


def test_the_locked_requirements_are_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        pins = re.findall(r"^[\w.-]+==\S+.*\\$", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
