"""Precision and recall of the claims on labelled notes: ``python bench/labels.py [--misses]``.

``tests/labels/example_vault.tsv`` holds what a reader finds on each line of ``examples/vault``, the
other three files the same of smaller vaults beside them, each scored once before any rule was made
for it. ``tests/labels/README.md`` says how they were written and what their columns mean. The notes
are read as `prep` reads them (``prep.app.reader.Reader``) and all their claims followed to the
vault's day. Counted are lines by kind: two claims of one kind on a line are one.

Goals: precision .90 and recall .80 per kind.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from prep.app.reader import Reader
from prep.claims import follow
from prep.model.claim import Placed, Thread
from prep.resources import template_folder

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "labels"
MINE = ("I", "Nora Lind", "Nora", "NL", "Ruth Adler", "Ruth", "RA", "Mara", "Pia")
"""What the owners of the vaults are called in them."""
UNSCORED = ("fact", "none")
STATES = {
    "open": ("open", "overdue", "carried", "stale"),
    "closed": ("closed", "proposed_closed"),
    "answered": ("answered", "proposed_answered"),
    "superseded": ("superseded",),
}
Place = tuple[str, int]
Found = Mapping[Place, Sequence[tuple[Placed, Thread]]]


class Vault(NamedTuple):
    """Notes, their labels, the day at which they are told, and whose they are."""

    title: str
    notes: Path
    labels: Path
    as_of: str
    me: tuple[str, ...]


EXAMPLE = Vault(
    "the example vault", ROOT / "examples" / "vault", FOLDER / "example_vault.tsv",
    "2026-03-16", ("Nora Lind", "Myself"),
)  # fmt: skip
SECOND = Vault(
    "the second vault", FOLDER / "second_vault", FOLDER / "second_vault.tsv",
    "2026-05-09", ("Ruth Adler",),
)  # fmt: skip
THIRD = Vault(
    "the third vault", FOLDER / "third_vault", FOLDER / "third_vault.tsv",
    "2026-02-25", ("Mara Voss",),
)  # fmt: skip
FOURTH = Vault(
    "the fourth vault", FOLDER / "fourth_vault", FOLDER / "fourth_vault.tsv",
    "2026-06-23", ("Pia Lund", "Pia"),
)  # fmt: skip
VAULTS = (EXAMPLE, SECOND, THIRD, FOURTH)


class Label(NamedTuple):
    """What stands on a line, by a reader: one row of the file."""

    path: str
    line: int
    kinds: tuple[str, ...]
    optional: bool
    party: str
    due: str
    state: str
    text: str


class Tally(NamedTuple):
    """Lines by kind: of those found, right and false; of those labelled, heard and missed."""

    right: Counter[str]
    false: Counter[str]
    heard: Counter[str]
    missed: Counter[str]

    def precision(self, kind: str) -> float:
        """Of the lines found as this kind, the part that is right; 0 where none was found."""
        return self.right[kind] / max(1, self.right[kind] + self.false[kind])

    def recall(self, kind: str) -> float:
        """Of the lines labelled as this kind, the part that was heard; 0 where none is."""
        return self.heard[kind] / max(1, self.heard[kind] + self.missed[kind])


class Miss(NamedTuple):
    """One line that went wrong, and how in words."""

    path: str
    line: int
    what: str
    text: str


def labels(path: Path) -> list[Label]:
    """The rows of the file of labels."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Label(
            row["path"], int(row["line"]), tuple(row["kind"].removesuffix("?").split("/")),
            row["kind"].endswith("?"), row["party"], row["due"], row["state"], row["text"],
        )
        for row in rows
    ]  # fmt: skip


def heard(vault: Vault) -> Found:
    """Every claim of the vault by its line, followed to the vault's day."""
    reader = Reader((str(template_folder()),), "en")
    readings = [
        reader(path.relative_to(vault.notes).as_posix(), path.read_bytes())
        for path in sorted(vault.notes.rglob("*.md"))
    ]
    days = {reading.note.path: reading.note.day for reading in readings}
    placed = [Placed(reading.note.path, claim) for reading in readings for claim in reading.claims]
    found: dict[Place, list[tuple[Placed, Thread]]] = defaultdict(list)
    for thread in follow(placed, as_of=vault.as_of, days=days, me=vault.me):
        for told in thread.tellings:
            found[told.path, told.claim.line].append((told, thread))
    return found


