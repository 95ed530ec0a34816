"""The question bank: competencies with questions, probes and anchors; questions to ask.

Every sentence of the bank knows the file and the line it stands in, so that a printed row taken
from it has a source like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from prep.model.brief import Source
from prep.problems import UsageError

Form = Literal["past", "situational", "plain", "ask", "probe", "discovery"]
ANY_STAGE = "any"


class BankFile(NamedTuple):
    """One file of the bank: the path to show, its text, and the values parsed from it."""

    path: str
    text: str
    values: Mapping[str, Any]


class BankLine(NamedTuple):
    """A sentence of the bank with its place. ``stage`` and ``purpose`` are set for questions to
    ask; ``group`` is the competency, or the part of a discovery talk.
    """

    text: str
    form: Form
    group: str
    source: Source
    stage: str = ""
    purpose: str = ""


class Competency(NamedTuple):
    """What an interviewer tests. ``anchors``: what the scores 1, 3 and 5 sound like."""

    key: str
    title: str
    needs_story: bool
    words: tuple[str, ...]
    questions: tuple[BankLine, ...]
    situational: BankLine | None
    probes: tuple[BankLine, ...]
    anchors: tuple[tuple[int, BankLine], ...]


class Bank(NamedTuple):
    """All of it, in the order of the files."""

    competencies: tuple[Competency, ...]
    ask: tuple[BankLine, ...]
    discovery: tuple[BankLine, ...]
    never_ask: tuple[str, ...]
    head: Source

    def competency(self, key: str) -> Competency | None:
        """The competency of this key, or None."""
        return next((c for c in self.competencies if c.key == key), None)

    def title(self, key: str) -> str:
        """How a competency is called on the page; the key itself where it is not known."""
        found = self.competency(key)
        return found.title if found else key.replace("_", " ")


def load(folders: Sequence[Path], parse: Callable[[str], Any]) -> Bank:
    """The bank of some template folders, the package's first; ``parse`` reads YAML."""
    files = []
    for folder in folders:
        for file in sorted((folder / "questions").glob("*.yaml")):
            text = file.read_text("utf-8")
            files.append(BankFile(f"templates/questions/{file.name}", text, parse(text) or {}))
    return build(files)


def build(files: Sequence[BankFile]) -> Bank:
    """Join the files of a bank; a later file replaces competencies of the same key.

    Raises:
        UsageError: no file holds a competency, or a competency holds no question.
    """
    competencies: dict[str, Competency] = {}
    ask: list[BankLine] = []
    discovery: list[BankLine] = []
    never: list[str] = []
    for file in files:
        for part, needs_story in (("competencies", True), ("no_story_needed", False)):
            for key, value in _mapping(file, part).items():
                competencies[key] = _competency(file, key, value, needs_story=needs_story)
        ask += _asks(file)
        parts = _mapping(file, "discovery")
        never += parts.get("never_ask", ())
        discovery += [
            _line(file, text, "discovery", part)
            for part, texts in parts.items()
            if part != "never_ask"
            for text in texts
        ]
    if not competencies:
        raise UsageError("the question bank holds no competency; restore templates/questions")
    first = files[0]
    head = Source(first.path, 1, 1, first.text.split("\n", 1)[0])
    return Bank(tuple(competencies.values()), tuple(ask), tuple(discovery), tuple(never), head)


def _mapping(file: BankFile, part: str) -> Mapping[str, Any]:
    value = file.values.get(part) or {}
    if not isinstance(value, Mapping):
        raise UsageError(f"{file.path}: {part} must be a mapping; see the file of the package")
    return value


def _asks(file: BankFile) -> list[BankLine]:
    return [
        _line(file, row["q"], "ask", "", row.get("stage", ANY_STAGE), row.get("purpose", ""))
        for row in file.values.get("i_ask") or ()
    ]


def _competency(
    file: BankFile, key: str, value: Mapping[str, Any], *, needs_story: bool
) -> Competency:
    form: Form = "past" if needs_story else "plain"
    questions = tuple(_line(file, text, form, key) for text in value.get("P", ()))
    if not questions:
        raise UsageError(f"{file.path}: {key} has no question; add one under P")
    return Competency(
        key,
        str(value.get("title", key.replace("_", " ").capitalize())),
        needs_story,
        tuple(value.get("words", ())),
        questions,
        _line(file, value["S"], "situational", key) if "S" in value else None,
        tuple(_line(file, text, "probe", key) for text in value.get("probes", ())),
        tuple((n, _line(file, t, "probe", key)) for n, t in value.get("anchors", {}).items()),
    )


def _line(
    file: BankFile, text: str, form: Form, group: str, stage: str = "", purpose: str = ""
) -> BankLine:
    number, words = _place(file.text, text)
    return BankLine(text, form, group, Source(file.path, number, number, words), stage, purpose)


def _place(text: str, sentence: str) -> tuple[int, str]:
    for number, line in enumerate(text.splitlines(), 1):
        if sentence in line:
            return number, line
    return 1, text.split("\n", 1)[0]


def past_questions(bank: Bank) -> Iterable[BankLine]:
    """Every question of the bank that may be asked of the candidate."""
    for competency in bank.competencies:
        yield from competency.questions
