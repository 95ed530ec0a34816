"""``prep diff``."""

from __future__ import annotations

from pathlib import Path

import click

MARKS = {"new": "+", "gone": "-", "changed": "~"}


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def command(old: Path, new: Path) -> None:
    """What is new, closed or changed between two briefs of one subject.

    \b
    prep diff "briefs/2026-01-05 Jane Doe.md" "briefs/2026-02-02 Jane Doe.md"
    """
    from prep.app import stored, trust
    from prep.problems import PrepError

    before, after = stored.load(old), stored.load(new)
    if before.subject != after.subject:
        raise PrepError(
            f"{old} is on {before.subject}, {new} on {after.subject}; give two of one subject"
        )
    found = trust.difference(before, after)
    for row in found:
        was = f" (was {row.before})" if row.before else ""
        click.echo(f"{MARKS[row.what]} {row.section}: {row.text}{was}")
    if not found:
        click.echo("nothing is new, closed or changed")
