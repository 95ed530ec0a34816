"""PyYAML's node graph as entries: text as written, lines kept, no types guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yaml.nodes import Node, ScalarNode, SequenceNode

DEEPEST = 20
"""Levels of nesting that are followed; PyYAML recurses, and no property is that deep."""


class Quoted(str):
    """A scalar that was quoted: it is text whatever it looks like."""

    __slots__ = ()


class Entry(NamedTuple):
    """One property: its key, its text as written, its value, and its lines.

    ``value``: text, ``Quoted`` text, or lists and maps of them.
    """

    key: str
    text: str
    value: object
    line: int
    end_line: int


def compose(block: Sequence[str]) -> tuple[Entry, ...] | None:
    """Read the lines between the ``---``; None where PyYAML refuses them or they are no map."""
    import yaml

    text = "\n".join(block)
    if max(text.count("["), text.count("{")) > 500:
        return None
    try:
        root = yaml.compose(text, Loader=_loader())
        if not isinstance(root, yaml.MappingNode):
            return () if root is None else None
        return tuple(_entry(key, node, block) for key, node in root.value)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return None


def _loader() -> type:
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _entry(key: Node, node: Node, block: Sequence[str]) -> Entry:
    name = str(key.value) if isinstance(key.value, str) else _slice(block, key)
    first = key.start_mark.line
    end = max(_last_line(node), first)
    value = _value(node, block, set(), 0)
    shown = value if isinstance(value, str) else ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        shown = ", ".join(value)
    elif not isinstance(value, str):
        shown = _slice(block, node).strip()
    return Entry(name, str(shown), value, first + 2, end + 2)


def _last_line(node: Node) -> int:
    """Return the node's last line; a block's end mark stands on the line after it."""
    mark = node.end_mark
    return int(
        mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line
    )


def _value(node: Node, block: Sequence[str], seen: set[int], depth: int) -> object:
    """Turn a node into text, lists and maps; a node met twice (an alias) is not followed again."""
    if id(node) in seen or depth > DEEPEST:
        return ""
    if isinstance(node, ScalarNode):
        return node.value if node.style is None else Quoted(node.value)
    seen.add(id(node))
    link = _link(node, block)
    if link:
        return link
    if isinstance(node, SequenceNode):
        return [_value(item, block, seen, depth + 1) for item in node.value]
    return {str(key.value): _value(item, block, seen, depth + 1) for key, item in node.value}


def _link(node: Node, block: Sequence[str]) -> str:
    """Return the ``[[link]]`` that YAML took for a list in a list, else nothing."""
    if (
        not isinstance(node, SequenceNode)
        or len(node.value) != 1
        or node.start_mark.line != node.end_mark.line
    ):
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
