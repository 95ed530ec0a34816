"""What becomes of promises and questions, against gold: ``python bench/claims.py EVAL_FOLDER``.

Reads ``gold/*.json`` and ``vaults/`` of an evaluation folder. For each gold line: is there a claim
of the right kind on it, and which state does its thread have on the day of the gold? A done task or
an answered question is *shown open* where a thread on its line is open, overdue, carried or stale.
This is the claims' share alone; which of them reach a brief is measured by the folder's score.py.
``faithful``: of all claims, how many stand word by word on their lines (goal 1.000).
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actions import english

from prep import notes
from prep.claims import extract, follow
from prep.model.claim import Placed, Thread

OPEN = ("open", "overdue", "carried", "stale")
ASKED = (
    ("tasks_open", "commitment", True),
    ("tasks_done", "commitment", False),
    ("open_questions", "open_question", True),
    ("answered_questions", "open_question", False),
)
Lines = Mapping[tuple[str, int], Sequence[Thread]]


def fold(text: str) -> str:
    """The words alone, as the folder's own score folds them."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", unicodedata.normalize("NFKC", text))
    return " ".join(re.sub(r"[^\w ]+", " ", text).casefold().split())


def read(vault: Path) -> tuple[list[Placed], dict[str, str | None], list[str]]:
    """All claims of a vault, the day of each note, and the claims that are not on their lines."""
    cues = english()
    placed: list[Placed] = []
    days: dict[str, str | None] = {}
    unfaithful: list[str] = []
    for path in sorted(vault.rglob("*.md")):
        note = notes.read(path.relative_to(vault).as_posix(), path.read_bytes())
        lines = path.read_text("utf-8", "replace").split("\n")
        days[note.path] = note.day
        for claim in extract(note, cues):
            placed.append(Placed(note.path, claim))
            there = fold(" ".join(lines[claim.line - 1 : claim.end_line]))
            if any(fold(p) not in there for p in claim.text.split("…") if fold(p)):
                unfaithful.append(f"{note.path}:{claim.line}: {claim.rule}: {claim.text[:100]}")
    return placed, days, unfaithful


def by_line(threads: Sequence[Thread]) -> Lines:
    """The threads of which a telling stands on a line."""
    found: dict[tuple[str, int], list[Thread]] = defaultdict(list)
    for thread in threads:
        for told in thread.tellings:
            for line in range(told.claim.line, told.claim.end_line + 1):
                found[told.path, line].append(thread)
    return found


def judge(
    gold: Mapping[str, Any], lines: Lines, key: str, kind: str, *, misses: bool
) -> tuple[int, int]:
    """How many gold items of a key have an open thread (or any, for what is open), of how many."""
    hits = 0
    for item in gold[key]:
        threads = [
            t for t in lines.get((item["file"], item["line"]), ()) if t.claim.claim.kind == kind
        ]
        want_open = key in ("tasks_open", "open_questions")
        hit = bool(threads) if want_open else any(t.state in OPEN for t in threads)
        hits += hit
        if misses and hit != want_open:
            told = [(t.state, t.claim.claim.rule) for t in threads]
            print(f"    {key} {item['file']}:{item['line']} {item['quote'][:60]!r} {told}")
    return hits, len(gold[key])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    totals: dict[str, list[int]] = {key: [0, 0] for key, _, _ in ASKED}
    for source in sorted((args.folder / "gold").glob("*.json")):
        placed, days, unfaithful = read(args.folder / "vaults" / source.stem)
        share = 1 - len(unfaithful) / max(1, len(placed))
        print(f"{source.stem}: {len(placed)} claims, faithful {share:.4f}")
        for line in unfaithful if args.misses else ():
            print("   ", line)
        for gold in json.loads(source.read_text("utf-8")):
            lines = by_line(follow(placed, as_of=gold["as_of"], days=days))
            for key, kind, _ in ASKED:
                hits, total = judge(gold, lines, key, kind, misses=args.misses)
                totals[key][0] += hits
                totals[key][1] += total
    for key, _, right in ASKED:
        hits, total = totals[key]
        print(f"  {key:20} {'found' if right else 'shown open'} {hits} of {total}")


if __name__ == "__main__":
    main()
