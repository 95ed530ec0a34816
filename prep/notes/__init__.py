"""Files to notes: front matter, kind, blocks, links, tasks, episodes.

The grammar is imported when a file is read: a brief on notes that are indexed reads none.
"""

from typing import TYPE_CHECKING

from prep.doors import doors
from prep.notes.decode import raw_lines

if TYPE_CHECKING:
    from prep.notes.reading import read
    from prep.notes.signals import DEFAULT, KindRules, configured

__all__ = ["DEFAULT", "KindRules", "configured", "raw_lines", "read"]

_MODULES = {
    "DEFAULT": "signals",
    "KindRules": "signals",
    "configured": "signals",
    "read": "reading",
}
__getattr__ = doors(__name__, _MODULES)
