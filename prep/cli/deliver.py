"""A document to where it was asked for: a file, standard output, the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from prep.app.output import Target
    from prep.app.session import Session
    from prep.model.brief import Brief


def deliver(
    session: Session, brief: Brief, form: str, output: Path | None, target: Target, *,
    open_it: bool = False,
) -> Path | None:  # fmt: skip
    """Render and hand over; the path written to, or None for standard output.

    Without ``output``, JSON goes to standard output and the rest to the folder of briefs; the
    path is then printed as the last line.
    """
    from prep.app import output as out

    data = out.rendered(brief, form, target)
    on_terminal = form == "md" and sys.stdout.isatty()
    if on_terminal and str(output) == "-":
        _show(data)
        return None
    if str(output) == "-" or (output is None and form == "json"):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return None
    path = output or (
        session.settings.resolve(session.settings.config.briefs)
        / out.file_name(brief.as_of, brief.title, form)
    )
    out.write(path, data)
    if on_terminal and output is None:
        _show(data)
    click.echo(str(path))
    if open_it:
        click.launch(str(path))
    return path


def _show(page: bytes) -> None:
    from prep.cli.showing import show

    show(page.decode())


def problems(brief: Brief, *, quiet: bool, verbose: bool) -> None:
    """Say on standard error what could not be read."""
    if quiet or not brief.problems:
        return
    if verbose:
        for problem in brief.problems:
            click.echo(str(problem), err=True)
        return
    count = len(brief.problems)
    noun = "problem" if count == 1 else "problems"
    click.echo(f"prep: {count} {noun} in the notes used; prep check lists them", err=True)
