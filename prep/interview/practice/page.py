"""How practice goes, as a markdown page: `prep export` makes Word of it."""

from __future__ import annotations

from collections.abc import Sequence

from prep.interview.practice.progress import Ready, Series, runs, sparkline, trend


def page(found: Sequence[Series], strip: str, ready: Sequence[Ready], as_of: str) -> str:
    """A table of the measures, the coverage strip and the list of what is ready.

    Bars that were measured in different ways stand apart.
    """
    rows = [
        f"| {one.title} | {' '.join(sparkline([p.value for p in run]) for run in runs(one))} "
        f"| {trend(one)} |"
        for one in found
    ]
    table = (
        ["| Measure | Attempts | Trend |", "|---|---|---|", *rows] if rows else ["No attempt yet."]
    )
    listed = [line for one in ready for line in _ready(one)]
    parts = [f"# Practice up to {as_of}", "\n".join(table), strip, "## Ready", "\n".join(listed)]
    return "\n\n".join(parts) + "\n"


def _ready(one: Ready) -> list[str]:
    mark = "x" if one.ready else " "
    return [f"- [{mark}] {one.text}", *(f"    - {missing}" for missing in one.missing)]
