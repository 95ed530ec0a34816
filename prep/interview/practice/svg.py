"""Small multiples as SVG, written by hand: one panel a measure, the same axis of days for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from prep.interview.practice.progress import Point, Series, runs, trend

WIDTH, HEIGHT = 260, 96
_LEFT, _TOP, _BOTTOM = 34, 24, 20
_INK, _FAINT, _BAND = "#1f2933", "#9aa5b1", "#e3f1e6"


def multiples(found: Sequence[Series], columns: int = 2) -> str:
    """An SVG picture with a panel a series; the text in it says what a reader may conclude.

    Points measured in another way are hollow, and no line joins them to the others.
    """
    days = sorted({p.day for series in found for p in series.points})
    rows = -(-len(found) // columns)
    body = "".join(
        _panel(series, days, n % columns * WIDTH, n // columns * HEIGHT)
        for n, series in enumerate(found)
    )
    width, height = columns * WIDTH, max(1, rows) * HEIGHT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="9" '
        f'fill="{_INK}" role="img"><title>Practice over time</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{body}</svg>\n'
    )


def _panel(series: Series, days: Sequence[str], left: float, top: float) -> str:
    high = max([p.value for p in series.points] + [series.band[1] if series.band else 0.0]) or 1.0
    parts = [
        f'<g transform="translate({left} {top})">',
        f'<text x="{_LEFT}" y="10" font-weight="bold">{escape(series.title)}</text>',
        f'<text x="{_LEFT}" y="20" fill="{_FAINT}">{escape(trend(series))}</text>',
    ]
    if series.band:
        upper, lower = _y(min(series.band[1], high), high), _y(series.band[0], high)
        parts.append(
            f'<rect x="{_LEFT}" y="{upper:.1f}" width="{WIDTH - _LEFT - 10}" '
            f'height="{lower - upper:.1f}" fill="{_BAND}"/>'
        )
    parts += [_axis(high, days)]
    for run in runs(series):
        parts.append(_line(run, days, high))
    return "".join([*parts, "</g>"])


def _axis(high: float, days: Sequence[str]) -> str:
    ends = (days[0], days[-1])
    base = HEIGHT - _BOTTOM
    return (
        f'<text x="{_LEFT - 4}" y="{_TOP + 8}" text-anchor="end" fill="{_FAINT}">{high:.0f}</text>'
        f'<text x="{_LEFT - 4}" y="{base}" text-anchor="end" fill="{_FAINT}">0</text>'
        f'<line x1="{_LEFT}" y1="{base}" x2="{WIDTH - 10}" y2="{base}" stroke="{_FAINT}"/>'
        f'<text x="{_LEFT}" y="{base + 11}" fill="{_FAINT}">{ends[0]}</text>'
        f'<text x="{WIDTH - 10}" y="{base + 11}" text-anchor="end" fill="{_FAINT}">{ends[1]}</text>'
    )


def _line(run: Sequence[Point], days: Sequence[str], high: float) -> str:
    places = [(_x(p.day, days), _y(p.value, high)) for p in run]
    fill = _INK if run[0].how in {"timed", "transcript"} else "#ffffff"
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{fill}" stroke="{_INK}"/>'
        for x, y in places
    )
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{path}" fill="none" stroke="{_INK}"/>{dots}'


def _x(day: str, days: Sequence[str]) -> float:
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    span = (last - first).days or 1
    return _LEFT + 4 + (date.fromisoformat(day) - first).days / span * (WIDTH - _LEFT - 18)


def _y(value: float, high: float) -> float:
    base = HEIGHT - _BOTTOM
    return base - value / high * (base - _TOP)
