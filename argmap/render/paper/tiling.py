"""Fitting a drawing to paper: on one sheet if it can be read there, else on several with an overview."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.paper.columns import OF_COLUMNS, Columns, columns_of
from argmap.render.paper.papers import Paper
from argmap.render.paper.sheets import Sheet, visible
from argmap.render.paper.windows import starts
from argmap.render.svg.extents import LEAVES, Extent, around, reach
from argmap.render.svg.frame import Frame, frame_of
from argmap.render.svg.legibility import smallest_text
from argmap.render.svg.transforms import matrix_of, to_points, transformed

_OVERLAP: Final = 18.0
_LARGEST: Final = 1.5
_STEPS: Final = 8
_WHOLE: Final = frozenset({"node", "edge"})


class Tiling(NamedTuple):
    """How a drawing is spread on sheets.

    Args:
        overview: the whole drawing on one sheet.
        tiles: column and row -> the sheet with that part, row by row; empty if the overview can be read.
    """

    overview: Sheet
    tiles: Mapping[tuple[int, int], Sheet]


def tile(root: Element, paper: Paper) -> Tiling:
    """Fit a finished SVG to paper.

    The sheets overlap so that each box, and each line of text elsewhere, is whole on one of them, if it is
    not larger than a sheet. Sheets without anything on them are left out. A drawing in columns is parted
    between its rows and columns, whose heads stand on each sheet.

    Args:
        root: the drawing.
        paper: what to print on.

    Returns:
        The sheets, upright or on their side, whichever needs fewer of them or shows more.
    """
    frame = frame_of(root)
    overview = max((_whole(frame, way) for way in paper.ways()), key=lambda sheet: sheet.scale)
    shown = smallest_text(root)
    least = paper.least / shown
    if overview.scale * shown >= paper.bearable:
        return Tiling(overview, {})
    blocks = list(_blocks(root, frame))
    columns = columns_of(root, frame)
    plans = [_fullest(frame, way, blocks, least, columns) for way in paper.ways()]
    return Tiling(overview, min(plans, key=len))


def _whole(frame: Frame, paper: Paper) -> Sheet:
    """Put the whole drawing in the middle of a sheet, as large as it goes."""
    across, down = paper.room
    scale = min(across / frame.width, down / frame.height, _LARGEST)
    left, top = (frame.width - across / scale) / 2, (frame.height - down / scale) / 2
    return Sheet(paper.width, paper.height, left, top, scale, paper.margin)


def _blocks(root: Element, frame: Frame) -> Iterator[Extent]:
    """Find what should not be cut, in points: nodes, and texts elsewhere."""
    for graph in root.findall("g"):
        matrix = matrix_of(graph.get("transform", "")).then(to_points(frame))
        for part in _parts(graph):
            block = around(reach(leaf) for leaf in part.iter() if leaf.tag in LEAVES)
            if block:
                yield transformed(block, matrix)


def _parts(group: Element) -> Iterator[Element]:
    """Find nodes and edges, and texts elsewhere."""
    for child in group:
        if child.get("class") in OF_COLUMNS:
            continue
        if child.tag == "text" or child.get("class", "").partition(" ")[0] in _WHOLE:
            yield child
        else:
            yield from _parts(child)


def _fullest(
    frame: Frame, paper: Paper, blocks: Sequence[Extent], least: float, columns: Columns | None
) -> Mapping[tuple[int, int], Sheet]:
    """Use as few sheets as can be read, and enlarge the drawing as far as they go."""
    fewest = _tiles(frame, paper, blocks, least, columns)
    for step in range(_STEPS, 0, -1):
        larger = _tiles(frame, paper, blocks, least * (1 + step / (2 * _STEPS)), columns)
        if len(larger) <= len(fewest):
            return larger
    return fewest


def _tiles(
    frame: Frame, paper: Paper, blocks: Sequence[Extent], scale: float, parted: Columns | None
) -> Mapping[tuple[int, int], Sheet]:
    if parted:
        tiles = parted.tiles(frame, paper, scale)
        needed = _needed(tiles, blocks)
        return {place: sheet for place, sheet in tiles.items() if place in needed}
    across, down = (side / scale for side in paper.room)
    columns = starts(frame.width, across, [(block.left, block.right) for block in blocks], _OVERLAP / scale)
    rows = starts(frame.height, down, [(block.top, block.bottom) for block in blocks], _OVERLAP / scale)
    tiles = {
        (column, row): Sheet(paper.width, paper.height, left, top, scale, paper.margin)
        for row, top in enumerate(rows)
        for column, left in enumerate(columns)
    }
    needed = _needed(tiles, blocks)
    return {place: sheet for place, sheet in tiles.items() if place in needed}


def _needed(tiles: Mapping[tuple[int, int], Sheet], blocks: Sequence[Extent]) -> set[tuple[int, int]]:
    """Find the sheets without which a block would not be seen whole, or not as far as can be."""
    windows = {place: visible(sheet) for place, sheet in tiles.items()}
    needed: set[tuple[int, int]] = set()
    for block in blocks:
        met = [place for place, window in windows.items() if block.meets(window)]
        whole = [place for place in met if windows[place].holds(block)]
        needed.update(whole[:1] or met)
    return needed
