"""What comes up in the next meeting: ``python bench/forward.py FOLDER ... [--before] [--lines]``.

Each FOLDER holds the minutes of one series as markdown, one file a meeting, named by day or number.
For every meeting the minutes up to it and no later are read, the matters they name are ranked by
whether the meeting after will name them, and the order is scored by nDCG@10. ``forward.md`` says
what a matter is, where the minutes come from, and what was measured.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from prep import notes
from prep.brief import returning
from prep.brief.returning import Sighting
from prep.model.note import Block, Note

TOP = 10
FROM = "2022"
"""Meetings from this year on are measured; the weights were set on those before."""
WINDOW = 6
"""Meetings whose matters are candidates; the second figure takes all meetings so far."""
EVER = 10_000

_TRACKER = re.compile(r"github\.com/([\w.-]+/[\w.-]+)/(?:issues|pull|discussions)/(\d+)")
_SHORT = re.compile(r"(?<![\w/])([\w.-]+/[\w.-]+)#(\d+)\b")
_PROPOSAL = re.compile(r"\b(?:EIP|ERC)S?[-\s#]*(\d{2,4})\b|/eip-(\d{2,4})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w/#.,$-])(\d{3,4})(?![\w%]|[.,]\d)")
_ADDRESS = re.compile(r"\]\([^)]*\)|<?https?://\S+")
_OWN_PAGE = re.compile(r"\b(?:agenda|minutes|github issue|recording|video)\b", re.IGNORECASE)
_YEARS = range(2014, 2036)


class Meeting(NamedTuple):
    """The day of one meeting, its matters in the order in which they stand, and which of them
    were items of it: ``leading`` a heading or an entry, not only linked in what was said.
    """

    day: str
    matters: Mapping[str, Sighting]
    leading: frozenset[str]


class Score(NamedTuple):
    """Mean nDCG of two orders over ``meetings`` meetings."""

    meetings: int
    recency: float
    ours: float


def series(folder: Path) -> list[Meeting]:
    """All meetings of a folder in their order.

    Files are ordered by the numbers in their names, and only those named like most are taken. A
    meeting is no older than the one before it: some minutes carry last year's date.
    """
    files = list(folder.glob("*.md"))
    usual = Counter(map(_shape, files)).most_common(1)[0][0]
    known: set[str] = set()
    day, found = "", []
    for path in sorted((p for p in files if _shape(p) == usual), key=lambda p: _numbers(p.stem)):
        note = notes.read(path.name, path.read_bytes())
        day = max(day, note.day or "")
        found.append(meeting(day, note, known))
    return found


def _shape(path: Path) -> tuple[str, int]:
    return re.sub(r"[\W\d_]+", "", path.stem).casefold(), len(_numbers(path.stem))


def _numbers(name: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", name))


def meeting(day: str, note: Note, known: set[str]) -> Meeting:
    """What one meeting's minutes name; ``known`` gathers the proposals of the series so far."""
    known.update(key for block in note.blocks for key in named(block.text) if "#" not in key)
    below = _below(note.blocks)
    lines: Counter[str] = Counter()
    words: dict[str, dict[int, None]] = defaultdict(dict)
    leading = set()
    for index, block in enumerate(note.blocks):
        if _is_own_page(block.text):
            continue
        above = _above(block)
        for key in dict.fromkeys((*named(block.text), *_bare(block.text, known))):
            lines[key] += 1
            words[key].update(dict.fromkeys(below(index if above is None else above)))
            leading |= {key} if _leads(block) else set()
    told = {k: "\n".join(note.blocks[i].text for i in words[k]) for k in lines}
    return Meeting(day, {k: Sighting(0, lines[k], told[k]) for k in lines}, frozenset(leading))


def _above(block: Block) -> int | None:
    """What a line that is but a link is the link of: the entry or the heading it stands under."""
    if block.kind == "heading" or len(re.findall(r"[^\W\d_]+", _plain(block.text))) > 0:
        return None
    return block.heading if block.parent is None else block.parent


def _leads(block: Block) -> bool:
    if block.kind == "item":
        return block.level == 0
    return block.kind == "heading" or (block.parent is None and _above(block) is not None)


