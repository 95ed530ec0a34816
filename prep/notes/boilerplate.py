"""What a clipped web page brings along that is not its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.notes.row import Row
from prep.patterns import lazy
from prep.words import spellings

_LINE = lazy(
    r"(?:[#*_>\s]*)(?:no spam\b|unsubscribe\b|join (?:[\d,.]+[kKmM]?\+?|our)\b|"
    r"subscribe (?:now|to|today|here)|sign up (?:for|now|to)|follow us\b|share (?:this|on)\b|"
    r"leave a (?:comment|reply)|all rights reserved|©|\(c\) \d{4}|copyright \d{4}|"
    r"(?:we use|accept(?: all)?|this (?:site|website) uses) cookies|advertisement\b|sponsored\b|"
    r"read (?:more|next)\s*:?$|table of contents$|skip to (?:main )?content|"
    r"get (?:the |our )?(?:weekly|daily|monthly|latest)\b|get started (?:free|for free|today|now)|"
    r"to stay (?:updated|up to date|informed)\b|(?:log|sign) in$|download (?:the|our) app|"
    r"(?:enjoyed|liked|found) this (?:article|post|story)|thanks for reading|"
    r"create your free\b|start your free\b|photo(?:graph)?(?: by|:)|image credit|"
    r"(?:\d+ )?min(?:ute)?s? read$|posted (?:by|on|in)\b|filed under\b|previous post|next post)",
    re.IGNORECASE,
)
_TAIL = lazy(
    r"(?:you (?:may|might) (?:also )?(?:like|enjoy)|"
    r"related (?:articles|posts|stories|reading|news)|"
    r"more (?:from|stories|articles|like this)\b|recommended (?:for you|reading|articles)|"
    r"enjoyed this (?:article|post)|about the author|leave a (?:comment|reply)|"
    r"comments(?: \(\d+\))?$|"
    r"share this(?: article| post)?|subscribe to\b|sign up for\b|popular (?:posts|articles)|"
    r"trending\b|what to read next|read next|keep reading|recent posts)",
    re.IGNORECASE,
)
_BEGINS = spellings(*(
    "no ", "uns", "joi", "sub", "sig", "fol", "sha", "lea", "all", "cop", "we ", "acc", "thi",
    "adv", "spo", "rea", "tab", "ski", "get", "to ", "log", "dow", "enj", "lik", "fou", "tha",
    "cre", "sta", "pho", "ima", "min", "pos", "fil", "pre", "nex", "you", "rel", "mor", "rec",
    "abo", "com", "pop", "tre", "wha", "kee",
))  # fmt: skip
_MARKS = frozenset("#*_>(0123456789 \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f")
"""How such a line begins, by three letters or by a mark: looked at before any pattern."""
_SHORT = 60
_TAIL_FROM = 0.4
"""Share of an article's rows before which a heading does not begin its tail."""


def count(rows: Sequence[Row]) -> int:
    """Return how many rows are a page's furniture."""
    return sum(bool(_LINE.match(rows[n].text) or _is_tail(rows[n])) for n in doubtful(rows))


def drop(rows: list[Row]) -> list[Row]:
    """Return an article's rows without furniture, and without what follows the article."""
    first = int(len(rows) * _TAIL_FROM)
    near = doubtful(rows)
    end = next((n for n in near if n >= first and _is_tail(rows[n])), len(rows))
    dropped = {n for n in near if n < end and _LINE.match(rows[n].text)}
    if not dropped:
        return rows[:end]
    kept: dict[int, int] = {}
    left: list[Row] = []
    for index, row in enumerate(rows[:end]):
        if index in dropped:
            continue
        kept[index] = len(left)
        row.parent = kept.get(row.parent) if row.parent is not None else None
        left.append(row)
    return left


def doubtful(rows: Sequence[Row]) -> list[int]:
    """Return the indexes of the rows that may be furniture by how they begin."""
    return [
        n
        for n, row in enumerate(rows)
        if (text := row.text)[:3] in _BEGINS or text[:1] in _MARKS or text[:1] > "\x7f"
    ]


def _is_tail(row: Row) -> bool:
    return len(row.text) <= _SHORT and bool(_TAIL.match(row.text.lstrip("#*_ ")))
