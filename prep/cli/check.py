"""``prep check``."""

from __future__ import annotations

from pathlib import Path

import click

from prep.cli.options import LIST_FORMAT
from prep.cli.request import Request
from prep.problems import UntrustedError


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit 5 when there is a problem.")
@click.option("--kinds", is_flag=True, help="Also every note with its kind, and why.")
@click.option(
    "--unread", is_flag=True, help="Also lines that name somebody and that no rule understood."
)
@LIST_FORMAT
@click.pass_obj
def command(
    request: Request, file: Path | None, strict: bool, kinds: bool, unread: bool, form: str
) -> None:
    """What in the notes could not be read or trusted, as path:line: message.

    With a Word FILE, the document's own invariants are checked instead.

    \b
    prep check
    prep check --strict --kinds
    prep check "briefs/2026-01-05 Jane Doe.docx"
    """
    from prep.app import checking

    if file is not None:
        lines = checking.document(file)
        for line in lines:
            click.echo(f"{file}: {line}")
        if lines:
            raise UntrustedError(f"{len(lines)} problems in {file}; export it anew")
        return
    report = checking.vault(request.session(), unread=unread)
    click.echo(
        checking.as_json(report) if form == "json" else checking.as_text(report, kinds=kinds)
    )
    if strict and report.problems:
        raise UntrustedError(f"{len(report.problems)} problems in the notes")
