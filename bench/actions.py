"""How well the minutes' actions are found: ``python bench/actions.py EVAL_FOLDER [--misses]``.

Reads ``actions/*.jsonl`` of an evaluation folder: every line of many minutes, with whether the
scribe marked it as an action, the same line without its mark, and whose it is. Each file of minutes
is put together again line by line and read as a note, once as written and once without the marks.

Marked: a line counts as found where the rule of marked actions takes it. Unmarked: where any rule
of the minutes' own actions does. ``+ items`` adds list items such as ``- Nora to send the draft``,
which every reader takes for an action and no scribe of these minutes marked. What somebody promises
in a speech (``I will …``) is a commitment to `prep`, but no action of the scribe, and not counted.
Goals: marked F1 .99, unmarked F1 .72 at precision .80, owner right .95.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from prep import notes
from prep.claims import Cues, cues_from, extract
from prep.model.claim import Claim
from prep.resources import template_folder

Row = Mapping[str, Any]
MARKED = ("action.marked",)
FORMED = ("action.named", "action.arrow", "action.bracket", "action.dash", "action.handle")
PLAIN = (*MARKED, *FORMED, "action.table", "action.given", "action.told", "action.noted")
ITEMS = (*PLAIN, "action.item", "action.listed")


class Counts(NamedTuple):
    """Lines rightly found, found though unmarked, and missed."""

    right: int
    false: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.false)
        recall = self.right / max(1, self.right + self.missed)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}"
            f"  ({self.right} right, {self.false} false, {self.missed} missed)"
        )


def english() -> Cues:
    """The cue words that ship with the package."""
    text = (template_folder() / "cues" / "en.yaml").read_text("utf-8")
    return cues_from([yaml.safe_load(text)])


def minutes(rows: Iterable[Row], *, marked: bool) -> str:
    """The lines of one file, each where it stood; unmarked: without the scribe's ``ACTION:``."""
    at = {row["line"]: row["text"] if marked else row.get("unmarked", row["text"]) for row in rows}
    return "\n".join(at.get(n, "") for n in range(1, max(at) + 1))


def claims_of(path: str, text: str, cues: Cues, rules: tuple[str, ...]) -> dict[int, list[Claim]]:
    """The commitments that these rules find, by line."""
    note = notes.read(path, text.encode())
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in extract(note, cues):
        if claim.kind == "commitment" and claim.rule in rules:
            found[claim.line].append(claim)
    return found


def measure(
    files: Mapping[str, list[Row]],
    cues: Cues,
    rules: tuple[str, ...],
    *,
    marked: bool,
    misses: bool,
) -> Counts:
    """Counts over all files; ``misses`` prints each line that is false or missed."""
    right = false = missed = 0
    for path, rows in files.items():
        found = claims_of(path, minutes(rows, marked=marked), cues, rules)
        for row in rows:
            hit = row["line"] in found
            right += hit and row["label"]
            false += hit and not row["label"]
            missed += not hit and row["label"]
            if misses and hit != bool(row["label"]):
                rule = found[row["line"]][0].rule if hit else "missed"
                print(f"  {rule:14} {path}:{row['line']}: {row.get('unmarked', row['text'])[:150]}")
    return Counts(right, false, missed)


def owners(files: Mapping[str, list[Row]], cues: Cues, *, misses: bool) -> tuple[int, int]:
    """Of the marked actions with an owner: how many owners are right, and how many there are."""
    right = total = 0
    for path, rows in files.items():
        found = claims_of(path, minutes(rows, marked=True), cues, MARKED)
        for row in rows:
            if not row.get("owner_raw"):
                continue
            total += 1
            told = {p.strip() for c in found.get(row["line"], ()) for p in c.party.split(",")}
            good = set(row["owner_raw"]) <= told
            right += good
            if misses and not good:
                print(f"  owner {sorted(told)} not {row['owner_raw']}: {row['text'][:120]}")
    return right, total


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    cues = english()
    for source in sorted((args.folder / "actions").glob("*.jsonl")):
        files: dict[str, list[Row]] = defaultdict(list)
        for line in source.read_text("utf-8").splitlines():
            row = json.loads(line)
            files[row["file"]].append(row)
        print(source.name)
        for title, rules, marked in (
            ("marked", MARKED, True), ("unmarked", PLAIN, False), ("+ items", ITEMS, False),
        ):  # fmt: skip
            print(f"  {title:9} {measure(files, cues, rules, marked=marked, misses=args.misses)}")
        right, total = owners(files, cues, misses=args.misses)
        print(f"  owner     {right / max(1, total):.3f}  ({right} of {total})")


if __name__ == "__main__":
    main()
