"""``prep debrief``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prep.cli.request import Request

if TYPE_CHECKING:
    from prep.app.session import Session
    from prep.model.claim import Thread
    from prep.model.naming import Subject

MOST_CLAIMS = 12
"""Open claims that are gone through: more and nobody finishes."""
_OPEN = frozenset({"open", "overdue", "stale", "carried", "proposed_closed", "proposed_answered"})


@click.command()
@click.argument("subject")
@click.option("--note", type=click.Path(path_type=Path), metavar="FILE",
              help="Append to this note of the vault instead of a new one.")  # fmt: skip
@click.pass_obj
def command(request: Request, subject: str, note: Path | None) -> None:
    """After meeting SUBJECT (or: last): what was asked, how it went, what is promised and done.

    Each answer is written at once, to a new meeting note or behind what stands in it; stop at any
    prompt and the rest is kept. Enter leaves a question out.

    \b
    prep debrief "Jane Doe"
    prep debrief last
    """
    from prep.interview import debrief

    session = request.session()
    whom = _subject(session, subject)
    target = _target(session, whom, note)
    writer = _Writer(target, debrief.opening(session.as_of, _shown(whom), _owner(session)))
    click.echo(f"Written to {target}. Enter leaves a question out; Ctrl-C stops, and keeps all.")
    _memory(writer)
    _asked(writer)
    _promised(writer, _shown(whom))
    _gone_through(writer, session, whom)
    if writer.wrote:
        click.echo(f"\nKept in {target}; the next brief and the next sheet know it.")
    else:
        click.echo("Nothing was written.")


class _Writer:
    """Appends to the note at once; a section's heading is written before its first line."""

    def __init__(self, target: Path, opening: str) -> None:
        self._target = target
        self._opening = opening
        self._section = ""
        self.wrote = False

    def add(self, section: str, line: str) -> None:
        from prep.interview.appending import append
        from prep.interview.debrief import heading

        head = heading(section) if section != self._section else ""
        append(self._target, head + line, start=self._opening)
        self._section = section
        self.wrote = True


def _prompt(text: str) -> str:
    return str(click.prompt(text, default="", show_default=False, prompt_suffix=" ")).strip()


def _lines(text: str) -> Iterator[str]:
    """Answers until an empty one."""
    while line := _prompt(text):
        yield line


def _memory(writer: _Writer) -> None:
    from prep.interview import debrief

    click.echo("\nFrom memory first, before any question.")
    for line in _lines("What stays with you?"):
        writer.add("From memory", debrief.memory(line))


def _asked(writer: _Writer) -> None:
    from prep.interview import debrief

    for question in _lines("\nWhat did they ask? (Enter: no more)"):
        # Written before the details are asked for, so that a stop keeps the question itself.
        row = debrief.Asked(question)
        writer.add("They asked", debrief.asked(row))
        went = _prompt("  How did it go: 1 poor, 2 rough, 3 ok, 4 strong?")
        story = _prompt("  Which story did you tell?")
        details = debrief.details(row._replace(went=went, story=story))
        if details:
            writer.add("They asked", details)


def _promised(writer: _Writer, whom: str) -> None:
    from prep.interview import debrief

    _each(writer, "Promised", "\nWhat did you promise, by when? (Enter: no more)",
          lambda line: debrief.promised(line, by="I"))  # fmt: skip
    _each(writer, "Promised", f"What did {whom} promise? (Enter: no more)",
          lambda line: debrief.promised(line, by=whom))  # fmt: skip
    _each(writer, "Surprise", "What surprised you? (Enter: no more)", debrief.memory)


def _each(writer: _Writer, section: str, text: str, made: Callable[[str], str]) -> None:
    for line in _lines(text):
        writer.add(section, made(line))


def _gone_through(writer: _Writer, session: Session, whom: Subject) -> None:
    """The open claims: promises are ticked off, questions get their answers."""
    from prep.interview import debrief

    for thread in _open_threads(session, whom):
        claim, path = thread.claim.claim, thread.claim.path
        click.echo(f"\n{path}:{claim.line}: {claim.text}")
        if claim.kind == "open_question":
            if answer := _prompt("  The answer (Enter: still open):"):
                writer.add("Answers", debrief.answered(claim.text, answer))
        elif _prompt("  Done? y, or Enter for no:").lower().startswith("y"):
            writer.add("Closed", debrief.closed(claim.text, session.as_of))


def _open_threads(session: Session, whom: Subject) -> list[Thread]:
    from prep.app.gathering import gather

    threads = gather(session, whom).threads
    kinds = ("commitment", "open_question")
    return [t for t in threads if t.state in _OPEN and t.claim.claim.kind in kinds][:MOST_CLAIMS]


def _subject(session: Session, name: str) -> Subject:
    from prep.app.subject import resolve

    return resolve(session, _last(session) if name.lower() == "last" else name)


def _last(session: Session) -> str:
    """Whom the newest meeting up to today was with."""
    from prep.problems import NobodyError

    newest = ("", "")
    for reading in session.index.readings():
        for episode in reading.note.episodes:
            day = episode.day or reading.note.day or ""
            names = [n for n in episode.names if n not in session.owner]
            if episode.kind == "meeting" and names and newest[0] < day <= session.as_of:
                newest = (day, names[0])
    if not newest[1]:
        raise NobodyError("no meeting with anybody stands in the notes; name whom you met")
    return newest[1]


def _target(session: Session, whom: Subject, note: Path | None) -> Path:
    """The note to write to: the one named, or a new one beside the other meeting notes."""
    from prep.interview.debrief import file_name

    vault = session.vaults[0]
    if note is not None:
        return note if note.is_absolute() else vault / note
    folder = next((f for f in ("Meetings", "Meeting notes") if (vault / f).is_dir()), "Meetings")
    return vault / folder / file_name(session.as_of, _shown(whom))


def _shown(whom: Subject) -> str:
    return whom.name.title() if whom.name.islower() else whom.name


def _owner(session: Session) -> str:
    return session.owner[0] if session.owner else "Myself"
