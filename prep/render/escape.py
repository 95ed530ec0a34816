"""Note text as text: what would be markup in markdown is escaped where it enters a page."""

from __future__ import annotations

import re

from prep.patterns import lazy

MARKUP = lazy(
    r"""[\\`*\[\]<|$~]      # marks anywhere
      | (?<![^\W_])_ | _(?![^\W_])  # an underscore that could open or close emphasis
      | \#(?=\w)            # a tag
      | (?<=%)% | (?<==)=   # Obsidian comments and highlights
      | (?<=:):             # an inline field
      | &(?=\#?\w+;)        # an entity
    """,
    re.VERBOSE,
)
LINE_START = lazy(r"^(\s*)([-+>]|\d+(?=[.)](?:\s|$))|#{1,6}(?=\s)|=+$|-+$)")


def escape(text: str) -> str:
    """One line of note text, safe inside a paragraph, list item or table cell."""
    flat = " ".join(text.split())
    return LINE_START.sub(_started, MARKUP.sub(lambda m: "\\" + m.group(), flat))


def _started(match: re.Match[str]) -> str:
    mark = match.group(2)
    return f"{match.group(1)}{mark}\\" if mark[0].isdigit() else f"{match.group(1)}\\{mark}"


def plain_link(path: str, heading: str = "") -> str:
    """A wikilink to a note, or its plain name where the name cannot stand in one."""
    name = path.rsplit("/", 1)[-1]
    name = name[:-3] if name.lower().endswith(".md") else name
    if re.search(r"[\[\]#|^]|%%", name):
        return escape(name)
    safe = re.sub(r"[\[\]#|^]|%%|\*\*|::", " ", heading)
    place = f"#{' '.join(safe.split())}" if safe.strip() else ""
    return f"[[{name}{place}]]"
