"""The samples in briefs/ are what the example vault gives today: golden pages with one flag."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
FOLDER = Path(__file__).parents[1] / "briefs"
SAMPLES = [
    ("sample-brief.md", ["brief", "Ines Calloway"]),
    ("sample-interview.md", ["interview", "Jonas Weir", "--role", "Roles/Kestrel product lead.md"]),
]


@pytest.mark.parametrize(("name", "arguments"), SAMPLES, ids=[s[0] for s in SAMPLES])
def test_sample(name: str, arguments: list[str], prep: Run, update_golden: bool) -> None:
    done = prep("-q", *arguments, "-o", "-")
    assert done.returncode == 0, done.stderr
    golden = FOLDER / name
    if update_golden:
        golden.write_text(done.stdout, "utf-8")
    assert done.stdout == golden.read_text("utf-8")


@pytest.mark.parametrize(("name", "arguments"), SAMPLES, ids=[s[0] for s in SAMPLES])
def test_every_line_is_traced_and_faithful(name: str, arguments: list[str], prep: Run) -> None:
    import json

    done = prep("-q", *arguments, "-f", "json")
    brief = json.loads(done.stdout)
    sources = {s["id"]: f"{s['text']} {s['path']} {s['date']}" for s in brief["sources"]}
    entries = [e for s in brief["sections"] for e in _with_children(s["entries"])]
    assert len(entries) > 20
    for entry in entries:
        assert entry["sources"], entry
        there = _folded(" ".join(sources[n] for n in entry["sources"]))
        if entry["quote"]:
            for part in entry["text"].split("…"):
                assert _folded(part) in there, entry
        elif entry["kind"] != "edge":
            figures = re.findall(r"\d+", entry["text"])
            assert all(figure in there for figure in figures), entry


def _with_children(entries: list[dict[str, object]]) -> list[dict[str, object]]:
    found = []
    for entry in entries:
        found += [entry, *_with_children(entry.get("children", []))]  # type: ignore[arg-type]
    return found


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]+", " ", text).casefold().split())
