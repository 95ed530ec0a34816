"""``prep agenda``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep.cli.options import document
from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.app.agenda import Written


@click.command()
@click.argument("day", required=False)
@document
@click.option("--write", "write_them", is_flag=True, help="Write a brief for each meeting, too.")
@click.pass_obj
def command(
    request: Request, day: str | None, form: str, output: Path | None, audience: str,
    limit: int | None, open_it: bool, reference_doc: Path | None, write_them: bool,
) -> None:  # fmt: skip
    """What is coming up on DAY: today, tomorrow, friday, 2026-01-05, week, next week, or next.

    With whom, since when last met, what is owed and what is unknown. With --write, a brief for
    each meeting with someone in the notes; one that was edited by hand is never overwritten.

    \b
    prep agenda                 today
    prep agenda tomorrow --write
    prep agenda week -f docx -o week.docx
    """
    from prep.app import agenda as use_case
    from prep.app.output import page_of
    from prep.cli.deliver import deliver, problems

    session = request.session()
    plan = use_case.planned(session, day)
    if day == "next":
        plan = use_case.next_day(plan)
    target = request.target(session, reference_doc)
    made = use_case.agenda(session, plan, audience=audience, limit=limit)  # type: ignore[arg-type]
    page = page_of(made, form, target)
    shown = output or (Path("-") if form == "md" and not open_it else None)
    deliver(session, page, form, shown, target, open_it=open_it)
    if write_them:
        done = use_case.write(session, plan, form, target, audience=audience)  # type: ignore[arg-type]
        for one in done:
            _say(one)
    problems(page, quiet=request.quiet, verbose=request.verbose)


def _say(written: Written) -> None:
    if written.edited is not None:
        click.echo(f"prep: {written.edited} was edited; the new one stands beside it", err=True)
    click.echo(str(written.path))
