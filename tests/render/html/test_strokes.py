import re
from xml.etree.ElementTree import Element

import pytest

from argmap.render.diagram import Diagram
from argmap.render.html.legend import legend, strokes_of
from argmap.render.html.strokes import sample
from argmap.render.html.voices import Voice
from argmap.render.svg.markup import parse

RIGHT = '<path d="M0,0C1,0 2,0 30,0" stroke="#0072b2"/><polygon points="30,-3 38,0 30,3" fill="#0072b2"/>'
UP = '<path d="M0,0C0,-1 0,-2 0,-30" stroke="#0072b2"/><polygon points="-3,-30 0,-38 3,-30"/>'
BACK = '<path d="M0,0C-1,0 -2,0 -30,0" stroke="#0072b2"/><polygon points="0,-3 8,0 0,3"/>'


@pytest.mark.parametrize(("parts", "turn"), [(RIGHT, 0), (UP, 90), (BACK, 0)])
def test_a_line_is_laid_flat_at_its_arrowhead(parts: str, turn: float) -> None:
    drawn = sample(parse((f"<g>{parts}</g>").encode()))
    assert drawn is not None
    head = parse(drawn.encode())[1]
    found = re.search(r"rotate\((-?[\d.]+)\)", head.get("transform", ""))
    assert found is not None
    assert float(found[1]) % 360 == turn


def test_paint_is_kept() -> None:
    line = '<g><path d="M0,0 9,9" stroke="#d55e00" stroke-dasharray="5,2" stroke-width="1.5"/></g>'
    drawn = sample(parse(line.encode()))
    assert drawn is not None
    shaft = parse(drawn.encode())[0]
    assert shaft.get("stroke-dasharray") == "5,2"
    assert shaft.get("stroke-width") == "1.5"


def test_what_has_no_line_has_no_sample() -> None:
    assert sample(Element("g")) is None


def test_the_legend_shows_each_kind_of_line_once_stated_and_inferred_side_by_side(
    diagram: Diagram, drawn: Element
) -> None:
    *rows, mark, note = parse(legend(diagram, strokes_of(diagram, drawn)).encode())
    assert "nobody has replied" in "".join(mark.itertext())
    kinds = {(line.relation, line.inferred) for line in diagram.lines if line.arrow}
    assert len(rows) == len({relation for relation, _ in kinds})
    assert sum(len(row.findall("span/svg")) for row in rows) == len(kinds)
    assert note.text is not None
    assert note.text.startswith("Dotted: inferred")


def test_the_legend_explains_stripes_where_a_speaker_has_them(diagram: Diagram, drawn: Element) -> None:
    plain, striped = Voice("voice-0", "#332288"), Voice("voice-8", "#332288", 1)
    assert legend(diagram, strokes_of(diagram, drawn), [plain]) == legend(diagram, strokes_of(diagram, drawn))
    rows = parse(legend(diagram, strokes_of(diagram, drawn), [plain, striped]).encode())
    assert sum("stripes" in "".join(row.itertext()) for row in rows) == 1
