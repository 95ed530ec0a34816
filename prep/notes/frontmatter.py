"""Front matter: properties with their values as written and their lines. The door to PyYAML.

Simple properties, which nearly all are, are read line by line; what is not simple goes to PyYAML's
composer, whose nodes keep the text and the lines and resolve no types (YAML 1.1 would turn
``12:30`` into 750 and ``No`` into False); what PyYAML refuses is recovered line by line again, each
line that could not be read as it stands being a problem.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from prep.model.note import Field
from prep.notes import values
from prep.notes.yaml_nodes import Entry, Quoted, compose
from prep.problems import Problem

_KEY = re.compile(r"([^\s#\-\[\]{}&*!|>'\"%@`,?:][^:#\t]*?|[\"'][^\"']*[\"'])[ \t]*:(?:[ \t]+|$)")
_LOOSE_KEY = re.compile(r"([\w@.$][\w @.$/+()-]*?)\s*:\s*(.*)$")
_UNSAFE = frozenset("[]{}&*!|>%@`,?#\"'")
_ITEM = re.compile(r"\s*-\s+(.*)$|\s*-$")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?$")
LONGEST = 2000
"""Lines searched for the closing ``---``; a file that opens with a rule has no front matter."""


class Front(NamedTuple):
    """Properties, the index of the first body line, and what could not be read as it stands."""

    entries: tuple[Entry, ...]
    body: int
    problems: tuple[Problem, ...] = ()


def read(path: str, lines: Sequence[str]) -> Front:
    """Read the properties between the ``---`` of the first line and the next one."""
    if not lines or lines[0].rstrip() != "---":
        return Front((), 0)
    end = next((n for n in range(1, min(len(lines), LONGEST)) if lines[n].rstrip() == "---"), 0)
    if not end:
        return _unclosed(path, lines)
    problems: list[Problem] = []
    block = lines[1:end]
    entries = _simple(block)
    if entries is None:
        entries = compose(block)
    if entries is None:
        entries = _recover(path, block, problems)
    return Front(_last_of_each(path, entries, problems), end + 1, tuple(problems))


def front_values(text: str) -> tuple[Mapping[str, object], int, tuple[Problem, ...]]:
    """Return the properties of a file's text with types, its first body line (from 1), problems.

    Types are those of YAML 1.2 where the text survives them: null, true, false, ``5``, ``1.5``;
    ``01234``, ``1.10``, ``12:30``, ``No`` and dates stay text; lists and maps nest.
    """
    found = read("", text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    return (
        {entry.key: typed(entry.value) for entry in found.entries},
        found.body + 1,
        found.problems,
    )


def fields(front: Front) -> tuple[Field, ...]:
    """Turn properties into fields; a value that says nothing has no ``values``."""
    return tuple(
        Field(
            values.key(entry.key),
            entry.key,
            entry.text,
            _elements(entry.value),
            entry.line,
            entry.end_line,
            "front",
        )
        for entry in front.entries
    )


def typed(value: object) -> object:
    """Give a plain scalar its YAML 1.2 type; quoted ones come as ``Quoted`` and stay text."""
    if isinstance(value, list):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        return {name: typed(item) for name, item in value.items()}
    if type(value) is not str:
        return str(value) if isinstance(value, str) else value
    if value in ("", "null", "~", "Null", "NULL"):
        return None
    if value in ("true", "false", "True", "False", "TRUE", "FALSE"):
        return value.lower() == "true"
    if len(value) < 16 and _NUMBER.match(value):
        number = float(value) if "." in value else int(value)
        return number if str(number) == value else value
    return value


def _elements(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for item in value for text in _elements(item))
    if isinstance(value, dict):
        name = next((str(value[k]) for k in ("name", "title", "email") if value.get(k)), "")
        return (name,) if name else tuple(f"{k}: {v}" for k, v in value.items() if v)
    text = "" if value is None else str(value)
    if "]]" in text and "," in text:
        return values.split(text)
    return () if values.missing(text) else (text,)


def _unclosed(path: str, lines: Sequence[str]) -> Front:
    """Front matter that never closes: read as body, but said, where it looks like properties."""
    if len(lines) > 1 and _KEY.match(lines[1]):
        return Front(
            (), 0, (Problem(path, 1, "front matter is never closed", "add a line `---` after it"),)
        )
    return Front((), 0)


def _simple(block: Sequence[str]) -> tuple[Entry, ...] | None:
    """Read ``key: value`` lines and flat ``- item`` lists; None where anything else stands."""
    entries: list[Entry] = []
    open_list: list[str] | None = None
    for number, line in enumerate(block, 2):
        if not line or line.isspace():
            continue
        if open_list is not None:
            item = line.lstrip(" ")
            if item.startswith("- "):
                value = _scalar(item[2:].strip())
                if value is None:
                    return None
                open_list.append(value)
                entries[-1] = entries[-1]._replace(end_line=number)
                continue
        found = _KEY.match(line)
        if not found or line[0] in "\"'":
            return None
        text = line[found.end() :].strip()
        value = _scalar(text)
        open_list = None
        if value is not None and text:
            entries.append(Entry(found[1], text, value, number, number))
        elif not text:
            open_list = []
            entries.append(Entry(found[1], "", open_list, number, number))
        else:
            flow = _flow(text)
            if flow is None:
                return None
            entries.append(Entry(found[1], text, flow, number, number))
    return tuple(_settled(entry) for entry in entries)


def _settled(entry: Entry) -> Entry:
    """Turn a key with nothing below it into null, and give a list its text."""
    if entry.value == [] and not entry.text:
        return entry._replace(value="")
    if isinstance(entry.value, list) and not entry.text:
        return entry._replace(text=", ".join(entry.value))
    return entry


def _scalar(text: str) -> str | None:
    """Return a scalar that means what it looks like; None where YAML may see more in it."""
    if not text:
        return ""
    first = text[0]
    if first in "\"'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != first or first in inner or "\\" in inner:
            return None
        return Quoted(inner)
    if first in _UNSAFE or ": " in text or " #" in text or text[-1] == ":" or "\t" in text:
        return None
    return None if first == "-" and text[1:2] in ("", " ") else text


def _flow(text: str) -> list[str] | None:
    """Return the items of a simple ``[a, "b"]``, or of one unquoted ``[[link]]``."""
    if text[0] != "[" or text[-1] != "]":
        return None
    inner = text[1:-1]
    if any(char in inner for char in "[]{}'#"):
        return None
    items = inner.split(",") if inner.strip() else []
    found = [_scalar(item.strip()) for item in items]
    if None in found or "" in found:
        return None
    return [item for item in found if item is not None]


def _recover(path: str, block: Sequence[str], problems: list[Problem]) -> tuple[Entry, ...]:
    """Read what YAML refuses, one line at a time; each odd line is a problem."""
    entries: list[Entry] = []
    for number, line in enumerate(block, 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.match(line)
        if item and entries:
            _extend(entries, (item[1] or "").strip(), number)
            continue
        found = _LOOSE_KEY.match(line) if not line[0].isspace() or not entries else None
        if found is None:
            _odd(path, number, line, problems)
            if entries and line[0].isspace():
                entries[-1] = entries[-1]._replace(
                    text=f"{entries[-1].text} {line.strip()}".strip(), end_line=number
                )
            continue
        _check(path, number, found[2], problems)
        entries.append(Entry(values.unquote(found[1]), found[2], _loose(found[2]), number, number))
    if not problems:
        problems.append(_invalid(path, 1, "front matter is not valid YAML"))
    return tuple(entries)


def _extend(entries: list[Entry], text: str, number: int) -> None:
    last = entries[-1]
    items = (
        list(last.value) if isinstance(last.value, list) else ([last.value] if last.value else [])
    )
    items.append(_loose(text))
    shown = f"{last.text}, {text}" if last.text else text
    entries[-1] = last._replace(text=shown, value=items, end_line=number)


def _loose(text: str) -> object:
    linked = values.links(text)
    if len(linked) > 1:
        return list(linked)
    if linked and linked[0] == text:
        return text
    if text.startswith("[") and text.endswith("]"):
        return list(values.split(text))
    return values.unquote(text)


def _check(path: str, number: int, text: str, problems: list[Problem]) -> None:
    """Record why YAML refuses this line's value, where that can be seen."""
    if not text or text[0] in "\"'":
        return
    if values.placeholder(text):
        problems.append(Problem(path, number, "a template's placeholder was never filled in"))
    elif text[0] in "@`%&*!|>":
        problems.append(_invalid(path, number, f"a value may not begin with `{text[0]}` in YAML"))
    elif ": " in text or text.endswith(":"):
        problems.append(_invalid(path, number, "front matter is not valid YAML: a second colon"))
    elif text.startswith("[[") and len(values.links(text)) > 1:
        problems.append(_invalid(path, number, "links in front matter are not quoted"))


def _odd(path: str, number: int, line: str, problems: list[Problem]) -> None:
    what = "a tab" if "\t" in line else "a line that is no property"
    problems.append(_invalid(path, number, f"front matter is not valid YAML: {what}"))


def _invalid(path: str, number: int, message: str) -> Problem:
    return Problem(path, number, message, "put the value in quotes")


def _last_of_each(
    path: str, entries: Sequence[Entry], problems: list[Problem]
) -> tuple[Entry, ...]:
    """Keep the last of a repeated key, as Obsidian does, and say so."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        if entry.key in seen:
            problems.append(
                Problem(path, entry.line, f"`{entry.key}` stands twice", "the last one counts")
            )
            del seen[entry.key]
        seen[entry.key] = entry
    return tuple(seen.values())
