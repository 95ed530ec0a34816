"""``prep practice --progress``: sparklines, a coverage strip, what is ready; a picture as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from prep.cli.drilling import Desk
from prep.interview.practice import progress
from prep.interview.practice.attempt import Attempt
from prep.interview.practice.schedule import Card
from prep.interview.practice.series import gap, series


def show_progress(desk: Desk, cards: Sequence[Card], svg: Path | None, page: Path | None) -> None:
    """Print how practice goes, and write the picture and the page where they are asked for."""
    from prep.interview.practice import page as pages
    from prep.interview.practice.svg import multiples

    attempts = desk.log.attempts()
    found = series(attempts)
    answers = [card for card in cards if card.drill == "answer"]
    strip = progress.coverage([_covered(card, attempts) for card in answers], desk.day)
    ready = progress.readiness(
        [_expected(card, attempts) for card in answers], asks=_asks(cards, attempts),
        concern_aloud=None, as_of=desk.day,
    )  # fmt: skip
    _print(found, gap(attempts), strip, ready)
    if svg is not None and found:
        _write(svg, multiples(found))
    if page is not None:
        _write(page, pages.page(found, strip, ready, desk.day))


def _print(
    found: Sequence[progress.Series], gap_words: str, strip: str, ready: Sequence[progress.Ready]
) -> None:
    if not found:
        click.echo("No attempt yet: prep practice makes the first.")
    for one in found:
        bars = " ".join(progress.sparkline([p.value for p in run]) for run in progress.runs(one))
        click.echo(f"{one.title:<38} {bars}  {progress.trend(one)}")
    if gap_words:
        click.echo(gap_words)
    click.echo(strip)
    for line in ready:
        click.echo(f"{'✓' if line.ready else '–'} {line.text}")
        for missing in line.missing[:3]:
            click.echo(f"    {missing}")


def _write(path: Path, text: str) -> None:
    from prep.interview.appending import replace
    from prep.problems import PrepError

    try:
        replace(path, text.encode())
    except OSError as error:
        raise PrepError(f"{path}: cannot be written ({error.strerror})") from error
    click.echo(str(path))


def _passes(card: Card, attempts: Sequence[Attempt]) -> list[Attempt]:
    return [a for a in attempts if a.card == card.key]


def _covered(card: Card, attempts: Sequence[Attempt]) -> tuple[str, str, str]:
    passes = _passes(card, attempts)
    last = passes[-1] if passes else None
    return ("strong" if card.story else "", last.day if last else "", last.counts if last else "")


def _expected(card: Card, attempts: Sequence[Attempt]) -> progress.Story:
    told = tuple((a.day, a.seconds) for a in _passes(card, attempts) if a.counts)
    fit = "strong" if card.story else "gap"
    return progress.Story(card.question, fit, told, card.competency == "learn_from_failure")


def _asks(cards: Sequence[Card], attempts: Sequence[Attempt]) -> int:
    return sum(card.drill == "ask" and bool(_passes(card, attempts)) for card in cards)
