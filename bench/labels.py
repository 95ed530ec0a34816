"""Precision and recall of the claims on the labelled example vault: ``python bench/labels.py``.

``examples/labels.tsv`` holds what a reader finds on each line of ``examples/vault``: its kind,
whose it is, the day it is due, and what became of it by the day the examples are made for. It was
written by reading, before the rules saw that vault. ``a/b``: either kind is right; ``fact?``:
nothing is missed without it, and it is no error to find it. A line without a label states nothing.

Goals: precision .90 and recall .80 per kind.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from actions import english

from prep import notes
from prep.claims import extract, follow
from prep.model.claim import Placed, Thread

ROOT = Path(__file__).parents[1]
AS_OF = "2026-03-16"
ME = ("Nora Lind", "Nora", "NL", "Myself")
STATES = {
    "open": {"open", "overdue", "carried", "stale"},
    "closed": {"closed", "proposed_closed"},
    "answered": {"answered", "proposed_answered"},
    "superseded": {"superseded"},
}
Place = tuple[str, int]


class Label(NamedTuple):
    """What stands on a line, by a reader. ``kinds``: any of them is right."""

    path: str
    line: int
    kinds: tuple[str, ...]
    optional: bool
    party: str
    state: str
    due: str


def labels(path: Path) -> list[Label]:
    """The rows of the file of labels."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Label(
            row["path"], int(row["line"]), tuple(row["kind"].rstrip("?").split("/")),
            row["kind"].endswith("?"), row["party"] or "", row["state"] or "", row["due"] or "",
        )
        for row in rows
    ]  # fmt: skip


def read(vault: Path) -> tuple[Thread, ...]:
    """Every claim of the vault, followed to the day of the examples."""
    cues = english()
    placed: list[Placed] = []
    days: dict[str, str | None] = {}
    for path in sorted(vault.rglob("*.md")):
        note = notes.read(path.relative_to(vault).as_posix(), path.read_bytes())
        days[note.path] = note.day
        placed += [Placed(note.path, claim) for claim in extract(note, cues)]
    return follow(placed, as_of=AS_OF, days=days, me=ME)


def told_at(threads: Iterable[Thread]) -> dict[Place, list[tuple[Placed, Thread]]]:
    """The tellings by line."""
    found: dict[Place, list[tuple[Placed, Thread]]] = defaultdict(list)
    for thread in threads:
        for told in thread.tellings:
            found[told.path, told.claim.line].append((told, thread))
    return found


def counts(
    wanted: Sequence[Label], found: Mapping[Place, list[tuple[Placed, Thread]]], *, misses: bool
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Right, false and missed lines, by kind."""
    right, false, missed = Counter[str](), Counter[str](), Counter[str]()
    allowed: dict[Place, set[str]] = defaultdict(set)
    for label in wanted:
        allowed[label.path, label.line] |= set(label.kinds)
        kinds = {told.claim.kind for told, _ in found.get((label.path, label.line), ())}
        if not label.optional and not kinds & set(label.kinds):
            missed[label.kinds[0]] += 1
            if misses:
                print(f"  missed {'/'.join(label.kinds)} {label.path}:{label.line} {sorted(kinds)}")
    for place, told_here in sorted(found.items()):
        for kind in sorted({told.claim.kind for told, _ in told_here}):
            good = kind in allowed[place]
            (right if good else false)[kind] += 1
            if misses and not good:
                told = next(t for t, _ in told_here if t.claim.kind == kind)
                print(
                    f"  false {kind} {place[0]}:{place[1]} {told.claim.rule} {told.claim.text[:80]}"
                )
    return right, false, missed


def attributes(
    wanted: Sequence[Label], found: Mapping[Place, list[tuple[Placed, Thread]]], *, misses: bool
) -> list[tuple[str, int, int]]:
    """Of the labelled parties, due days and states: how many are right."""
    tally = {"party": [0, 0], "due": [0, 0], "state": [0, 0]}
    for label in wanted:
        here = [
            (told, thread)
            for told, thread in found.get((label.path, label.line), ())
            if told.claim.kind in label.kinds
        ]
        for name, value in (("party", label.party), ("due", label.due), ("state", label.state)):
            if value and here:
                good = any(_is_right(name, value, told, thread) for told, thread in here)
                tally[name][0] += good
                tally[name][1] += 1
                if misses and not good:
                    said = [(t.claim.party, t.claim.due, h.state) for t, h in here]
                    print(f"  {name} {label.path}:{label.line} wants {value}, is {said}")
    return [(name, right, total) for name, (right, total) in tally.items()]


def _is_right(name: str, value: str, told: Placed, thread: Thread) -> bool:
    if name == "party":
        mine = {"i", *(m.casefold() for m in ME)}
        said = told.claim.party.casefold()
        return said == value.casefold() or (said in mine and value.casefold() in mine)
    if name == "due":
        return told.claim.due == value
    return thread.state in STATES[value]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    wanted = labels(ROOT / "examples" / "labels.tsv")
    found = told_at(read(ROOT / "examples" / "vault"))
    right, false, missed = counts(wanted, found, misses=args.misses)
    rows = attributes(wanted, found, misses=args.misses)
    print("| kind | right | false | missed | precision | recall |\n|---|---|---|---|---|---|")
    for kind in [*sorted({*right, *false, *missed}), "all"]:
        r, f, m = (sum(c.values()) if kind == "all" else c[kind] for c in (right, false, missed))
        precision, recall = r / max(1, r + f), r / max(1, r + m)
        print(f"| {kind} | {r} | {f} | {m} | {precision:.2f} | {recall:.2f} |")
    print(", ".join(f"{name} right {good} of {total}" for name, good, total in rows))


if __name__ == "__main__":
    main()
