from xml.etree.ElementTree import Element

import pytest
from fpdf import FPDF
from fpdf.drawing import PaintedPath

from argmap.render.pdf.shapes import outline
from argmap.render.svg.extents import extent


def operators(path: PaintedPath) -> str:
    """What a document says to draw a path."""
    pdf = FPDF(unit="pt")
    pdf.set_compression(False)
    pdf.add_page()
    path.style.stroke_color = "#000000"
    with pdf.drawing_context() as context:
        context.add_item(path)
    return pdf.output().decode("latin-1")


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("polygon", {"points": "0,0 10,0 10,5.5 0,0"}, "0 0 m 10 0 l 10 5.5 l 0 0 l h "),
        ("polyline", {"points": "0,0 10,-2"}, "0 0 m 10 -2 l "),
        ("path", {"d": "M1,2C3,4 5,6 7,8 9,10 11,12 13,14"}, "1 2 m 3 4 5 6 7 8 c 9 10 11 12 13 14 c "),
        ("path", {"d": "M 1 2 L 3,4 5e0,6 Z"}, "1 2 m 3 4 l 5 6 l h "),
    ],
)
def test_outlines(tag: str, attributes: dict[str, str], expected: str) -> None:
    assert expected in operators(outline(Element(tag, attributes)))


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("ellipse", {"cx": "10", "cy": "-20", "rx": "3", "ry": "4"}, (7, -24, 13, -16)),
        ("polygon", {"points": "0,0 10,-2 5,7"}, (0, -2, 10, 7)),
        ("path", {"d": "M1,2C3,4 5,6 7,8"}, (1, 2, 7, 8)),
    ],
)
def test_extents(tag: str, attributes: dict[str, str], expected: tuple[float, ...]) -> None:
    assert extent(Element(tag, attributes)) == expected
