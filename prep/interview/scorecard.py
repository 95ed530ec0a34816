"""A review as a document, so that it comes in every format like all else that is printed."""

from __future__ import annotations

from collections.abc import Sequence

from prep.interview.measures import MEASURES
from prep.interview.review import Review, Reviewed
from prep.interview.rows import entry, section
from prep.model.brief import Brief, Entry, Section, Source
from prep.model.naming import Subject

NOTHING = "I could not find a result, a number or an act of your own"


def document(found: Review, path: str, lines: Sequence[str], as_of: str) -> Brief:
    """What landed and what to change, answer by answer, then the measures with their sources.

    ``path`` and ``lines`` are the transcript's: every line of the page cites it. Figures that are
    measured stand in the tables' cells, beside the lines that they were measured on.
    """
    subject = Subject(found.me, "person", None, "")
    answers = [_answer(a, path, lines) for a in found.answers]
    sections = (
        section("summary", "In one minute", _first(found.answers, path, lines)),
        section("answers", "Answer by answer", answers),
        section("measures", "The whole talk", _measures(found, path, lines)),
        *(_of_answer(a, n, path, lines) for n, a in enumerate(found.answers, 1) if a.measured),
    )
    facts = (("me", found.me), ("total", "none: no sum of these says how good an interview was"))
    title = f"{found.me}: review of {path}"
    return Brief("review", title, subject, as_of, "me", sections, facts=facts)


def _source(path: str, lines: Sequence[str], first: int, last: int) -> Source:
    return Source(path, first, last, "\n".join(lines[first - 1 : last]))


def _where(answer: Reviewed, path: str, lines: Sequence[str]) -> tuple[Source, ...]:
    asked = _source(path, lines, answer.asked_line, answer.asked_line)
    return (asked, _source(path, lines, answer.line, answer.end_line))


def _first(answers: Sequence[Reviewed], path: str, lines: Sequence[str]) -> list[Entry]:
    """One thing to keep and one to change, from the first answer that allows either."""
    rows = []
    landed = next((a for a in answers if a.landed), None)
    if landed:
        rows.append(
            entry("summary", landed.landed[-1], _where(landed, path, lines), quote=True,
                  rule="review.landed", label="Keep")
        )  # fmt: skip
    change = next((a for a in answers if a.change), None)
    if change:
        rows.append(
            entry("summary", change.change, _where(change, path, lines), quote=False,
                  rule="review.change", label="Change first")
        )  # fmt: skip
    return rows


def _answer(answer: Reviewed, path: str, lines: Sequence[str]) -> Entry:
    landed = " · ".join(f"“{sentence}”" for sentence in answer.landed) or NOTHING
    cells = (
        ("Question", answer.question),
        ("Landed", answer.too_little or landed),
        ("Change", answer.change),
        ("Rehearse", answer.probe),
    )
    return entry("answer", answer.question, _where(answer, path, lines), quote=True,
                 rule="review.answer", state=answer.too_little or None, columns=cells)  # fmt: skip


def _measures(found: Review, path: str, lines: Sequence[str]) -> list[Entry]:
    values = dict(found.overall)
    mine = [turn.line for turn in found.talk.turns if turn.speaker == found.me]
    where = _source(path, lines, mine[0], mine[0])
    return [
        entry("measure", measure.title, (where,), quote=False, rule=f"measure.{measure.key}",
              state=values[measure.key].level,
              columns=(("Measure", measure.title), ("Seen", values[measure.key].words),
                       ("Fine is", measure.threshold), ("After", measure.source)))
        for measure in MEASURES if measure.per == "talk"
    ]  # fmt: skip


def _of_answer(answer: Reviewed, number: int, path: str, lines: Sequence[str]) -> Section:
    values = dict(answer.measured)
    rows = [
        entry("measure", measure.title, _where(answer, path, lines), quote=False,
              rule=f"measure.{measure.key}", state=values[measure.key].level,
              columns=(("Measure", measure.title), ("Seen", values[measure.key].words),
                       ("Fine is", measure.threshold), ("After", measure.source)))
        for measure in MEASURES if measure.per == "answer"
    ]  # fmt: skip
    return section(f"answer_{number}", answer.question, rows)
