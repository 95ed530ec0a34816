"""Graphs of simple nodes laid out in layers, as words and as SVG."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from prep.markdown.tree import Diagram
from prep.render.widths import ems

# Points. The font is 10 pt; a box is as wide as its longest line and never wider than a column.
FONT = 10.0
LINE = 13.0
_PAD_X, _PAD_Y = 8.0, 6.0
# From a box's top to the baseline of its first line.
FIRST_LINE = _PAD_Y + FONT
_GAP_X, _GAP_Y = 16.0, 26.0
_WIDEST = 120.0
# Room for the lines of the outermost boxes.
EDGE = 1.0
# Of a page with margins of 2 cm, A4 or Letter.
_TEXT_WIDTH = 480.0


class Box(NamedTuple):
    """A node: its left upper corner, its size and its lines of words."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class Arrow(NamedTuple):
    """From one point to another by way of the points between; ``tip`` is its head's triangle."""

    points: tuple[tuple[float, float], ...]
    tip: tuple[tuple[float, float], ...]
    label: str
    label_at: tuple[float, float]


class Drawing(NamedTuple):
    """Points, from the left upper corner."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def described(graph: Diagram) -> str:
    """The graph in words: who stands above whom; nodes without an arrow by name."""
    said = [
        f"{graph.nodes[edge.tail]} → {graph.nodes[edge.head]}"
        + (f" ({edge.label})" if edge.label else "")
        for edge in graph.edges
    ]
    joined = {place for edge in graph.edges for place in (edge.tail, edge.head)}
    said += [name for place, name in enumerate(graph.nodes) if place not in joined]
    return "; ".join(said)


def layout(graph: Diagram) -> Drawing:
    """Boxes in rows by their distance from the top, or in columns from the left.

    Columns where the graph says so, for a short chain, and for what would be wider than a page.
    """
    sizes = [_size(name) for name in graph.nodes]
    if graph.sideways or _is_short_chain(graph, sizes):
        return _laid_out(graph, sizes, turned=True)
    down = _laid_out(graph, sizes, turned=False)
    if down.width <= _TEXT_WIDTH:
        return down
    return min(down, _laid_out(graph, sizes, turned=True), key=lambda drawing: drawing.width)


def _laid_out(graph: Diagram, sizes: list[_Size], *, turned: bool) -> Drawing:
    breadths = [size.height if turned else size.width for size in sizes]
    depths = [size.width if turned else size.height for size in sizes]
    layers = _layers(graph)
    across = _tree(graph, breadths) or _rows(layers, breadths)
    boxes: dict[int, Box] = {}
    along = 0.0
    for layer in layers:
        for place in layer:
            x, y = (along, across[place]) if turned else (across[place], along)
            boxes[place] = Box(x, y, *sizes[place])
        along += _GAP_Y + max(depths[place] for place in layer)
    ordered = tuple(boxes[place] for place in range(len(graph.nodes)))
    arrows = tuple(
        _arrow(ordered[edge.tail], ordered[edge.head], edge.label, sideways=turned)
        for edge in graph.edges
    )
    width = max((box.x + box.width for box in ordered), default=0.0)
    height = max((box.y + box.height for box in ordered), default=0.0)
    return Drawing(width, height, ordered, arrows)


def _is_short_chain(graph: Diagram, sizes: list[_Size]) -> bool:
    """A line of superiors is drawn along the line of text: down the page it takes a quarter."""
    chained = all(edge.head == edge.tail + 1 and not edge.label for edge in graph.edges)
    if not chained or len(graph.edges) != len(graph.nodes) - 1:
        return False
    return sum(size.width + _GAP_Y for size in sizes) - _GAP_Y <= _TEXT_WIDTH


def _tree(graph: Diagram, breadths: list[float]) -> dict[int, float] | None:
    """Each node over the middle of those below it, or None where a node is below two."""
    below: dict[int, list[int]] = {}
    for edge in graph.edges:
        below.setdefault(edge.tail, []).append(edge.head)
    heads = {edge.head for edge in graph.edges}
    if len(heads) != len(graph.edges):
        return None
    across: dict[int, float] = {}
    free = 0.0

    def put(place: int) -> list[int]:
        """Place what is below, then this; all of it in a list."""
        nonlocal free
        start, under = free, below.get(place, [])
        placed = [node for child in under for node in put(child)]
        middles = [across[child] + breadths[child] / 2 for child in under[:1] + under[-1:]]
        wanted = sum(middles) / 2 - breadths[place] / 2 if middles else start
        across[place] = max(wanted, start)
        for node in placed:  # wider than all that is below it
            across[node] += across[place] - wanted
        free = max(across[node] + breadths[node] for node in (*placed, place)) + _GAP_X
        return [*placed, place]

    for place in range(len(graph.nodes)):
        if place not in heads:
            put(place)
    return across if len(across) == len(graph.nodes) else None


def _rows(layers: list[list[int]], breadths: list[float]) -> dict[int, float]:
    """Each layer in the middle."""
    spans = [sum(breadths[place] + _GAP_X for place in layer) - _GAP_X for layer in layers]
    across: dict[int, float] = {}
    for layer, span in zip(layers, spans, strict=True):
        free = (max(spans) - span) / 2
        for place in layer:
            across[place] = free
            free += breadths[place] + _GAP_X
    return across


class _Size(NamedTuple):
    width: float
    height: float
    lines: tuple[str, ...]


def _size(name: str) -> _Size:
    lines: list[str] = [""]
    for word in name.split() or [name]:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and ems(longer) * FONT > _WIDEST:
            lines.append(word)
        else:
            lines[-1] = longer
    width = max(ems(line) for line in lines) * FONT + 2 * _PAD_X
    return _Size(width, len(lines) * LINE + 2 * _PAD_Y, tuple(lines))


def _layers(graph: Diagram) -> list[list[int]]:
    """Each node one below the lowest of those above it; an arrow that closes a ring is ignored."""
    rank = [0] * len(graph.nodes)
    for _ in graph.nodes:
        for edge in graph.edges:
            if rank[edge.tail] + 1 > rank[edge.head] and rank[edge.tail] + 1 < len(graph.nodes):
                rank[edge.head] = rank[edge.tail] + 1
    return [
        [place for place, own in enumerate(rank) if own == level] for level in sorted(set(rank))
    ]


def _arrow(tail: Box, head: Box, label: str, *, sideways: bool) -> Arrow:
    if sideways:
        start = (tail.x + tail.width, tail.y + tail.height / 2)
        x, y = head.x, head.y + head.height / 2
        bends = (((start[0] + x) / 2, start[1]), ((start[0] + x) / 2, y))
        tip = ((x, y), (x - 5, y - 3), (x - 5, y + 3))
        said = ((bends[0][0] + x) / 2, y - 3)
    else:
        start = (tail.x + tail.width / 2, tail.y + tail.height)
        x, y = head.x + head.width / 2, head.y
        bends = ((start[0], (start[1] + y) / 2), (x, (start[1] + y) / 2))
        tip = ((x, y), (x - 3, y - 5), (x + 3, y - 5))
        said = (x + ems(label) * FONT / 2 + 4, (bends[1][1] + y) / 2 + 2)
    return Arrow((start, *bends, (x, y)), tip, label, said)


def svg(graph: Diagram, *, style: str = "") -> str:
    """An ``svg`` element; without ``style`` the page's style sheet colours it by class."""
    drawing = layout(graph)
    parts = list(map(_edge, drawing.arrows))
    parts += map(_box, drawing.boxes)
    width, height = drawing.width + 2 * EDGE, drawing.height + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.0f}pt" '
        f'height="{height:.0f}pt" viewBox="{-EDGE} {-EDGE} {width:.1f} {height:.1f}">{style}'
        f"<title>{escape(described(graph))}</title>{''.join(parts)}</svg>"
    )


def _box(box: Box) -> str:
    middle = box.x + box.width / 2
    words = "".join(
        _words(middle, box.y + FIRST_LINE + LINE * number, line)
        for number, line in enumerate(box.lines)
    )
    return (
        f'<rect class="node" rx="4" x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}"/>{words}'
    )


def _edge(arrow: Arrow) -> str:
    path, tip = _path(arrow.points), _path(arrow.tip)
    label = _words(*arrow.label_at, arrow.label) if arrow.label else ""
    return (
        f'<polyline class="edge" points="{path}"/><polygon class="tip-of-edge" points="{tip}"/>'
        f"{label}"
    )


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _words(x: float, y: float, words: str) -> str:
    return (
        f'<text class="node-text" text-anchor="middle" x="{x:.1f}" y="{y:.1f}">{escape(words)}'
        "</text>"
    )
