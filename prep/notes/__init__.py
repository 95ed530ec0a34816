"""Files to notes: front matter, kind, blocks, links, tasks, episodes."""

from prep.notes.decode import raw_lines
from prep.notes.reading import read
from prep.notes.signals import DEFAULT, KindRules, configured

__all__ = ["DEFAULT", "KindRules", "configured", "raw_lines", "read"]
