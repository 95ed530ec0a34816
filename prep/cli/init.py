"""``prep init``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--templates", is_flag=True, help="Also copy the templates, cue words and questions.")
@click.option(
    "--reference-doc",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a Word file whose styles one may change, and nothing else.",
)
@click.option("--vault", metavar="DIR", help="The folder of notes; asked for otherwise.")
@click.option(
    "--me", multiple=True, metavar="NAME", help="Your name as the notes write it; may be repeated."
)
@click.option("--company", multiple=True, metavar="NAME", help="Your own company.")
def command(
    templates: bool, reference_doc: Path | None, vault: str | None, me: tuple[str, ...],
    company: tuple[str, ...],
) -> None:  # fmt: skip
    """Write config.yaml here, after three questions; what is given as an option is not asked.

    \b
    prep init
    prep init --vault ~/Notes --me "Jane Doe" --company Acme
    prep init --reference-doc house-style.docx
    """
    from prep.app import output, settings

    if reference_doc is not None:
        from prep.render import docx

        output.write(reference_doc, docx.reference_document())
        click.echo(str(reference_doc))
        return
    folder = Path.cwd()
    settings.write_config(folder / "config.yaml", *_answers(vault, me, company))
    click.echo(str(folder / "config.yaml"))
    if templates:
        for path in settings.copy_templates(folder / "templates"):
            click.echo(str(path))


def _answers(
    vault: str | None, me: tuple[str, ...], company: tuple[str, ...]
) -> tuple[str, list[str], list[str]]:
    from prep.app.settings import obsidian_vaults

    known = obsidian_vaults()
    here = Path.cwd() if (Path.cwd() / ".obsidian").is_dir() else None
    proposal = str(here or (known[0] if known else Path("~/Notes")))
    vault = vault or click.prompt("Folder of your notes", default=proposal, err=True)
    names = list(me) or _list(
        click.prompt("Your name, as the notes write it (several: a, b)", default="Myself", err=True)
    )
    own = list(company) or (
        []
        if me
        else _list(click.prompt("Your own company", default="", show_default=False, err=True))
    )
    return str(vault), names, own


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
