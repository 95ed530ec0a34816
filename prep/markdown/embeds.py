"""Embedded notes put in the place of ``![[Note]]``, as quotes that say where they are from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from prep.markdown import front
from prep.patterns import lazy

Find = Callable[[str], str | None]

_EMBED = lazy(r"!\[\[([^\[\]|#\n]+)(#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\]\s*$")
_FENCE = lazy(r" {0,3}(`{3,}|~{3,})")
_HEADING = lazy(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_LABEL = lazy(r"\[\^([^\]\s]+)\]")
# A note may embed a note that embeds a third; deeper, or in a ring, the link is left as it is.
_DEEPEST = 3


def expand(text: str, find: Find) -> str:
    """``text`` with each embed that stands alone on its line replaced by the note's words.

    ``find`` gives the markdown of a target, or None; it is the caller's to stay inside the vault.
    Code is left alone, a ``#heading`` takes that section only, and footnotes are renamed so that
    two notes may both have a ``[^1]``.
    """
    return _expanded(text, find, ()) if "![[" in text else text


def _expanded(text: str, find: Find, around: tuple[str, ...]) -> str:
    lines: list[str] = []
    for line, code in _with_code(text):
        found = None if code else _EMBED.match(line)
        inside = _note(found[1].strip(), found[2] or "", find, around) if found else None
        lines.append(line if inside is None else inside)
    return "\n".join(lines)


def _with_code(text: str) -> Iterator[tuple[str, bool]]:
    """Lines, and whether they are inside a fence."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        yield line, bool(fence)
        if found and not fence:
            fence = found[1]
        elif found and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""


def _note(target: str, heading: str, find: Find, around: tuple[str, ...]) -> str | None:
    if target in around or len(around) >= _DEEPEST:
        return None
    text = find(target)
    if text is None:
        return None
    body = front.split(text)[1].strip("\n")
    words = _section(body, heading.lstrip("#").strip()) if heading else body
    prefix = re.sub(r"\W+", "-", target)
    renamed = _LABEL.sub(lambda found: f"[^{prefix}-{found[1]}]", words)
    inside = _expanded(renamed, find, (*around, target))
    quoted = "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
    return f"\n> [!quote] {target}\n{quoted}\n"


def _section(body: str, heading: str) -> str:
    """From the heading to the next one of its level; all of it where there is no such heading."""
    lines: list[str] = []
    level = 0
    for line, code in _with_code(body):
        found = None if code else _HEADING.match(line)
        if found and level and len(found[1]) <= level:
            break
        if found and not level and found[2].casefold() == heading.casefold():
            level = len(found[1])
        if level:
            lines.append(line)
    return "\n".join(lines).rstrip() if lines else body
