"""How right the dates are that ``prep.dates`` finds, on sentences with known dates.

usage: python bench/dates.py FOLDER [--misses]

FOLDER holds ``recognizers.jsonl`` (sentences: text, ref, gold spans with values) and
``duckling.jsonl`` (single expressions: text, ref, value). Neither is part of the project.

A date that we emit is right where a gold span that it overlaps holds its day among its values, or
ends on it, or begins or ends where a gold stretch does (of two readings of "Friday" either is
right). A gold date counts as found where a right one overlaps it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from prep.dates import Found, find_days

DATED = {"date", "datetime", "range"}


class Tally(NamedTuple):
    """Counts of one file: emitted, right of them; gold dates and stretches, found of them."""

    emitted: int = 0
    right: int = 0
    days: int = 0
    days_found: int = 0
    stretches: int = 0
    stretches_found: int = 0
    dateless: int = 0
    false_alarms: int = 0


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def edges(found: Found) -> set[str]:
    """First day, last day and the day after, which is where a half-open stretch ends."""
    after = date.fromisoformat(found.end_day) + timedelta(days=1)
    return {found.day, found.end_day, after.isoformat()}


def fits(found: Found, values: list[Any]) -> bool:
    """Whether a found phrase names one of these days or shares an edge with such a stretch."""
    days = {value for value in values if isinstance(value, str)}
    stretches = {edge for value in values if isinstance(value, list) for edge in value}
    return bool(days & {found.day, found.end_day} or (stretches - {""}) & edges(found))


def overlaps(found: Found, gold: dict[str, Any]) -> bool:
    return bool(found.start <= gold["end"] and found.end > gold["start"])


def sentence(row: dict[str, Any], tally: Tally, prefer: Any, misses: list[str]) -> Tally:
    text = row["text"]
    gold = [item for item in row["gold"] if item["type"] in DATED]
    found = find_days(text, base=row["ref"][:10], prefer=prefer)
    right = [
        item
        for item in found
        if any(overlaps(item, gold_item) and fits(item, gold_item["values"]) for gold_item in gold)
    ]
    hit = [any(overlaps(item, one) and fits(item, one["values"]) for item in right) for one in gold]
    single = [one["type"] != "range" for one in gold]
    misses += [
        f"wrong  {item.raw!r} {item.day}..{item.end_day} in {text[:90]!r} {row['ref'][:10]}"
        for item in found
        if item not in right
    ]
    misses += [
        f"missed {one['text']!r} {one['values']} {one['type']} @{row['ref'][:10]}"
        for one, found_it in zip(gold, hit, strict=True)
        if not found_it
    ]
    return Tally(
        tally.emitted + len(found),
        tally.right + len(right),
        tally.days + sum(single),
        tally.days_found + sum(a and b for a, b in zip(single, hit, strict=True)),
        tally.stretches + len(single) - sum(single),
        tally.stretches_found + sum(b and not a for a, b in zip(single, hit, strict=True)),
        tally.dateless + (not row["gold"]),
        tally.false_alarms + (not row["gold"] and bool(found)),
    )


def expression(row: dict[str, Any], tally: Tally, misses: list[str]) -> Tally:
    values = row.get("value") or []
    stretch = len(values) == 2
    gold = [values] if stretch else values
    found = find_days(row["text"], base=row["ref"][:10], prefer="future")
    right = [item for item in found if fits(item, gold)]
    dated = bool(values) and row["kind"] != "negative"
    if dated and not right:
        misses.append(
            f"missed {row['text']!r} {values} {row['kind']} {[(f.raw, f.day) for f in found]}"
        )
    if not dated and found:
        misses.append(f"wrong  {row['text']!r} {[(f.raw, f.day) for f in found]}")
    return tally._replace(
        emitted=tally.emitted + len(found),
        right=tally.right + len(right),
        days=tally.days + dated,
        days_found=tally.days_found + (dated and bool(right)),
        dateless=tally.dateless + (not dated),
        false_alarms=tally.false_alarms + (not dated and bool(found)),
    )


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "-"


def report(name: str, tally: Tally) -> None:
    print(f"{name}: precision {share(tally.right, tally.emitted)}")
    print(f"  recall, single days      {share(tally.days_found, tally.days)}")
    if tally.stretches:
        print(f"  recall, stretches        {share(tally.stretches_found, tally.stretches)}")
        both = tally.days_found + tally.stretches_found
        print(f"  recall, all              {share(both, tally.days + tally.stretches)}")
    print(f"  false alarms, dateless   {share(tally.false_alarms, tally.dateless)}")


def cost() -> None:
    """The price of a line without a date, and of one with."""
    plain = "They were glad to hear that the rollout is quiet and asked for nothing else from us"
    dated = "Send them the revised offer by next Friday, and the contract on 3 December 2025"
    for name, line in (("without a date", plain), ("with two dates", dated)):
        find_days(line, base="2025-11-05")
        start = time.perf_counter()
        for _ in range(20_000):
            find_days(line, base="2025-11-05")
        print(f"a line {name}: {(time.perf_counter() - start) / 20_000 * 1e6:.1f} µs")


def main() -> None:
    folder, show = Path(sys.argv[1]), "--misses" in sys.argv
    for prefer in ("past", "future"):
        misses: list[str] = []
        tally = Tally()
        for row in rows(folder / "recognizers.jsonl"):
            tally = sentence(row, tally, prefer, misses)
        report(f"sentences, prefer {prefer}", tally)
        if show and prefer == "past":
            print("\n".join(misses))
    misses, tally, plain = [], Tally(), Tally()
    for row in rows(folder / "duckling.jsonl"):
        tally = expression(row, tally, misses)
        if "Holiday" not in row["kind"]:
            plain = expression(row, plain, [])
    report("expressions", tally)
    report("expressions without holidays", plain)
    if show:
        print("\n".join(misses))
    cost()


if __name__ == "__main__":
    main()
