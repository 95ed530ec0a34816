"""``prep who``."""

from __future__ import annotations

import click

from prep.cli.request import Request


@click.command()
@click.argument("name", required=False)
@click.option(
    "--duplicates", is_flag=True, help="Propose who may be one and the same; writes nothing."
)
@click.pass_obj
def command(request: Request, name: str | None, duplicates: bool) -> None:
    """People and accounts known, and how NAME resolves.

    \b
    prep who
    prep who "Jane"
    prep who --duplicates
    """
    from prep.app import people

    session = request.session()
    if duplicates:
        click.echo(people.duplicates(session))
    elif name is None:
        click.echo(people.known(session))
    else:
        click.echo(people.explained(session, name))
