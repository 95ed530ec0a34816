"""Files to notes: front matter, kind, blocks, links, tasks, episodes.

The grammar is imported when a file is read: a brief on notes that are indexed reads none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from prep.notes.decode import raw_lines

if TYPE_CHECKING:
    from prep.notes.reading import read
    from prep.notes.signals import DEFAULT, KindRules, configured

__all__ = ["DEFAULT", "KindRules", "configured", "raw_lines", "read"]

_DOORS = {"DEFAULT": "signals", "KindRules": "signals", "configured": "signals", "read": "reading"}


def __getattr__(name: str) -> object:
    """The public name from its module (PEP 562)."""
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_DOORS[name]}"), name)
