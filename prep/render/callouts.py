"""Kinds of callout (Obsidian's and GitHub's many names, five looks) and states of tasks."""

from __future__ import annotations

from prep.markdown.tree import Inline, Text, plain

_LOOKS = {
    "Note": "note info todo abstract summary tldr quote cite",
    "Tip": "tip hint success check done",
    "Important": "important question help faq example",
    "Warning": "warning attention",
    "Caution": "caution danger error failure fail missing bug",
}
_LOOK = {name: look for look, names in _LOOKS.items() for name in names.split()}

# A status that is neither open nor done, in words: a check box knows only two.
STATUSES = {
    "/": "in progress",
    "-": "cancelled",
    ">": "forwarded",
    "<": "scheduled",
    "!": "important",
    "?": "question",
}


def look_of(kind: str) -> str:
    """One of Note, Tip, Important, Warning, Caution; a kind nobody knows is a Note."""
    return _LOOK.get(kind, "Note")


def heading_of(kind: str, title: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The title as printed. It says the kind in words where only the colour would."""
    name = kind.replace("-", " ").capitalize()
    if not title:
        return (Text(name),)
    if look_of(kind) == "Note" or name.lower() in plain(title).lower():
        return title
    return (Text(f"{name}: "), *title)
