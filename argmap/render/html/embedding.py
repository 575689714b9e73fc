"""The finished SVG, fitted into a page: the same drawing, with boxes that can be chosen and painted anew."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.diagram import Diagram
from argmap.render.html.dark import as_hex, is_light
from argmap.render.html.elements import Markup
from argmap.render.svg.extents import numbers_in
from argmap.render.svg.frame import take_background
from argmap.render.svg.markup import root_of, serialise
from argmap.render.svg.transforms import matrix_of

STATEMENT, RING, WHOLE, TURNS = "statement", "ring", "drawn", "turns"
"""Classes: of a statement's box, of its frame, of all that it shows, and of text on what turns dark."""

PICTURE: Final = {
    "id": "ui:picture",
    "class": "picture",
    "role": "graphics-document",
    "aria-label": "Diagram; the outline says the same in words",
}
"""What the `svg` element of every page has."""

_MARGIN, _FRAME = 5.0, 16.0


class _Area(NamedTuple):
    left: float
    top: float
    width: float
    height: float


class Embedded(NamedTuple):
    """A picture as part of a page.

    Args:
        markup: the `svg` element.
        root: the same, to be looked at.
    """

    markup: Markup
    root: Element


def embed(svg: str | Element, diagram: Diagram) -> Embedded:
    """Fit a finished SVG into a page.

    Boxes become buttons that are named after speaker and title; lines and joints, which the outline says in
    words, are hidden from screen readers. What stands above the drawing (title, legend) is left out, for the
    page says it itself; all else stays as it is.

    Args:
        svg: what `argmap.render.svg.finish.finish` gave, or its root, which is changed.
        diagram: what the picture shows.
    """
    root = root_of(svg)
    take_background(root)
    root[:] = [child for child in root if child.tag == "g"]
    for graph in root:
        graph[:] = [child for child in graph if child.get("class")]
    prepare(root, diagram)
    seen = _seen(root)
    root.attrib = PICTURE | {
        "viewBox": " ".join(f"{number:.2f}" for number in seen),
        "width": f"{seen.width:.2f}",
        "height": f"{seen.height:.2f}",
        "font-family": root.get("font-family", "sans-serif"),
    }
    return Embedded(markup_of(root), root)


def prepare(root: Element, diagram: Diagram) -> None:
    """Make buttons of boxes, and hide from screen readers what the outline says in words.

    Args:
        root: of a finished SVG; it is changed.
        diagram: what it shows.
    """
    names = {box.id: f"{box.speaker_name}: {box.title or box.text}" for box in diagram.boxes}
    for group in [group for group in root.iter("g") if group.get("class")]:
        _prepare(group, names)


def markup_of(part: Element) -> Markup:
    """Write a part of a picture, or all of it."""
    return Markup(serialise(part).partition("\n")[2].strip())


def _prepare(group: Element, names: Mapping[str, str]) -> None:
    kind, key = group.get("class", "").split()[0], group.get("id", "")
    if kind == "node" and key in names:
        _make_button(group, names[key])
    elif kind in {"node", "edge"}:
        for name in ("role", "aria-label", "aria-roledescription"):
            group.attrib.pop(name, None)
        group.set("aria-hidden", "true")
    if kind in {"node", "edge"}:
        _mark_turning_text(group)


def _make_button(group: Element, name: str) -> None:
    classes = [*group.get("class", "").split(), STATEMENT]
    attributes = {"id": group.get("id", ""), "class": " ".join(classes), "role": "button"}
    group.attrib = {**attributes, "tabindex": "-1", "aria-label": name}
    group[:] = [child for child in group if child.tag != "title"]
    ring = _ring(group)
    whole = Element("g", {"class": WHOLE})
    whole[:] = group[:]
    group[:] = [ring, whole]


def _ring(group: Element) -> Element:
    sides = zip(("x", "y", "width", "height"), _around(group, _MARGIN), strict=True)
    return Element("rect", {"class": RING, "rx": "6", **{name: f"{side:.2f}" for name, side in sides}})


def _around(element: Element, margin: float) -> _Area:
    """Measure the shapes in an element; an empty one is a point."""
    across: list[float] = []
    down: list[float] = []
    for part in element.iter():
        if shape := part.get("points") or part.get("d"):
            numbers = numbers_in(shape)
            across += numbers[::2]
            down += numbers[1::2]
        elif part.tag == "ellipse":
            across.append(float(part.get("cx", "0")))
            down.append(float(part.get("cy", "0")))
    if not across or not down:
        across, down = [0.0], [0.0]
    left, top = min(across) - margin, min(down) - margin
    return _Area(left, top, max(across) + margin - left, max(down) + margin - top)


def _seen(root: Element) -> _Area:
    """Frame what is left of the drawing, in the coordinates of the root."""
    left, top, width, height = _around(root, _FRAME)
    across, down = _shift(root)
    return _Area(left + across, top + down, width, height)


def _mark_turning_text(group: Element) -> None:
    """Mark the texts that stand on light ground, or on none: a cell comes before what is written in it."""
    light = True
    for part in group.iter():
        if part.tag == "polygon" and (fill := as_hex(part.get("fill", ""))):
            light = is_light(fill)
        elif part.tag == "text" and light:
            part.set("class", TURNS)


def _shift(root: Element) -> tuple[float, float]:
    """Read how far Graphviz shifted the drawing."""
    transform = root[0].get("transform", "") if len(root) else ""
    matrix = matrix_of("".join(transform.partition("translate(")[1:]))
    return matrix.e, matrix.f
