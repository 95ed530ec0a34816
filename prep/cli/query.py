"""``prep query``."""

from __future__ import annotations

import sys

import click

from prep.cli.options import LIST_FORMAT
from prep.cli.request import Request


@click.command()
@click.argument("text")
@click.option("--from", "origin", metavar="NOTE", help="The note that `this` means.")
@click.option(
    "--language",
    type=click.Choice(["dataview", "tasks"]),
    help="The query's language; guessed by its first word.",
)
@LIST_FORMAT
@click.pass_obj
def command(
    request: Request, text: str, origin: str | None, language: str | None, form: str
) -> None:
    """A Dataview or Tasks query TEXT, evaluated over the vault; - reads standard input.

    \b
    prep query 'TASK FROM "" WHERE !completed AND contains(text, "Jane Doe")'
    prep query 'not done' --language tasks
    prep query - < query.txt
    """
    from prep.app import querying

    query = sys.stdin.read() if text == "-" else text
    result = querying.run(request.session(), query, language=language, origin=origin)
    for warning in result.warnings:
        click.echo(f"prep: {warning}", err=True)
    click.echo(querying.as_json(result) if form == "json" else querying.as_text(result))
