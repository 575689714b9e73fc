from xml.etree.ElementTree import Element

from argmap.render.diagram import Diagram
from argmap.render.html.embedding import RING, STATEMENT, TURNS, embed
from argmap.render.html.repaint import Paints, rules
from argmap.render.svg.markup import parse
from argmap.render.svg.transforms import matrix_of

SHAPES = {"polygon", "polyline", "path", "ellipse", "text"}


def _drawing(root: Element) -> list[tuple[str, dict[str, str], str]]:
    """Everything drawn inside boxes and lines, apart from classes."""
    groups = [group for group in root.iter("g") if group.get("class", "").split()[:1] in (["node"], ["edge"])]
    parts = [part for group in groups for part in group.iter() if part.tag in SHAPES]
    return [
        (part.tag, {key: value for key, value in part.items() if key != "class"}, part.text or "")
        for part in parts
    ]


def test_the_drawing_is_that_of_the_svg(svg: str, drawn: Element, diagram: Diagram) -> None:
    assert _drawing(embed(svg, diagram).root) == _drawing(drawn)


def test_boxes_are_buttons_that_keep_their_ids(svg: str, diagram: Diagram) -> None:
    root = embed(svg, diagram).root
    boxes = {
        group.get("id"): group for group in root.iter("g") if STATEMENT in group.get("class", "").split()
    }
    assert set(boxes) == {box.id for box in diagram.boxes}
    assert {group.get("role") for group in boxes.values()} == {"button"}
    assert boxes["istomin-binary-order"].get("aria-label") == "Igor Istomin: A binary order of regimes"


def test_the_heading_of_the_picture_is_left_to_the_page(svg: str, diagram: Diagram) -> None:
    found = embed(svg, diagram)
    assert diagram.title not in {part.text for part in found.root.iter("text")}
    assert diagram.title in svg


def test_rings_enclose_their_boxes_and_lie_in_what_is_seen(svg: str, diagram: Diagram) -> None:
    root = embed(svg, diagram).root
    left, top, width, height = map(float, root.get("viewBox", "").split())
    shift = matrix_of("".join(root[0].get("transform", "").partition("translate(")[1:]))
    across, down = shift.e - left, shift.f - top
    for group in root.iter("g"):
        ring = group.find("rect")
        if ring is None:
            continue
        assert ring.get("class") == RING
        x, y, wide, high = (float(ring.get(side, "")) for side in ("x", "y", "width", "height"))
        points = [
            point.split(",") for shape in group.iter("polygon") for point in shape.get("points", "").split()
        ]
        assert all(x < float(px) < x + wide and y < float(py) < y + high for px, py in points)
        assert 0 <= x + across <= x + across + wide <= width
        assert 0 <= y + down <= y + down + high <= height
    assert (left, top) == (0, 0) or left <= 0 or top > 0


def test_text_turns_with_its_ground(diagram: Diagram) -> None:
    box = diagram.boxes[0].id
    svg = (
        '<svg viewBox="0 0 9 9" width="9pt" height="9pt">'
        '<g class="graph" transform="translate(1 8)">'
        f'<g id="{box}" class="node">'
        '<polygon fill="#332288" points="0,0 5,5"/><text fill="#ffffff">dark</text>'
        '<polygon fill="#ffffff" points="0,0 5,5"/><text fill="#1a1a1a">light</text>'
        '<polygon fill="none" points="0,0 5,5"/><text>same</text></g>'
        '<g id="line" class="edge"><text fill="#a84300">open</text></g></g></svg>'
    )
    root = embed(svg, diagram).root
    turning = {part.text for part in root.iter("text") if part.get("class") == TURNS}
    assert turning == {"light", "same", "open"}
    style = rules(Paints.of(root))
    assert '.turns[fill="#1a1a1a"]{fill:light-dark(#1a1a1a,' in style
    assert 'polygon[fill="#ffffff"]{fill:light-dark(#ffffff,' in style
    assert "332288" not in style


def test_an_empty_picture_is_a_picture(diagram: Diagram) -> None:
    svg = '<svg viewBox="0 0 9 9" width="9pt" height="9pt"><g class="graph"/></svg>'
    assert parse(embed(svg, diagram).markup.encode()).get("id") == "ui:picture"
