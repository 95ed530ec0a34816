"""``prep verify``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from prep.cli.request import Request
from prep.problems import UntrustedError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--all", "show_all", is_flag=True, help="Also the lines that stand.")
@click.pass_obj
def command(request: Request, file: Path, show_all: bool) -> None:
    """Does each line of an earlier brief still stand in the notes? Exit 5 when one does not.

    \b
    prep verify "briefs/2026-01-05 Jane Doe.md"
    """
    from prep.app import stored, trust

    checked = trust.verify(request.session(), stored.load(file))
    for row in checked:
        if show_all or row.verdict != "stands":
            now = f", now line {row.line}" if row.verdict == "moved" else ""
            place = f"{row.source.path}:{row.source.line}" if row.source.path else "(withheld)"
            click.echo(f"{place}: {row.verdict}{now}: {row.entry.text}")
    counts = Counter(row.verdict for row in checked)
    click.echo(
        ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "no lines"
    )
    wrong = sum(count for verdict, count in counts.items() if verdict in ("changed", "gone"))
    if wrong:
        raise UntrustedError(f"{wrong} lines no longer stand as the brief has them; make it anew")
