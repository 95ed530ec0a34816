"""Graphs: where the boxes stand, as words, as SVG and as EMF."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from prep.markdown.tree import Diagram, Edge
from prep.render.diagram import Box, described, layout, svg
from prep.render.docx.emf import emf

STAFF = Diagram(
    ("Ingrid Moss", "Mira Feld, platform and infrastructure", "Tomas", "Ravi"),
    (Edge(0, 1, ""), Edge(0, 2, "dotted"), Edge(1, 3, "")),
    sideways=False,
)


@st.composite
def graphs(draw: st.DrawFn) -> Diagram:
    """Any graph, rings and loops too."""
    size = draw(st.integers(1, 7))
    places = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(places, places), max_size=9))
    names = draw(st.lists(st.text("ab 日", min_size=1, max_size=40), min_size=size, max_size=size))
    edges = tuple(Edge(tail, head, "") for tail, head in pairs)
    return Diagram(tuple(names), edges, draw(st.booleans()))


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


@given(graphs())
def test_no_box_lies_on_another_and_all_lie_in_the_drawing(graph: Diagram) -> None:
    drawing = layout(graph)
    for number, box in enumerate(drawing.boxes):
        assert 0 <= box.x <= drawing.width - box.width + 0.01
        assert 0 <= box.y <= drawing.height - box.height + 0.01
        assert all(apart(box, other) for other in drawing.boxes[number + 1 :])


def test_each_stands_over_the_middle_of_those_below() -> None:
    top, left, right, below = layout(STAFF).boxes
    middles = [box.x + box.width / 2 for box in (top, left, right, below)]
    assert middles[0] == pytest.approx((middles[1] + middles[2]) / 2)
    assert middles[1] == pytest.approx(middles[3])
    assert top.y < left.y == right.y < below.y
    assert len(left.lines) > 1


def test_a_short_line_of_superiors_is_drawn_along_the_page() -> None:
    chain = Diagram(("A", "B", "C"), (Edge(0, 1, ""), Edge(1, 2, "")), sideways=False)
    boxes = layout(chain).boxes
    assert boxes[0].y == boxes[1].y == boxes[2].y
    assert boxes[0].x < boxes[1].x < boxes[2].x


def test_what_is_too_wide_for_a_page_is_drawn_from_the_left() -> None:
    names = ("Top", *(f"Somebody number {number}" for number in range(12)))
    wide = Diagram(names, tuple(Edge(0, place, "") for place in range(1, 13)), sideways=False)
    drawing = layout(wide)
    assert drawing.width < 200 < drawing.height
    assert len({box.x for box in drawing.boxes}) == 2


def test_in_words() -> None:
    lone = Diagram((*STAFF.nodes, "Alone"), STAFF.edges, sideways=False)
    assert described(lone) == (
        "Ingrid Moss → Mira Feld, platform and infrastructure; Ingrid Moss → Tomas (dotted); "
        "Mira Feld, platform and infrastructure → Ravi; Alone"
    )


def test_svg_is_xml_and_escaped() -> None:
    root = etree.fromstring(svg(Diagram(("<a> & b",), (), sideways=False)))
    assert "".join(map(str, root.itertext())) == "<a> & b<a> & b"


@given(graphs())
def test_emf_is_as_long_as_its_records_say(graph: Diagram) -> None:
    data = emf(layout(graph))
    kind, _ = struct.unpack_from("<II", data)
    size, records = struct.unpack_from("<II", data, 48)
    assert kind == 1
    assert data[40:44] == b" EMF"
    assert size == len(data)
    at = count = 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        assert length % 4 == 0
        at, count = at + length, count + 1
    assert (kind, at, count) == (14, len(data), records)
