"""``prep practice``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.app.session import Session
    from prep.cli.drilling import Desk
    from prep.interview.practice.attempt import Attempt
    from prep.interview.practice.schedule import Card

MINUTES_A_CARD = 2.5
CAVEAT = "The schedule is made for flashcards; spoken answers may need more passes."


@click.command()
@click.argument("subject", required=False)
@click.option("--on", "interview", metavar="DATE", help="Day of the interview (YYYY-MM-DD).")
@click.option("--minutes", type=click.IntRange(1), default=15, show_default=True,
              help="How long you have.")  # fmt: skip
@click.option("--drill", type=click.Choice(["decode", "recall", "answer", "ladder", "ask"]),
              help="One drill only.")  # fmt: skip
@click.option("--progress", "show", is_flag=True, help="How it goes, instead of practising.")
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE",
              help="How it goes as a picture: SVG.")  # fmt: skip
@click.option("--page", type=click.Path(path_type=Path), metavar="FILE",
              help="How it goes as a markdown page, for prep export.")  # fmt: skip
@click.pass_obj
def command(
    request: Request, subject: str | None, interview: str | None, minutes: int,
    drill: str | None, show: bool, svg: Path | None, page: Path | None,
) -> None:  # fmt: skip
    """Practise for an interview with SUBJECT; without one, the whole bank.

    Every attempt is a row of "Practice log.md" in your vault. Stop at any key: nothing is lost.

    \b
    prep practice "Jane Doe" --on 2026-03-12
    prep practice --drill decode
    prep practice --progress --svg progress.svg
    """
    session = request.session()
    desk, cards = _desk(session, subject)
    if show or svg or page:
        from prep.cli.progressing import show_progress

        show_progress(desk, cards, svg, page)
        return
    lost = desk.log.recover()
    if lost is not None:
        click.echo(f"Kept from the last session, interrupted: {lost.question}")
    _practise(desk, cards, drill, _day(interview), max(1, round(minutes / MINUTES_A_CARD)))


def _practise(
    desk: Desk, cards: tuple[Card, ...], drill: str | None, interview: str | None, budget: int
) -> None:
    from prep.cli import drilling
    from prep.interview.practice import schedule
    from prep.interview.practice.deck import only

    chosen = only(cards, drill)
    attempts = desk.log.attempts()
    planned = schedule.today(chosen, attempts, desk.day, interview, budget)
    if not planned:
        click.echo(_nothing(chosen, attempts, desk.day, interview))
        return
    click.echo(
        f"Attempts go to {desk.log.path}. {len(planned)} cards; Ctrl-C stops, and keeps all."
    )
    warm = next((card for card in cards if card.drill == "decode"), None)
    try:
        if warm is not None and drill is None:
            click.echo("Warm-up first; it is not recorded.")
            drilling.run(desk, warm, record=False)
        for card in planned:
            drilling.run(desk, card)
    except (click.Abort, KeyboardInterrupt):
        desk.log.recover()
        raise
    click.echo(f"\nDone: {len(planned)} cards. {CAVEAT}")


def _desk(session: Session, subject: str | None) -> tuple[Desk, tuple[Card, ...]]:
    from prep.app import interviewing
    from prep.cli.drilling import Desk
    from prep.interview.competence import lexicon
    from prep.interview.matching import Shelf
    from prep.interview.practice import deck
    from prep.interview.practice.log import Log
    from prep.interview.stories import stories
    from prep.model.naming import Subject

    bank = interviewing.bank(session)
    language = session.settings.config.language
    words = lexicon(bank, language)
    if subject:
        sheet = interviewing.sheet(session, subject, side="candidate")
        cards = deck.from_sheet(sheet, bank)
    else:
        nobody = Subject("", "topic", None, "")
        told = stories(interviewing.materials(session, nobody))
        cards = deck.from_bank(bank, Shelf(told, words, language))
    titles = tuple(dict.fromkeys(card.story for card in cards if card.story))
    return Desk(
        Log(session.vaults[0]), bank, words, titles, session.as_of, language, session.owner
    ), cards


def _nothing(
    cards: tuple[Card, ...], attempts: tuple[Attempt, ...], day: str, interview: str | None
) -> str:
    from prep.interview.practice import schedule

    if interview is not None and day >= interview:
        return (
            f"The interview was on {interview}: nothing is scheduled after it. Debrief it instead."
        )
    days = [
        wanted
        for card in cards
        if (passes := schedule.history(card, attempts))
        and (wanted := schedule.next_pass(passes, interview, card.key))
    ]
    return (
        f"Nothing is due today; the next pass is on {min(days)}."
        if days
        else "Nothing to practise."
    )


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    from datetime import date

    from prep.problems import UsageError

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"--on {text}: is no day; write it as 2026-03-12") from error
