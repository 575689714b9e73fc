"""A finished SVG cut into sheets of paper, each a finished SVG of its own."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from argmap.render.numbers import plain
from argmap.render.paper.furniture import Furniture, rectangle
from argmap.render.paper.papers import Paper
from argmap.render.paper.sheets import Pane, Sheet, panes
from argmap.render.paper.tiling import tile
from argmap.render.svg.extents import LEAVES, Extent, around, reach
from argmap.render.svg.frame import BACKGROUND, Frame, background_of, frame_of
from argmap.render.svg.markup import root_of
from argmap.render.svg.transforms import Transform, matrix_of, to_points, transformed


def cut(svg: str | Element, title: str, paper: Paper) -> Iterator[Element]:
    """Cut a drawing into sheets.

    Args:
        svg: a document from `argmap.render.svg.finish.finish`, or its root.
        title: of the drawing.
        paper: what to fit it to.

    Yields:
        The root of one SVG for each sheet, as large as the paper; the overview first. Each holds only what
        can be seen of the drawing on it.
    """
    drawing = root_of(svg)
    tiling = tile(drawing, paper)
    ground = background_of(drawing)
    graphs = [_Group(graph) for graph in drawing.findall("g")]
    sheets = [(None, tiling.overview), *tiling.tiles.items()]
    for page, (place, sheet) in enumerate(sheets, 1):
        root = Element(drawing.tag, drawing.attrib)
        root.extend(deepcopy(child) for child in drawing if child.tag != "g")
        marks = Furniture(tiling, title, ground).marks(page, sheet, place)
        _fit(root, graphs, sheet)
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
        yield root


def _fit(root: Element, graphs: Sequence["_Group"], sheet: Sheet) -> None:
    """Put the drawing inside windows of the sheet."""
    frame = frame_of(root)
    shown = panes(sheet)
    for number, pane in enumerate(shown, 1):
        inner = Element("svg", _window(frame, pane, sheet.scale))
        for graph in graphs:
            is_head = number < len(shown)
            matrix = matrix_of(graph.element.get("transform", "")).then(to_points(frame))
            drawn = graph.seen(matrix, pane.part)
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


class _Group:
    """A group of a drawing, measured once for all sheets."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self._children = [(child, self._reach(child), self._inner(child)) for child in element]

    def seen(self, matrix: Transform, window: Extent) -> Element:
        """Copy what a window shows of it; a frame around a group without what it hides inside."""
        copy = Element(self.element.tag, self.element.attrib)
        copy.text = self.element.text
        for child, reached, inner in self._children:
            if reached is None or transformed(reached, matrix).meets(window):
                copy.append(inner.seen(matrix, window) if inner and reached else deepcopy(child))
        return copy

    @staticmethod
    def _reach(child: Element) -> Extent | None:
        return around(reach(leaf) for leaf in child.iter() if leaf.tag in LEAVES)

    @staticmethod
    def _inner(child: Element) -> "_Group | None":
        is_cluster = child.tag == "g" and child.get("class", "").startswith("cluster")
        return _Group(child) if is_cluster else None


def _number(root: Element, page: int, pages: int) -> None:
    """Tell a sheet from the others, also where all of them stand in one page."""
    for title in root.findall("title"):
        title.text = f"{title.text} ({page} of {pages})"
    for part in root:
        if part.tag in {"title", "desc"}:
            part.set("id", f"{part.get('id')}-{page}")
    for name in ("aria-labelledby", "aria-describedby"):
        if name in root.attrib:
            root.set(name, f"{root.get(name)}-{page}")
