"""From what was found to printed entries: ids, marks of origin, sources."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from prep.model.brief import Entry, Section, Source

FROM_BANK = "bank"
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip


def entry(
    kind: str, text: str, sources: Sequence[Source], *, quote: bool, rule: str, why: str = "",
    label: str = "", who: str | None = None, state: str | None = None, score: int = 0,
    columns: Sequence[tuple[str, str]] = (), children: Sequence[Entry] = (),
) -> Entry:  # fmt: skip
    """An entry whose id follows from its kind, its words and its first note."""
    raw = f"{kind}\0{sources[0].path}\0{' '.join(text.split())}"
    return Entry(
        id=f"i-{hashlib.sha256(raw.encode()).hexdigest()[:6]}",
        text=text,
        quote=quote,
        kind=kind,
        rule=rule,
        sources=tuple(dict.fromkeys(sources)),
        who=who,
        date=next((s.day for s in sources if s.day), None),
        state=state,
        score=score,
        why=why,
        columns=tuple(columns),
        children=tuple(children),
        label=label,
    )


def section(key: str, title: str, entries: Sequence[Entry], limit: int | None = None) -> Section:
    """A section, cut at ``limit``; an empty one says that nothing was found."""
    cap = len(entries) if limit is None else limit
    return Section(
        key,
        title,
        tuple(entries[:cap]),
        None if entries else "none found",
        max(0, len(entries) - cap),
    )


def in_words(number: int) -> str:
    """A small number as a word: a composed line holds no figure that its sources do not hold."""
    return _NUMBERS[number] if number < len(_NUMBERS) else "many"
