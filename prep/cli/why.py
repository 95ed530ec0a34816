"""``prep why``."""

from __future__ import annotations

from pathlib import Path

import click

from prep.cli.request import Request


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("line", required=False, metavar="ID")
@click.pass_obj
def command(request: Request, file: Path, line: str | None) -> None:
    """Why a line is in the brief FILE: its rule, its score's parts, the rivals that lost.

    Without ID, every line is listed with its id.

    \b
    prep why "briefs/2026-01-05 Jane Doe.md"
    prep why "briefs/2026-01-05 Jane Doe.md" q-7f3a2b
    """
    from prep.app import explaining, stored

    brief = stored.load(file)
    if line is None:
        for entry in brief.entries:
            click.echo(f"{entry.id}  {entry.section}: {entry.text}")
        return
    session = request.session()
    click.echo(explaining.why(session, brief, line))
