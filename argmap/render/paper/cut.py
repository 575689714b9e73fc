"""A finished SVG cut into sheets of paper, each a finished SVG of its own."""

from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

from fpdf.drawing_primitives import Transform

from argmap.render.frame import BACKGROUND, Frame, background_of, frame_of
from argmap.render.markup import parse, serialise
from argmap.render.numbers import plain
from argmap.render.paper.extents import LEAVES, Extent, around, reach
from argmap.render.paper.furniture import Furniture, rectangle
from argmap.render.paper.papers import Paper
from argmap.render.paper.sheets import Pane, Sheet, panes
from argmap.render.paper.tiling import tile
from argmap.render.paper.transforms import matrix_of, to_points, transformed


def cut(svg: str, title: str, paper: Paper) -> Iterator[str]:
    """Cut a drawing into sheets.

    Args:
        svg: a document from `argmap.render.svg.finish`.
        title: of the drawing.
        paper: what to fit it to.

    Yields:
        One SVG for each sheet, as large as the paper; the overview first. Each holds only what can be seen
        of the drawing on it.
    """
    tiling = tile(parse(svg.encode()), paper)
    sheets = [(None, tiling.overview), *tiling.tiles.items()]
    for page, (place, sheet) in enumerate(sheets, 1):
        root = parse(svg.encode())
        ground = background_of(root)
        marks = Furniture(tiling, title, ground).marks(page, sheet, place)
        _fit(root, sheet)
        behind = Element("g")
        if ground:
            whole = Extent(0, 0, sheet.width, sheet.height)
            behind.append(rectangle(whole, {"class": BACKGROUND, "fill": ground}))
        front = Element("g")
        front.extend(marks.shapes)
        inner = next(child for child in root if child.tag == "svg")
        root.insert(list(root).index(inner), behind)
        root.append(front)
        if len(sheets) > 1:
            _number(root, page, len(sheets))
        yield serialise(root)


def _fit(root: Element, sheet: Sheet) -> None:
    """Put the drawing inside windows of the sheet."""
    frame = frame_of(root)
    graphs = root.findall("g")
    for graph in graphs:
        root.remove(graph)
    shown = panes(sheet)
    for number, pane in enumerate(shown, 1):
        inner = Element("svg", _window(frame, pane, sheet.scale))
        for graph in graphs:
            is_head = number < len(shown)
            drawn = deepcopy(graph) if is_head else graph
            _drop_hidden(drawn, matrix_of(drawn.get("transform", "")) @ to_points(frame), pane.part)
            if is_head:
                _take_ids(drawn)
            inner.append(drawn)
        root.append(inner)
    size = {"width": f"{plain(sheet.width)}pt", "height": f"{plain(sheet.height)}pt"}
    root.attrib.update(size | {"viewBox": f"0 0 {plain(sheet.width)} {plain(sheet.height)}"})


def _take_ids(graph: Element) -> None:
    """Take the ids from a head, which may show what stands below it as well."""
    for element in graph.iter():
        element.attrib.pop("id", None)


def _window(frame: Frame, pane: Pane, scale: float) -> dict[str, str]:
    """Say which part of the drawing's own coordinates stands where on the sheet."""
    left, top, across, down = frame.view
    to_right, to_bottom = across / frame.width, down / frame.height
    part = pane.part
    width, height = part.right - part.left, part.bottom - part.top
    view = (
        left + part.left * to_right,
        top + part.top * to_bottom,
        width * to_right,
        height * to_bottom,
    )
    place = {"x": pane.x, "y": pane.y, "width": width * scale, "height": height * scale}
    return {key: plain(value) for key, value in place.items()} | {
        "viewBox": " ".join(f"{v:.3f}" for v in view)
    }


def _drop_hidden(group: Element, matrix: Transform, window: Extent) -> None:
    for child in list(group):
        leaves = [leaf for leaf in child.iter() if leaf.tag in LEAVES]
        reached = around(reach(leaf) for leaf in leaves)
        if reached and not transformed(reached, matrix).meets(window):
            group.remove(child)
        elif child.tag == "g" and child.get("class", "").startswith("cluster"):
            _drop_hidden(child, matrix, window)


def _number(root: Element, page: int, pages: int) -> None:
    for title in root.findall("title"):
        title.text = f"{title.text} ({page} of {pages})"