def named(text: str) -> list[str]:
    """The numbered matters of a line, in their order: ``owner/name#12``, ``eip-1962``."""
    found = [(m.start(), f"{m[1].casefold()}#{m[2]}") for m in _TRACKER.finditer(text)]
    found += [(m.start(), f"{m[1].casefold()}#{m[2]}") for m in _SHORT.finditer(text)]
    found += [(m.start(), f"eip-{int(m[1] or m[2])}") for m in _PROPOSAL.finditer(text)]
    return [key for _, key in sorted(found)]


def _bare(text: str, known: set[str]) -> list[str]:
    """Proposals spoken of by their number alone, once the series has named them in full."""
    numbers = map(int, _NUMBER.findall(_ADDRESS.sub("", text)))
    return [f"eip-{n}" for n in numbers if n not in _YEARS and f"eip-{n}" in known]


def _is_own_page(text: str) -> bool:
    """Whether a line only links the meeting's own agenda, minutes or recording."""
    plain = _plain(text)
    return len(re.findall(r"[^\W\d_]+", plain)) <= 5 and bool(_OWN_PAGE.search(plain))


def _plain(text: str) -> str:
    """A line's words, without addresses and the label that some minutes put before one."""
    return re.sub(r"(?i)\bURL:", " ", _ADDRESS.sub(" ", text))


def _below(blocks: Sequence[Block]) -> Callable[[int], Iterator[int]]:
    """From a block to itself and what stands below it: sub-items, or a heading's section."""
    under: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        above = block.heading if block.parent is None else block.parent
        if above is not None and block.kind != "heading":
            under[above].append(index)

    def walk(index: int) -> Iterator[int]:
        yield index
        for lower in under[index]:
            yield from walk(lower)

    return walk


def seen(past: Sequence[Meeting], window: int, *, lines: bool) -> dict[str, list[Sighting]]:
    """The candidates: the items of the last ``window`` meetings, newest sighting first.

    ``lines``: what any line names is a candidate, be it never an item.
    """
    found: dict[str, list[Sighting]] = defaultdict(list)
    items: set[str] = set()
    for ago, held in enumerate(reversed(past[-window:])):
        items |= set(held.matters) if lines else held.leading
        for key, sighting in held.matters.items():
            found[key].append(sighting._replace(ago=ago))
    return {key: told for key, told in found.items() if key in items}


def by_recency(found: Mapping[str, Sequence[Sighting]]) -> list[str]:
    """The baseline: by the meeting that last named a matter, in the order of its minutes."""
    return sorted(found, key=lambda key: found[key][0].ago)


def by_returning(found: Mapping[str, Sequence[Sighting]]) -> list[str]:
    """Ours; ties as in the baseline."""
    points = {key: sum(p for _, p in returning.parts(told)) for key, told in found.items()}
    return sorted(found, key=lambda key: (-points[key], found[key][0].ago))


def ndcg(order: Sequence[str], gold: set[str]) -> float:
    """Normalised discounted gain of the first ten, each matter right or wrong."""
    gain = sum(1 / math.log2(place + 2) for place, key in enumerate(order[:TOP]) if key in gold)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(TOP, len(gold))))


def measure(meetings: Sequence[Meeting], window: int, *, before: bool, lines: bool) -> Score:
    """Both orders on every meeting at which one of its candidates comes up."""
    pairs = []
    for index in range(1, len(meetings)):
        coming = meetings[index]
        found = seen(meetings[:index], window, lines=lines)
        gold = set(found) & (set(coming.matters) if lines else coming.leading)
        if gold and (coming.day < FROM) == before:
            pairs.append((ndcg(by_recency(found), gold), ndcg(by_returning(found), gold)))
    count = len(pairs)
    return Score(count, *(sum(pair[side] for pair in pairs) / max(1, count) for side in (0, 1)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--before", action="store_true", help=f"the years before {FROM}")
    parser.add_argument("--lines", action="store_true", help="matters named in any line")
    given = parser.parse_args()
    print("| series | candidates | meetings | recency | ours |\n|---|---|---|---|---|")
    for folder in given.folders:
        meetings = series(folder)
        for title, window in ((f"last {WINDOW}", WINDOW), ("all before", EVER)):
            score = measure(meetings, window, before=given.before, lines=given.lines)
            print(
                f"| {folder.name} | {title} | {score.meetings} "
                f"| {score.recency:.3f} | {score.ours:.3f} |"
            )


if __name__ == "__main__":
    main()
