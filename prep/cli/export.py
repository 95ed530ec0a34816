"""``prep export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from prep.cli.options import OPEN, REFERENCE_DOC
from prep.cli.request import Request, target


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["docx", "html"]),
    default="docx",
    show_default=True,
    help="Format of the document.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Where to write it; - is standard output.",
)
@REFERENCE_DOC
@OPEN
@click.pass_obj
def command(
    request: Request, file: Path, form: str, output: Path | None, reference_doc: Path | None,
    open_it: bool,
) -> None:  # fmt: skip
    """Any markdown FILE, also a brief edited by hand, to Word or HTML.

    \b
    prep export "briefs/2026-01-05 Jane Doe.md"
    prep export notes.md -f html -o - > notes.html
    """
    from prep.app import exporting
    from prep.app import output as out

    settings = request.settings()
    vaults = request.vaults or settings.vaults()
    data = exporting.export(file, form, target(settings, vaults, reference_doc), request.day())
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return
    path = output or file.with_suffix(f".{form}")
    out.write(path, data)
    click.echo(str(path))
    if open_it:
        click.launch(str(path))
