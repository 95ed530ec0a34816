"""``prep review``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep.cli.options import OUTPUT
from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.interview.review import Review, Reviewed


@click.command()
@click.argument("transcript", type=click.Path(path_type=Path))
@click.option("--me", metavar="NAME", help="Which speaker you are; never guessed.")
@click.option("--side", type=click.Choice(["candidate", "interviewer", "discovery"]),
              default="candidate", show_default=True, help="Which side you were on.")  # fmt: skip
@click.option("--sure", is_flag=True, help="The labels are right, though they look swapped.")
@click.option("--table", is_flag=True, help="All sixteen measures, with their sources.")
@click.option("--planned", type=click.Path(path_type=Path), metavar="FILE",
              help="Questions you planned to ask, one a line.")  # fmt: skip
@click.option("-f", "--format", "form", type=click.Choice(["md", "docx", "html", "json"]),
              help="Write it as a document.")  # fmt: skip
@OUTPUT
@click.pass_obj
def command(
    request: Request, transcript: Path, me: str | None, side: str, sure: bool, table: bool,
    planned: Path | None, form: str | None, output: Path | None,
) -> None:  # fmt: skip
    """Measure a recorded interview: TRANSCRIPT is a .vtt, .srt, .txt or .md file.

    Two things that landed, one to change, one probe to rehearse. There is no total score.

    \b
    prep review round1.vtt --me "Nora Lind"
    prep review round1.vtt --table
    prep review round1.vtt -f docx
    """
    from prep.app.lookup import template_folders
    from prep.config import load_yaml
    from prep.interview import bank
    from prep.interview import review as craft

    settings = request.settings()
    text = _read(transcript)
    names = (me,) if me else _ask(text, tuple(settings.config.me))
    found = craft.review(
        text, me=names, side=side,
        bank=bank.load(tuple(reversed(template_folders(settings))), load_yaml),
        language=settings.config.language, sure=sure,
    )  # fmt: skip
    if form or output:
        _document(request, found, transcript, text, form or "md", output)
        return
    _show(found, transcript)
    if table:
        _table(found)
    if planned is not None:
        questions = tuple(line.strip("-* ") for line in _read(planned).splitlines() if line.strip())
        for row in craft.planned(questions, found.talk, settings.config.language):
            click.echo(f"{row.state:<13} {row.question}")


def _document(
    request: Request, found: Review, transcript: Path, text: str, form: str, output: Path | None
) -> None:
    from prep.app import output as out
    from prep.cli.request import target
    from prep.interview.scorecard import document

    brief = document(found, transcript.name, text.splitlines(), request.day())
    data = out.rendered(brief, form, target(request.settings(), ()))
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return
    path = output or Path(f"{transcript.stem} review.{form}")
    out.write(path, data)
    click.echo(str(path))


def _read(path: Path) -> str:
    from prep.interview.transcript import decode
    from prep.problems import PrepError

    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise PrepError(f"{path}: cannot be read ({error.strerror})") from error


def _ask(text: str, owner: tuple[str, ...]) -> tuple[str, ...]:
    """The owner's names where one fits a speaker; else the owner is asked."""
    from prep.interview.talk import pick_me
    from prep.interview.transcript import parse
    from prep.problems import PrepError

    transcript = parse(text)
    try:
        return (pick_me(transcript, owner),)
    except PrepError:
        if not sys.stdin.isatty() or not transcript.speakers:
            raise
    return (str(click.prompt("Which speaker are you?", type=click.Choice(transcript.speakers))),)


def _show(found: Review, path: Path) -> None:
    if found.ambiguous:
        lines = ", ".join(str(line) for line in found.ambiguous[:10])
        click.echo(f"Lines without a speaker, measured for nobody: {lines}", err=True)
    for answer in found.answers:
        click.echo(f"\n{path.name}:{answer.line}  {answer.question}")
        if answer.too_little:
            click.echo(f"  {answer.too_little}")
            continue
        for sentence in answer.landed:
            click.echo(f"  landed   “{sentence}”")
        if not answer.landed:
            click.echo("  landed   I could not find a result, a number or an act of your own")
        click.echo(f"  change   {answer.change}")
        click.echo(f"  probe    {answer.probe}")


def _table(found: Review) -> None:
    from prep.interview.measures import MEASURES

    overall = dict(found.overall)
    click.echo("\nMeasures of words say little of the whole impression; there is no total.")
    for measure in MEASURES:
        click.echo(f"\n{measure.title}: {measure.threshold} ({measure.source})")
        if measure.per == "talk":
            click.echo(f"  {overall[measure.key].level:<15} {overall[measure.key].words}")
        for answer in found.answers if measure.per == "answer" else ():
            click.echo(_row(answer, measure.key))


def _row(answer: Reviewed, key: str) -> str:
    value = dict(answer.measured).get(key)
    if value is None:
        return f"  {'not measurable':<15} {answer.too_little}  · {answer.question[:40]}"
    return f"  {value.level:<15} {value.words}  · {answer.question[:40]}"
