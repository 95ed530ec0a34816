"""``prep tasks``."""

from __future__ import annotations

import click

from prep.cli.options import LIST_FORMAT
from prep.cli.request import Request


@click.command()
@click.argument("subject", required=False)
@LIST_FORMAT
@click.pass_obj
def command(request: Request, subject: str | None, form: str) -> None:
    """Open tasks and commitments of all dialects: of SUBJECT, or of the whole vault.

    \b
    prep tasks
    prep tasks "Jane Doe"
    """
    from prep.app import tasks

    session = request.session()
    rows = tasks.open_tasks(session, subject)
    click.echo(tasks.as_json(rows) if form == "json" else tasks.as_text(rows))
