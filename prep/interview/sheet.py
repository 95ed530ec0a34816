"""An interview sheet: one engine, three sides. The side is guessed from the notes, and said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from prep.interview.asking import shown_name
from prep.interview.bank import Bank
from prep.interview.candidate import candidate
from prep.interview.competence import lexicon
from prep.interview.debrief import with_uses
from prep.interview.discovery import discovery
from prep.interview.expected import Known, Stage
from prep.interview.gleaning import glean
from prep.interview.interviewer import MINUTES, interviewer
from prep.interview.material import Material
from prep.interview.proposals import propose
from prep.interview.stories import stories
from prep.model.brief import Brief, Section, Source
from prep.model.naming import Subject
from prep.patterns import lazy
from prep.problems import UsageError

Side = Literal["candidate", "interviewer", "discovery"]

_CANDIDATE = lazy(
    r"\b(?:background on me|career goals|likely questions|they may ask|resume|#interview"
    r"|why (?:this|your) team|on your team|demotivates? me)\b",
    re.IGNORECASE,
)
_INTERVIEWER = lazy(
    r"\b(?:candidate:|scorecard|hiring (?:manager|panel|for))|#hiring\b", re.IGNORECASE
)
_DISCOVERY = lazy(
    r"\b(?:discovery (?:call|talk|interview)|user research|#discovery)\b", re.IGNORECASE
)


class SheetSettings(NamedTuple):
    """Wishes for a sheet. ``minutes``: length of the talk; ``limit``: entries a section."""

    language: str = "en"
    minutes: int = MINUTES
    limit: int | None = None


class RoleText(NamedTuple):
    """A job note or text, and where it stands (None for words given on the command line)."""

    text: str = ""
    source: Source | None = None


def guess_side(material: Sequence[Material], subject: Subject) -> tuple[Side, str]:
    """Which side of the table the owner sits on, by the bearing lines, and why.

    The marks of a candidate weigh first: they are the most personal. Unsure is candidate, and the
    reason says so.
    """
    text = "\n".join(block.text for given in material for _, block in given.bearing())
    for side, pattern in _MARKS:
        if match := pattern.search(text):
            return side, f"your notes say “{match.group(0)}”"
    if subject.kind == "account":
        return "discovery", "an account, and no sign of an interview"
    return "candidate", "assumed; nothing in your notes says which side you are on"


_MARKS: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("candidate", _CANDIDATE), ("interviewer", _INTERVIEWER), ("discovery", _DISCOVERY),
)  # fmt: skip


def sheet(
    subject: Subject, material: Sequence[Material], *, side: str | None = None,
    role_text: RoleText | None = None, stage: str = "", bank: Bank, as_of: str,
    owner: Sequence[str] = (), settings: SheetSettings | None = None,
) -> Brief:  # fmt: skip
    """The sheet on a subject.

    Args:
        subject: whom the talk is with.
        material: notes that bear on the subject, and notes of stories (without a standing).
        side: candidate, interviewer or discovery; None: guessed, and the guess is said.
        role_text: the job's description, which weighs the competencies that it names.
        stage: screen, manager, peer, senior or panel; "" where it is not known.
        bank: the question bank.
        as_of: the day of the sheet, ISO. Stories used and notes are as of that day.
        owner: the owner's names, left out of those whom a question may address.
        settings: length, language, limits.

    Raises:
        UsageError: an unknown side or stage.
    """
    wishes = settings or SheetSettings()
    chosen, why = _side(side, material, subject)
    _check_stage(stage)
    role = role_text or RoleText()
    known = Known(
        items=glean(material, _names(subject, material, owner)),
        stories=(*with_uses(stories(material), material), *propose(material)),
        bank=bank,
        lexicon=lexicon(bank, wishes.language),
        stage=stage,  # type: ignore[arg-type]  # checked above, which mypy does not see
        role_text=role.text,
        role_source=role.source,
    )
    sections = _sections(chosen, subject, material, known, wishes)
    facts = (("side", chosen), ("side_why", why), ("stage", stage or "not in your notes"))
    return Brief(
        "interview", f"{shown_name(subject.name)}: interview sheet", subject, as_of, "me", sections,
        facts=facts, language=wishes.language,
    )  # fmt: skip


def _check_stage(stage: str) -> None:
    if stage not in get_args(Stage):
        raise UsageError(f"--stage {stage}: is none of screen, manager, peer, senior, panel")


def _sections(
    side: str, subject: Subject, material: Sequence[Material], known: Known, wishes: SheetSettings
) -> tuple[Section, ...]:
    limit = wishes.limit
    if side == "interviewer":
        return interviewer(subject, material, known, minutes=wishes.minutes, limit=limit)
    if side == "discovery":
        return discovery(subject, material, known, limit=limit)
    return candidate(subject, material, known, language=wishes.language, limit=limit)


def _names(subject: Subject, material: Sequence[Material], owner: Sequence[str]) -> tuple[str, ...]:
    """Whom a question may address: the subject by every name, and who was met with it."""
    names = (subject.name, *subject.first, *subject.aliases, *_met(material))
    return tuple(dict.fromkeys(name for name in names if name not in owner))


def _side(side: str | None, material: Sequence[Material], subject: Subject) -> tuple[str, str]:
    if side is None:
        return guess_side(material, subject)
    if side not in get_args(Side):
        raise UsageError(f"--side {side}: is none of {', '.join(get_args(Side))}")
    return side, "as you said"


def _met(material: Sequence[Material]) -> list[str]:
    """Names in the headings of the episodes that bear on the subject."""
    return list(
        dict.fromkeys(
            name
            for given in material
            for number in sorted({block.episode for _, block in given.bearing()})
            if number < len(given.note.episodes)
            for name in given.note.episodes[number].names
        )
    )
