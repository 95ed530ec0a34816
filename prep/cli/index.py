"""``prep index``."""

from __future__ import annotations

import click

from prep.cli.request import Request


@click.command()
@click.option("--rebuild", is_flag=True, help="Read every note anew.")
@click.option("--verify", is_flag=True, help="Hash every file, and re-read what differs.")
@click.pass_obj
def command(request: Request, rebuild: bool, verify: bool) -> None:
    """State of the index; it is a cache and may be deleted at any time.

    \b
    prep index
    prep index --rebuild
    """
    session = request.session()
    if rebuild:
        from prep.app import pages

        session.index.rebuild()
        pages.forget(session.cache_folder)
    elif verify:
        report = session.index.verify()
        click.echo(f"{report.modified} notes had changed unseen", err=True)
    state = session.index.state()
    click.echo(f"file: {state.file}")
    click.echo(f"size: {state.size:,} bytes")
    click.echo(f"notes: {state.notes:,}")
    click.echo(f"names: {state.names:,} written in {state.namings:,} places")
    for kind, count in state.kinds:
        click.echo(f"{kind}: {count:,}")
