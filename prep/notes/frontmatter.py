"""Front matter: properties with their values as written and their lines. The door to
python-frontmatter and PyYAML.

Simple properties are read line by line (``properties``); others go to PyYAML's composer, whose
nodes keep the text and the lines and resolve no types (YAML 1.1 would turn ``12:30`` into 750 and
``No`` into False); what PyYAML refuses is recovered line by line (``recovery``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prep.model.note import Field
from prep.notes import properties, recovery, values
from prep.notes.properties import Entry, Quoted
from prep.patterns import lazy
from prep.problems import Problem

if TYPE_CHECKING:
    from frontmatter.default_handlers import YAMLHandler
    from yaml.nodes import Node

_new = tuple.__new__
_NUMBER = lazy(r"-?(?:0|[1-9]\d*)(?:\.\d+)?$")
_COMMENT_TAG = lazy(r"\s*(?:tags?|keywords)\s*:\s*(#\w.*)$", re.IGNORECASE)
LONGEST = 2000
"""Lines searched for the closing ``---``; a file that opens with a rule has no front matter."""
DEEPEST = 20
"""Levels of nesting that are followed; no property is that deep, and a bomb is deeper."""
_QUOTES = frozenset(("'", '"', "|", ">"))
_BRACKETS = 400
"""Opening brackets beyond which PyYAML is not asked: its composer recurses."""


class Front(NamedTuple):
    """Properties, the index of the first body line, and what could not be read as it stands."""

    entries: tuple[Entry, ...]
    body: int
    problems: tuple[Problem, ...] = ()


def read(path: str, lines: Sequence[str]) -> Front:
    """Read the properties between the ``---`` of the first line and the next one."""
    if not lines or lines[0].rstrip() != "---":
        return Front((), 0)
    last = min(len(lines), LONGEST)
    end = next((n for n in range(1, last) if lines[n].rstrip() == "---"), 0)
    if not end:
        return _unclosed(path, lines)
    block = lines[1:end]
    entries = properties.simple(block)
    problems: tuple[Problem, ...] = ()
    if entries is None:
        entries = properties.flows(block) or _compose(block)
    if entries is None:
        entries, problems = recovery.recover(path, block)
    entries, hidden = _uncommented(path, block, entries)
    kept, twice = _last_of_each(path, entries)
    return Front(kept, end + 1, problems + hidden + twice)


def front_values(text: str) -> tuple[Mapping[str, object], int, tuple[Problem, ...]]:
    """Return the properties of a file's text with types, its first body line (from 1), problems.

    Types are those of YAML 1.2 where the text survives them: null, true, false, ``5``, ``1.5``;
    ``01234``, ``1.10``, ``12:30``, ``No`` and dates stay text; lists and maps nest.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = read("", lines)
    typed_ = {entry.key: typed(entry.value) for entry in found.entries}
    return typed_, found.body + 1, found.problems


def fields(front: Front) -> tuple[Field, ...]:
    """Turn properties into fields; a value that says nothing has no ``values``."""
    return tuple(
        _new(Field, (values.key(key), key, text, _texts(value), line, end, "front"))
        for key, text, value, line, end in front.entries
    )


def typed(value: object) -> object:
    """Give a plain scalar its YAML 1.2 type; ``Quoted`` ones stay text."""
    if isinstance(value, list):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        return {name: typed(item) for name, item in value.items()}
    if not isinstance(value, str) or isinstance(value, Quoted):
        return str(value)
    if value in ("", "null", "~", "Null", "NULL"):
        return None
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    if len(value) < 16 and _NUMBER.match(value):
        number = float(value) if "." in value else int(value)
        return number if str(number) == value else value
    return value


def _texts(value: object) -> tuple[str, ...]:
    """Return the elements of a value as text, without those that say nothing."""
    if isinstance(value, str) and not ("]]" in value and "," in value):
        return () if values.missing(value) else (str(value),)
    return tuple(_elements(value))


def _elements(value: object) -> Iterator[str]:
    """Give the elements of a value as text; a map is the name in it, or its pairs."""
    if isinstance(value, list):
        for item in value:
            yield from _elements(item)
    elif isinstance(value, dict):
        name = next((value[key] for key in ("name", "title", "email") if value.get(key)), "")
        if isinstance(name, str) and name:
            yield name
        else:
            yield from (f"{key}: {item}" for key, item in value.items() if item)
    else:
        text = str(value)
        if "]]" in text and "," in text:
            yield from values.split(text)
        elif not values.missing(text):
            yield text


