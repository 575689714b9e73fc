from xml.etree.ElementTree import Element, SubElement

from argmap.render.svg.frame import Frame, frame_of, take_background
from argmap.render.svg.markup import parse


def test_reads_the_frame_of_a_finished_document(finished_svg: str) -> None:
    assert frame_of(parse(finished_svg.encode())) == Frame(296, 393, (0, 0, 296, 393))


def test_takes_the_background_once(finished_svg: str) -> None:
    root = parse(finished_svg.encode())
    shapes = len(list(root.iter("polygon")))
    assert take_background(root) == "white"
    assert len(list(root.iter("polygon"))) == shapes - 1
    assert take_background(root) is None


def test_other_shapes_are_no_background() -> None:
    root = Element("svg")
    SubElement(SubElement(root, "g"), "polygon", {"fill": "red"})
    assert take_background(root) is None
