"""Graphs of simple nodes from a ``mermaid`` or a ``tree`` fence."""

from __future__ import annotations

from prep.markdown.tree import Diagram, Edge
from prep.patterns import lazy

_HEAD = lazy(r"(?:graph|flowchart)\s+(TD|TB|BT|LR|RL)\s*;?\s*$")
_NODE = r"([A-Za-z0-9_.-]+?)(?:\[\"?([^\"\]]*)\"?\]|\(\"?([^\")]*)\"?\))?"
_ARROW = r"\s*(?:-->|---|-\.->|==>)\s*(?:\|\"?([^|\"]*)\"?\|)?\s*"
_FIRST = lazy(rf"\s*{_NODE}(?=\s*(?:--|-\.|==|;|$))")
_NEXT = lazy(rf"{_ARROW}{_NODE}(?=\s*(?:--|-\.|==|;|$))")


def read_mermaid(source: str) -> Diagram | None:
    """The graph, or None where the source is more than nodes and arrows (then it stays code)."""
    lines = [line.strip() for line in source.splitlines()]
    lines = [line for line in lines if line and not line.startswith("%%")]
    head = _HEAD.match(lines[0]) if lines else None
    if head is None:
        return None
    labels: dict[str, str] = {}
    edges: list[Edge] = []
    for line in lines[1:]:
        if not _read_line(line, labels, edges):
            return None
    return Diagram(tuple(labels.values()), tuple(edges), head[1] in {"LR", "RL"})


def _read_line(line: str, labels: dict[str, str], edges: list[Edge]) -> bool:
    found = _FIRST.match(line)
    if found is None:
        return False
    tail, at = _place(found[1], found[2] or found[3], labels), found.end()
    while arrow := _NEXT.match(line, at):
        head = _place(arrow[2], arrow[3] or arrow[4], labels)
        edges.append(Edge(tail, head, (arrow[1] or "").strip()))
        tail, at = head, arrow.end()
    return line[at:].strip() in {"", ";"}


def _place(name: str, label: str | None, labels: dict[str, str]) -> int:
    if label:
        labels[name] = label.replace("<br/>", " ").replace("<br>", " ").strip()
    labels.setdefault(name, name)
    return list(labels).index(name)


def read_tree(source: str) -> Diagram | None:
    """A graph from indented lines, each below the nearest line that is indented less."""
    nodes: list[str] = []
    edges: list[Edge] = []
    above: list[tuple[int, int]] = []
    for line in source.expandtabs(4).splitlines():
        name = line.strip().removeprefix("- ").strip()
        if not name:
            continue
        indent = len(line) - len(line.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        if above:
            edges.append(Edge(above[-1][1], len(nodes), ""))
        above.append((indent, len(nodes)))
        nodes.append(name)
    return Diagram(tuple(nodes), tuple(edges), sideways=False) if nodes else None
