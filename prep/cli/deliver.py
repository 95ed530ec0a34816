"""A document to where it was asked for: a file, standard output, the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from prep.app.output import Target
    from prep.app.pages import Page
    from prep.app.session import Session


def deliver(
    session: Session, page: Page, form: str, output: Path | None, target: Target, *,
    open_it: bool = False,
) -> Path | None:  # fmt: skip
    """Hand a page over in its form; the path written to, or None for standard output.

    Without ``output``, JSON goes to standard output and the rest to the folder of briefs; the
    path is then printed as the last line.
    """
    from prep.app import output as out

    data = out.finished(page, form, target)
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
        / out.file_name(page.as_of, page.title, form)
    )
    out.write(path, data)
    if on_terminal and output is None:
        _show(data)
    click.echo(str(path))
    if open_it:
        click.launch(str(path))
    return path


def _show(text: bytes) -> None:
    from prep.cli.showing import show

    show(text.decode())


def problems(page: Page, *, quiet: bool, verbose: bool) -> None:
    """Say on standard error what could not be read."""
    if quiet or not page.problems:
        return
    if verbose:
        for problem in page.problems:
            click.echo(problem, err=True)
        return
    count = len(page.problems)
    noun = "problem" if count == 1 else "problems"
    click.echo(f"prep: {count} {noun} in the notes used; prep check lists them", err=True)
