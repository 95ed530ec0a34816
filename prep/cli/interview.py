"""``prep interview``."""

from __future__ import annotations

from pathlib import Path

import click

from prep.cli.completing import names
from prep.cli.options import document
from prep.cli.request import Request


@click.command()
@click.argument("subject", shell_complete=names)
@click.option(
    "--side",
    type=click.Choice(["candidate", "interviewer", "discovery"]),
    help="Your side of the table; guessed from the notes, and said, where not given.",
)
@click.option("--role", default="", metavar="NOTE|TEXT", help="The job: a note, a file or text.")
@click.option(
    "--stage",
    default="",
    type=click.Choice(["", "screen", "manager", "peer", "panel"]),
    show_default=False,
    help="Which round it is: screen, manager, peer or panel.",
)
@document
@click.pass_obj
def command(
    request: Request, subject: str, side: str | None, role: str, stage: str, form: str,
    output: Path | None, audience: str, limit: int | None, open_it: bool,
    reference_doc: Path | None,
) -> None:  # fmt: skip
    """An interview question sheet on SUBJECT, from your notes, stories and a question bank.

    \b
    prep interview "John Lee"
    prep interview "John Lee" --role "Roles/Product lead.md" -f docx
    prep interview "Jane Doe" --side interviewer --role "We look for ..."
    """
    from prep.app import documents
    from prep.cli.deliver import deliver, problems

    session = request.session()
    target = request.target(session, reference_doc)
    page = documents.interview(
        session, subject, form, target, side=side, role=role, stage=stage, limit=limit,
        audience=audience,  # type: ignore[arg-type]
    )  # fmt: skip
    facts = dict(page.facts)
    if not request.quiet and side is None and facts.get("side"):
        click.echo(
            f"prep: side: {facts['side']} ({facts.get('side_why', '')}); "
            "change it with --side", err=True,
        )  # fmt: skip
    deliver(session, page, form, output, target, open_it=open_it)
    problems(page, quiet=request.quiet, verbose=request.verbose)
