"""Hebrew and Arabic, in SVG and PNG."""

from xml.etree.ElementTree import Element, tostring

import pytest
from defusedxml.ElementTree import fromstring

from argmap.render.engine import lay_out
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.right_to_left import isolate, reads_leftwards, turn

TABLE = (
    'digraph {{ a [shape=plain id=a label=<<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0">'
    '<TR><TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="200" BGCOLOR="#eeeeee">{}</TD></TR></TABLE>>] }}'
)


def texts(label: str) -> list[Element]:
    svg = finish(lay_out(TABLE.format(label)).output, Caption("T"))
    return list(fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("שלום", True), ("1. السلام", True), ("peace שלום", False), ("—", False), ("", False), ("мир", False)],
)
def test_the_first_letter_decides(text: str, leftwards: bool) -> None:  # noqa: FBT001 (pytest's)
    assert reads_leftwards(text) is leftwards


def test_the_first_line_decides_for_a_box_and_lines_begin_at_its_right() -> None:
    first, second = texts('שלום, עולם.<BR ALIGN="LEFT"/>NATO הברית<BR ALIGN="LEFT"/>')
    latin, _ = texts('peace<BR ALIGN="LEFT"/>and war<BR ALIGN="LEFT"/>')
    assert {text.get("direction") for text in (first, second)} == {"rtl"}
    assert first.get("x") == second.get("x")
    assert float(first.get("x", "")) > float(latin.get("x", "")) + 150
    assert latin.get("direction") is None


def test_where_no_shape_lies_behind_a_text_stays_in_its_place() -> None:
    graph = Element("g")
    text = Element("text", {"x": "5", "y": "5"})
    text.text = "שלום."
    graph.append(text)
    turn(graph)
    assert (text.get("x"), text.get("direction"), text.get("text-anchor")) == ("5", "rtl", "end")


def test_characters_say_it_where_attributes_do_not() -> None:
    (text,) = texts("שלום.")
    isolate(text)
    assert text.text == "\u2067שלום.\u2069"
    assert text.get("text-anchor") == "end"
    assert b"direction" not in tostring(text)
