"""``prep brief``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from prep.cli.completing import names
from prep.cli.options import document
from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.app.output import Target
    from prep.app.pages import Page
    from prep.app.session import Session


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
    target = request.target(session, reference_doc)
    options = {"audience": audience, "since": _day(since), "limit": limit}
    if meeting is None and subject != "next":
        from prep.app import documents

        page = documents.brief(session, str(subject), form, target, **options)  # type: ignore[arg-type]
    else:
        page = _of_meeting(request, session, meeting, form, target, options)
    deliver(session, page, form, output, target, open_it=open_it)
    if explain_withheld:
        for row in page.withheld:
            click.echo(row, err=True)
    problems(page, quiet=request.quiet, verbose=request.verbose)


def _of_meeting(
    request: Request, session: Session, meeting: str | None, form: str, target: Target,
    options: dict[str, Any],
) -> Page:  # fmt: skip
    """The brief for the next meeting, or for the one that ``meeting`` means."""
    from prep.app import upcoming
    from prep.app.output import page_of

    if meeting is not None:
        found = upcoming.meeting_at(session, meeting)
    else:
        found = upcoming.next_meeting(session, request.moment())
    return page_of(upcoming.brief_for(session, found, **options), form, target)


def _day(since: str | None) -> str | None:
    if since in (None, "last"):
        return None
    from datetime import date

    try:
        return date.fromisoformat(str(since)).isoformat()
    except ValueError as error:
        from prep.problems import UsageError

        raise UsageError(f"--since {since}: is no day; write it as 2026-01-05, or last") from error
