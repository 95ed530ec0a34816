"""Properties that YAML refuses, read line by line; each line that is at fault is a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.notes import values
from prep.notes.properties import Entry
from prep.patterns import lazy
from prep.problems import Problem

_KEY = lazy(r"([\w@.$\"'][\w @.$/+()\"'-]*?)\s*:(?:\s+(.*)|)$", re.DOTALL)
_ITEM = lazy(r"\s*-(?:\s+(.*))?$", re.DOTALL)
_QUOTE = "put the value in quotes"


def recover(path: str, block: Sequence[str]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read the lines between the ``---`` for what they seem to say; lines count from 2."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(block, 2):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        found = _KEY.match(line)
        item = _ITEM.match(line) if entries else None
        if item:
            _extend(entries, (item[1] or "").strip(), number)
        elif found:
            text = (found[2] or "").strip()
            entries.append(Entry(values.unquote(found[1]), text, _value(text), number, number))
        elif entries and line[0] in " \t":
            _continue(entries, bare, number)
        fault = _fault(line, bare if item else "", (found[2] or "") if found and not item else None)
        if fault:
            problems.append(Problem(path, number, *fault))
    if not problems:
        problems.append(Problem(path, 1, "front matter is not valid YAML", _QUOTE))
    return tuple(entries), tuple(problems)


def _extend(entries: list[Entry], text: str, number: int) -> None:
    last = entries[-1]
    items: list[object] = [last.value] if isinstance(last.value, str) and last.value else []
    if isinstance(last.value, list):
        items = list(last.value)
    items.append(_value(text))
    shown = f"{last.text}, {text}" if last.text else text
    entries[-1] = last._replace(text=shown, value=items, end_line=number)


def _continue(entries: list[Entry], text: str, number: int) -> None:
    last = entries[-1]
    shown = f"{last.text} {text}".strip()
    value = last.value if isinstance(last.value, list) else _value(shown)
    entries[-1] = last._replace(text=shown, value=value, end_line=number)


def _value(text: str) -> object:
    linked = values.links(text)
    if len(linked) > 1:
        return list(linked)
    if linked and linked[0] == text:
        return text
    if text.startswith("[") and text.endswith("]"):
        return list(values.split(text))
    return values.unquote(text)


def _fault(line: str, item: str, value: str | None) -> tuple[str, str] | None:
    """Return what YAML has against a line, and the remedy; None where nothing can be seen."""
    text = item[1:].strip() if item else value
    if text is None:
        return "front matter is not valid YAML: this line is no property", "write `key: value`"
    if not text or text[0] in "\"'":
        return _tab(line)
    if values.placeholder(text):
        return None
    if text[0] in "@`%&*!|>":
        return f"front matter is not valid YAML: a value may not begin with `{text[0]}`", _QUOTE
    if ": " in text or text.endswith(":"):
        return "front matter is not valid YAML: a colon in a value", _QUOTE
    if "[[" in text and "]]" in text:
        return "front matter is not valid YAML: links that are not quoted", _QUOTE
    return _tab(line)


def _tab(line: str) -> tuple[str, str] | None:
    if "\t" not in line:
        return None
    return "front matter is not valid YAML: a tab", "use blanks"
