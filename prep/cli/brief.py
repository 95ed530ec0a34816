"""``prep brief``."""

from __future__ import annotations

from pathlib import Path

import click

from prep.cli.options import document
from prep.cli.request import Request


@click.command()
@click.argument("subject")
@document
@click.option(
    "--explain-withheld",
    is_flag=True,
    help="List on standard error every line that was kept back, with its reason.",
)
@click.option("--since", metavar="last|DATE", help="What 'since last time' counts from.")
@click.pass_obj
def command(
    request: Request, subject: str, form: str, output: Path | None, audience: str,
    limit: int | None, open_it: bool, reference_doc: Path | None,
    since: str | None, explain_withheld: bool,
) -> None:  # fmt: skip
    """A pre-call brief on SUBJECT: a person, an account or a topic.

    \b
    prep brief "Jane Doe"
    prep brief Acme -f docx --open
    prep brief "Jane Doe" --audience external -o for-jane.docx -f docx
    """
    from prep.app.briefing import brief
    from prep.cli.deliver import deliver, problems

    session = request.session()
    made = brief(
        session, subject, audience=audience, since=_day(since), limit=limit,  # type: ignore[arg-type]
    )  # fmt: skip
    deliver(session, made, form, output, request.target(session, reference_doc), open_it=open_it)
    if explain_withheld:
        for row in made.withheld:
            click.echo(f"{row.path}:{row.line}: {row.reason}: {row.text}", err=True)
    problems(made, quiet=request.quiet, verbose=request.verbose)


def _day(since: str | None) -> str | None:
    if since in (None, "last"):
        return None
    from datetime import date

    try:
        return date.fromisoformat(str(since)).isoformat()
    except ValueError as error:
        from prep.problems import UsageError

        raise UsageError(f"--since {since}: is no day; write it as 2026-01-05, or last") from error