def _unclosed(path: str, lines: Sequence[str]) -> Front:
    """Front matter that never closes: it is body, but said, where it looks like properties."""
    if len(lines) < 2 or not properties.looks_like_one(lines[1]):
        return Front((), 0)
    return Front(
        (), 0, (Problem(path, 1, "front matter is never closed", "add a line `---` after it"),)
    )


def _uncommented(
    path: str, block: Sequence[str], entries: Sequence[Entry]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Take ``tags: #work`` for what it means, though to YAML it is a comment, and say so."""
    read_: dict[int, str] = {}
    for number, line in enumerate(block, 2):
        found = _COMMENT_TAG.match(line) if "#" in line else None
        if found:
            read_[number] = found[1]
    if not read_:
        return tuple(entries), ()
    kept = tuple(
        entry._replace(text=read_[entry.line], value=list(read_[entry.line].split()))
        if entry.line in read_ and not entry.value
        else entry
        for entry in entries
    )
    problems = (
        Problem(path, number, f"`{text}` is a comment in YAML", "leave out the `#`")
        for number, text in read_.items()
    )
    return kept, tuple(problems)


def _last_of_each(
    path: str, entries: Sequence[Entry]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Keep the last of a repeated key, as Obsidian does, and say so."""
    if len({entry.key for entry in entries}) == len(entries):
        return tuple(entries), ()
    seen: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        if seen.pop(entry.key, None) is not None:
            what = f"`{entry.key}` stands twice in the front matter"
            problems.append(
                Problem(path, entry.line, what, "the last one counts; remove the other")
            )
        seen[entry.key] = entry
    return tuple(seen.values()), tuple(problems)


def _compose(block: Sequence[str]) -> tuple[Entry, ...] | None:
    """Ask for the nodes; None where PyYAML refuses the text, or it is no map."""
    import yaml

    text = "\n".join(block)
    if text.count("[") + text.count("{") + text.count("- -") > _BRACKETS:
        return None
    try:
        root = _handler().load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return () if root is None else None
    return tuple(_entry(key, node, block) for key, node in root.value)


@cache
def _handler() -> YAMLHandler:
    """python-frontmatter's handler, but its ``load`` gives the nodes, which keep text and lines."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    class Nodes(YAMLHandler):
        """Composes, and resolves no types."""

        def load(self, fm: str, **_: object) -> Node | None:  # type: ignore[override]  # nodes
            """Return the root node of a block; None of an empty one."""
            loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
            root: Node | None = yaml.compose(fm, Loader=loader)
            return root

    return Nodes()


def _entry(key: Node, node: Node, block: Sequence[str]) -> Entry:
    name = key.value if isinstance(key.value, str) else _slice(block, key)
    first = key.start_mark.line
    value = _value(node, block, set(), 0)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        shown = ", ".join(value)
    else:
        shown = str(value) if isinstance(value, str) else _slice(block, node).strip()
    return Entry(str(name), shown, value, first + 2, max(_last_line(node), first) + 2)


def _last_line(node: Node) -> int:
    """Return the node's last line; a block's end mark stands on the line after it."""
    mark = node.end_mark
    after = mark.column == 0 and mark.line > node.start_mark.line
    return int(mark.line - 1 if after else mark.line)


def _value(node: Node, block: Sequence[str], seen: set[int], depth: int) -> object:
    """Turn a node into text, lists and maps; a node met twice (an alias) is not followed again."""
    from yaml.nodes import ScalarNode, SequenceNode

    if id(node) in seen or depth > DEEPEST:
        return ""
    if isinstance(node, ScalarNode):
        return Quoted(node.value) if node.style in _QUOTES else node.value
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        return _link(node, block) or [_value(item, block, seen, depth + 1) for item in node.value]
    text = _slice(block, node) if node.start_mark.line == node.end_mark.line else ""
    if text.startswith("{{"):
        return text
    return {str(key.value): _value(item, block, seen, depth + 1) for key, item in node.value}


def _link(node: Node, block: Sequence[str]) -> str:
    """Return the ``[[link]]`` that YAML took for a list in a list, else nothing."""
    if len(node.value) != 1 or node.start_mark.line != node.end_mark.line:
        return ""
    text = _slice(block, node)
    return text if text.startswith("[[") and text.endswith("]]") and "]" not in text[2:-2] else ""


def _slice(block: Sequence[str], node: Node) -> str:
    start, end = node.start_mark, node.end_mark
    if start.line == end.line:
        return block[start.line][start.column : end.column]
    lines = [block[start.line][start.column :], *block[start.line + 1 : end.line]]
    if end.line < len(block):
        lines.append(block[end.line][: end.column])
    return "\n".join(lines)
