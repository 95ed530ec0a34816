"""``prep brief``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep.cli.completing import names
from prep.cli.options import document
from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.app.session import Session
    from prep.model.brief import Brief


@click.command()
@click.argument("subject", required=False, shell_complete=names)
@document
@click.option(
    "--explain-withheld",
    is_flag=True,
    help="List on standard error every line that was kept back, with its reason.",
)
@click.option(
    "--meeting", metavar="TIME|WORDS", help="The meeting of today that this time or title means."
)
@click.option("--since", metavar="last|DATE", help="What 'since last time' counts from.")
@click.pass_obj
def command(
    request: Request, subject: str | None, form: str, output: Path | None, audience: str,
    limit: int | None, open_it: bool, reference_doc: Path | None,
    since: str | None, explain_withheld: bool, meeting: str | None,
) -> None:  # fmt: skip
    """A pre-call brief on SUBJECT: a person, an account or a topic.

    SUBJECT next is the next meeting of the calendars, with all who attend.

    \b
    prep brief "Jane Doe"
    prep brief Acme -f docx --open
    prep brief next
    prep brief --meeting "14:00"
    prep brief "Jane Doe" --audience external -o for-jane.docx -f docx
    """
    from prep.cli.deliver import deliver, problems

    if subject is None and meeting is None:
        raise click.UsageError("name a SUBJECT, or a meeting by --meeting TIME")
    session = request.session()
    options = {"audience": audience, "since": _day(since), "limit": limit}
    made = _made(request, session, subject, meeting, options)
    deliver(session, made, form, output, request.target(session, reference_doc), open_it=open_it)
    if explain_withheld:
        for row in made.withheld:
            click.echo(f"{row.path}:{row.line}: {row.reason}: {row.text}", err=True)
    problems(made, quiet=request.quiet, verbose=request.verbose)


def _made(
    request: Request, session: Session, subject: str | None, meeting: str | None,
    options: dict[str, Any],
) -> Brief:  # fmt: skip
    if meeting is None and subject != "next":
        from prep.app.briefing import brief

        return brief(session, str(subject), **options)
    from prep.app import upcoming

    if meeting is not None:
        found = upcoming.meeting_at(session, meeting)
    else:
        found = upcoming.next_meeting(session, request.moment())
    return upcoming.brief_for(session, found, **options)


def _day(since: str | None) -> str | None:
    if since in (None, "last"):
        return None
    from datetime import date

    try:
        return date.fromisoformat(str(since)).isoformat()
    except ValueError as error:
        from prep.problems import UsageError

        raise UsageError(f"--since {since}: is no day; write it as 2026-01-05, or last") from error
