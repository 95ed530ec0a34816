"""Prints how name likeness fares on labelled pairs: ``python bench/names.py PAIRS.jsonl``.

A line of the file holds ``a``, ``b`` (names), ``same`` (1 or 0) and, where the pair is known to be
beyond any spelling rule, ``hard``. A *merge* is the verdict "same", which needs no human; a
*proposal* is every other likeness but a shared given name alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from prep.names import compare


def main(path: str) -> int:
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]
    start = time.perf_counter()
    kinds = [compare(row["a"], row["b"]).kind for row in rows]
    spent = time.perf_counter() - start
    same = [(row, kind) for row, kind in zip(rows, kinds, strict=True) if row["same"]]
    other = [(row, kind) for row, kind in zip(rows, kinds, strict=True) if not row["same"]]
    found = [pair for pair in same if pair[1] != "none"]
    print(f"pairs of one person {len(same)}, of two people {len(other)}")
    print(f"false merges        {sum(kind == 'same' for _, kind in other)}")
    wrong = sum(kind not in ("same", "none", "first_name") for _, kind in other)
    print(f"wrong proposals     {wrong}")
    print(f"recall              {len(found) / len(same):.3f}", dict(Counter(k for _, k in found)))
    print(f"time                {spent / len(rows) * 1e6:.0f} µs a pair")
    missed = [p for p in same if p[1] == "none"]
    for row, kind in missed + [p for p in other if p[1] != "none"]:
        print(f"  {row['same']} {kind:10} {row['a']} | {row['b']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
