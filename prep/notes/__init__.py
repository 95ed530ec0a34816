"""Files to notes: front matter, kind, blocks, links, tasks, episodes."""

from prep.notes.decode import raw_lines
from prep.notes.kinds import DEFAULT, KindRules
from prep.notes.reading import read

__all__ = ["DEFAULT", "KindRules", "raw_lines", "read"]
