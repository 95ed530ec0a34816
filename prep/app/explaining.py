"""The use case: why a line is in a brief, and which rivals lost against it."""

from __future__ import annotations

from dataclasses import replace

from prep.app.briefing import style
from prep.app.gathering import gather
from prep.app.session import Session
from prep.app.stored import StoredBrief
from prep.app.subject import resolve
from prep.brief.assemble import assemble
from prep.model.brief import Entry
from prep.problems import PrepError

RIVALS = 5


def why(session: Session, stored: StoredBrief, line: str) -> str:
    """Rule, score parts, sources and rivals of one line, as text.

    The brief is made anew for its own day: the same notes give the same line.

    Raises:
        PrepError: the line is not in the brief, or the notes no longer give it.
    """
    if all(entry.id != line for entry in stored.entries):
        raise PrepError(f"{line} is no line of this brief; prep why FILE lists their ids")
    day = replace(session, as_of=stored.as_of)
    evidence = gather(day, resolve(day, stored.subject))
    made = assemble(evidence, style(day, None))
    everything = assemble(evidence, style(day, 1000))
    for section in everything.sections:
        entry = next((e for e in section.entries if e.id == line), None)
        if entry and section.key != "summary":
            kept = next(s for s in made.sections if s.key == section.key)
            shown = {e.id for e in kept.entries}
            rivals = [e for e in section.entries if e.id not in shown and e.id != line]
            return _text(section.title, entry, rivals[:RIVALS])
    raise PrepError(f"the notes no longer give {line}; prep verify FILE tells what changed")


def _text(section: str, entry: Entry, rivals: list[Entry]) -> str:
    from prep.claims.rules import rule_of

    found = rule_of(entry.rule)
    told = (found.take.__doc__ or "").split("\n")[0] if found else ""
    lines = [entry.text, f"section: {section}", f"rule: {entry.rule}{f' ({told})' if told else ''}"]
    parts = " + ".join(f"{name} {points}" for name, points in entry.parts)
    lines.append(f"score: {entry.score}" + (f" = {parts}" if parts else ""))
    if entry.why:
        lines.append(f"why now: {entry.why}")
    lines += [f"source: {s.path}:{s.line}: {' '.join(s.text.split())}" for s in entry.sources]
    lines += [f"left out: {rival.score}  {rival.text}" for rival in rivals]
    return "\n".join(lines)
