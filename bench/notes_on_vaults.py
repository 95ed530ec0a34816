"""How the reader does on whole vaults: ``python bench/notes_on_vaults.py FOLDER... [--list FILE]``.

Prints, per folder of notes:
    notes, kinds       how many were read, and as what; an exception ends the run
    boxes              check boxes found, and the files in which they are not markdown-it's
    items              list items with words that only one of the two finds
    days               notes whose file name tells their day (by a rule of its own below, not the
                       reader's), or which a list tells (``path<TAB>2026-03-02`` a line), and how
                       many of these are read with that day
    undated            meetings and daily notes without a day
    problems           by what they say
    speed              milliseconds of processor time a note, and for 4 KB
``--each`` names each file that differs.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from prep.markdown.items import list_items
from prep.model.note import Note
from prep.notes import raw_lines, read

FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
FOLDER = re.compile(r"((?:19|20)\d\d)-(?:0[1-9]|1[0-2])$")
SHORT = re.compile(r"([a-z]{3})[a-z]*-(\d{1,2})$", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TWO = re.compile(r"^[\s>]*(?:[-*+]|\d+[.)])\s+(?:[-*+]|\d+[.)])(?:\s|$)")
OTHER_BLOCK = re.compile(r"^[\s>]*(?:[-*+]|\d+[.)])\s*(?:$|[#>`~<|]|[-*_=+]{1,}\s*$)")


def named_day(path: str) -> str | None:
    """The day that a file's name tells, the year being its folder's if need be."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    full = FULL.search(stem)
    if full:
        return "-".join(full.groups())
    year, day = FOLDER.search(folder), SHORT.match(stem)
    if not (year and day and day[1].lower() in MONTHS):
        return None
    return f"{year[1]}-{MONTHS.index(day[1].lower()) + 1:02}-{int(day[2]):02}"


def items_of(note: Note) -> set[tuple[int, str | None]]:
    return {(b.line, b.status) for b in note.blocks if b.kind == "item" and b.marked}


class Tally:
    """What was counted in one folder."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.problems: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.differing: list[str] = []
        self.seconds = 0.0

    def boxes(self, path: str, data: bytes, note: Note) -> None:
        """Compare list items with markdown-it's; where two stand on one line either may count."""
        lines = raw_lines(data)
        theirs = {(i.line, i.status) for i in list_items("\n".join(lines))}
        ours = items_of(note)
        odd = {line for line, _ in theirs ^ ours if TWO.match(lines[line - 1])}
        boxes = [
            {p for p in found if p[1] is not None and p[0] not in odd} for found in (theirs, ours)
        ]
        self.count["boxes"] += len(boxes[0])
        if boxes[0] != boxes[1]:
            self.count["files with other boxes"] += 1
            self.differing.append(f"{path}: boxes {sorted(boxes[0] ^ boxes[1])[:3]}")
        apart = {line for line, _ in theirs} ^ {line for line, _ in ours}
        apart = {n for n in apart - odd if not OTHER_BLOCK.match(lines[n - 1])}
        self.count["items"] += len(theirs)
        self.count["items apart"] += len(apart)
        self.differing += [f"{path}:{line}: an item to one only" for line in sorted(apart)]

    def day(self, path: str, told: str | None, note: Note) -> None:
        """Compare the day read with the one told."""
        if told:
            self.count["days"] += 1
            self.count["days right"] += note.day == told
            if note.day != told:
                self.differing.append(f"{path}: day {note.day}, told {told}")
        elif note.day is None and note.kind in ("meeting", "daily"):
            self.count["undated"] += 1


def measure(root: Path, told: dict[str, str]) -> Tally:
    tally = Tally()
    for file in sorted(root.rglob("*.md")):
        path, data = file.relative_to(root).as_posix(), file.read_bytes()
        start = time.process_time()
        note = read(path, data)
        tally.seconds += time.process_time() - start
        tally.count["notes"] += 1
        tally.count["bytes"] += len(data)
        tally.kinds[note.kind] += 1
        tally.problems.update(re.sub(r"`.*?`|\d[\d-]*", "…", p.message) for p in note.problems)
        if note.kind not in ("transcript", "clipping"):  # these are cut by rules of their own
            tally.boxes(path, data, note)
        tally.day(path, told.get(path) or named_day(path), note)
    return tally


def main(arguments: list[str]) -> None:
    told: dict[str, str] = {}
    if "--list" in arguments:
        at = arguments.index("--list")
        lines = Path(arguments[at + 1]).read_text("utf-8").splitlines()
        told = dict(line.split("\t")[:2] for line in lines if "\t" in line)
        del arguments[at : at + 2]
    for folder in (Path(a) for a in arguments if not a.startswith("--")):
        tally = measure(folder, told)
        c = tally.count
        print(f"{folder.name}: {c['notes']} notes, {dict(tally.kinds.most_common())}")
        print(f"  boxes {c['boxes']}, other in {c['files with other boxes']} files;", end=" ")
        print(f"items {c['items']}, apart {c['items apart']}")
        share = f" ({c['days right'] / c['days']:.1%})" if c["days"] else ""
        print(f"  days {c['days right']} of {c['days']}{share}; undated {c['undated']}")
        print(f"  problems {dict(tally.problems.most_common(6))}")
        milliseconds = tally.seconds * 1000
        print(f"  {milliseconds / max(c['notes'], 1):.2f} ms a note,", end=" ")
        print(f"{milliseconds / max(c['bytes'], 1) * 4096:.2f} ms for 4 KB")
        if "--each" in arguments:
            print("\n".join(f"    {line}" for line in tally.differing))


if __name__ == "__main__":
    main(sys.argv[1:])