def tally(wanted: Iterable[Label], found: Found) -> tuple[Tally, list[Miss]]:
    """Lines by kind. A missed line counts for the first of the kinds that are right."""
    by_place: dict[Place, list[Label]] = defaultdict(list)
    for label in wanted:
        by_place[label.path, label.line].append(label)
    counts, misses = Tally(Counter(), Counter(), Counter(), Counter()), []
    for place, rows in by_place.items():
        kinds = {told.claim.kind for told, _ in found.get(place, ())} - set(UNSCORED)
        for kind in sorted(kinds):
            good = any(kind in row.kinds for row in rows)
            (counts.right if good else counts.false)[kind] += 1
            if not good:
                misses.append(Miss(*place, f"false {kind}", rows[0].text))
        for row in rows:
            if row.optional or row.kinds == ("none",):
                continue
            good = not kinds.isdisjoint(row.kinds)
            (counts.heard if good else counts.missed)[row.kinds[0]] += 1
            if not good:
                misses.append(Miss(*place, f"missed {'/'.join(row.kinds)}", row.text))
    return counts, misses


def attributes(
    wanted: Iterable[Label], found: Found
) -> tuple[dict[str, tuple[int, int]], list[Miss]]:
    """Of the lines that were heard: parties, due days and states, as (right, all scored)."""
    right, total, misses = Counter[str](), Counter[str](), []
    for label in wanted:
        here = [
            p for p in found.get((label.path, label.line), ()) if p[0].claim.kind in label.kinds
        ]
        for name, value in _scored(label) if here else ():
            good = any(_is_right(name, value, told, thread) for told, thread in here)
            total[name] += 1
            right[name] += good
            if not good:
                is_now = " or ".join(_said(name, *pair) or "none" for pair in here)
                what = f"{name} {is_now}, not {value or 'none'}"
                misses.append(Miss(label.path, label.line, what, label.text))
    return {name: (right[name], total[name]) for name in ("party", "due", "state")}, misses


def _scored(label: Label) -> list[tuple[str, str]]:
    """What the label says on whose, when and what became of it; bare commitments have no due."""
    due = label.kinds[0] == "commitment" and label.due != "*"
    rows = [("party", label.party), ("state", label.state)]
    return [row for row in rows if row[1]] + ([("due", label.due)] if due else [])


def _said(name: str, told: Placed, thread: Thread) -> str:
    if name == "state":
        return thread.state
    return told.claim.party if name == "party" else told.claim.due or ""


def _is_right(name: str, value: str, told: Placed, thread: Thread) -> bool:
    said = _said(name, told, thread)
    if name == "party":
        return any(_is_one(said, party) for party in value.split("/"))
    return said in (STATES[value] if name == "state" else value.split("/"))


def _is_one(said: str, party: str) -> bool:
    """``Ines`` is ``Ines Calloway``; all names of an owner are one; ``-`` is nobody."""
    if party == "-" or not said:
        return party == "-" and not said
    if party in MINE:
        return said in MINE
    words, others = set(said.casefold().split()), set(party.casefold().split())
    return words <= others or others <= words


def table(counts: Tally) -> str:
    """Precision and recall by kind as a markdown table."""
    head = "| kind | found | right | precision | labelled | heard | recall |\n" + "|---" * 7 + "|"
    rows = []
    for kind in sorted({kind for counter in counts for kind in counter}):
        found, there = counts.right[kind] + counts.false[kind], counts.heard[kind]
        wanted = there + counts.missed[kind]
        precision = f"{counts.precision(kind):.2f}" if found else ""
        recall = f"{counts.recall(kind):.2f}" if wanted else ""
        rows.append(
            f"| {kind} | {found} | {counts.right[kind]} | {precision} "
            f"| {wanted} | {there} | {recall} |"
        )
    right, false, there, missed = (counter.total() for counter in counts)
    rows.append(
        f"| all | {right + false} | {right} | {right / max(1, right + false):.2f} "
        f"| {there + missed} | {there} | {there / max(1, there + missed):.2f} |"
    )
    return "\n".join((head, *rows))


def in_words(figures: Mapping[str, tuple[int, int]]) -> str:
    """The figures of :func:`attributes` in one line."""
    return ", ".join(
        f"{name} {right / max(1, total):.2f} ({right} of {total})"
        for name, (right, total) in figures.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--misses", action="store_true", help="each line that went wrong")
    args = parser.parse_args()
    for vault in VAULTS:
        wanted, found = labels(vault.labels), heard(vault)
        counts, wrong = tally(wanted, found)
        figures, off = attributes(wanted, found)
        print(f"{len(wanted)} labels of {vault.title}\n\n{table(counts)}\n\n{in_words(figures)}\n")
        for miss in [*wrong, *off] if args.misses else ():
            print(f"  {miss.what}: {miss.path}:{miss.line}: {miss.text[:110]}")


if __name__ == "__main__":
    main()
