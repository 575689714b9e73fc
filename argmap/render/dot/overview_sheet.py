"""Where the boxes of an overview stand, in points: trees in frames, frames in columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.render.dot.grid import Point

Height = Callable[[str, float], float]
"""From the id of a box, and its breadth, to its height."""

INDENT = 24.0
"""How far a box stands to the right of the one that it bears on."""

TRACK, ARROW = 7.0, 14.0
"""The room for a line in a gutter, and for an arrowhead at its side."""

_PADDING, _BETWEEN, _APART = 6.0, 8.0, 9.0
_GUTTER = 10.0
_TRIES = 24


@dataclass(frozen=True, slots=True)
class Tree:
    """A thesis, and beneath it what bears on it.

    Args:
        frame: what the frame around it is called by; None for no frame.
        nodes: the boxes and how deep they are, in reading order.
    """

    frame: str | None
    nodes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: points from the left edge and from the top of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The places of everything.

    Args:
        boxes: id -> where it stands.
        frames: each frame by what it is called by; a frame that is parted occurs twice.
        columns: box id -> the number of its column.
        gutters: where each gutter begins and ends: before, between and behind the columns.
        width: of the whole.
        height: of the whole.
    """

    boxes: Mapping[str, Area]
    frames: tuple[tuple[str, Area], ...]
    columns: Mapping[str, int]
    gutters: tuple[tuple[float, float], ...]
    width: float
    height: float


def trees(order: Sequence[str], under: Mapping[str, str], frame_of: Mapping[str, str | None]) -> list[Tree]:
    """Gather boxes as trees, those of one frame together.

    Args:
        order: the ids of all boxes.
        under: box -> the box beneath which it stands.
        frame_of: box -> what the frame is called by, for those that begin a tree.
    """
    below: dict[str, list[str]] = {}
    for key in order:
        if key in under:
            below.setdefault(under[key], []).append(key)
    found: dict[str | None, list[Tree]] = {}
    for root in order:
        if root not in under:
            found.setdefault(frame_of[root], []).append(Tree(frame_of[root], _nodes(root, below)))
    return [tree for group in found.values() for tree in group]


def _nodes(root: str, below: Mapping[str, Sequence[str]]) -> tuple[tuple[str, int], ...]:
    nodes: list[tuple[str, int]] = []
    stack = [(root, 0)]
    while stack:
        key, depth = stack.pop()
        nodes.append((key, depth))
        stack += [(other, depth + 1) for other in reversed(below.get(key, ()))]
    return tuple(nodes)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fill a sheet.

    Args:
        trees: in reading order.
        height: of a box.
        band: of the head of a frame, by its name and breadth.
    """

    trees: Sequence[Tree]
    height: Height
    band: Height

    def columns(self, breadth: float, numbers: Iterable[int]) -> Iterator[list[list[Tree]]]:
        """Part the trees into columns as even as can be, without changing their order.

        Args:
            breadth: of a column.
            numbers: of columns; the trees are parted for each.
        """
        sizes = [self._size(tree, breadth) for tree in self.trees]
        heads = [self._head(tree, breadth) for tree in self.trees]
        # The first has none before it, but stands on top of a column anyway.
        befores = [*self.trees[:1], *self.trees[:-1]]
        joined = map(_are_framed, befores, self.trees)
        lengths = [
            (size if within else size + head, size + head)
            for size, head, within in zip(sizes, heads, joined, strict=True)
        ]
        most = sum(sizes) + sum(heads) + 1.0
        return (self._even(lengths, most, number) for number in numbers)

    def packed(self, breadth: float, number: int) -> list[list[Tree]]:
        """Part the trees into columns, the highest first, each into the column that is the shortest.

        Args:
            breadth: of a column.
            number: of columns, of which none stays empty where there are as many trees.
        """
        highs = [self._size(tree, breadth) + self._head(tree, breadth) for tree in self.trees]
        lengths, columns = [0.0] * number, [list[int]() for _ in range(number)]
        for at in sorted(range(len(highs)), key=lambda at: -highs[at]):
            shortest = min(range(number), key=lengths.__getitem__)
            columns[shortest].append(at)
            lengths[shortest] += highs[at]
        return [[self.trees[at] for at in sorted(column)] for column in sorted(columns, key=min)]

    def _even(self, lengths: Sequence[tuple[float, float]], high: float, number: int) -> list[list[Tree]]:
        """Part the trees so that the longest column is as short as can be."""
        low = 0.0
        best = [list(self.trees)]
        for _ in range(_TRIES):
            middle = (low + high) / 2
            parted = self._filled(lengths, middle, number)
            if parted is not None:
                best, high = parted, middle
            else:
                low = middle
        return best

    def place(self, breadth: float, columns: Sequence[Sequence[Tree]], lanes: Mapping[int, int]) -> Sheet:
        """Give everything its place.

        Args:
            breadth: of a frame.
            columns: the trees of each.
            lanes: number of a gutter -> how many lines run side by side in it.
        """
        boxes: dict[str, Area] = {}
        frames: list[tuple[str, Area]] = []
        where: dict[str, int] = {}
        left, lowest = _gutter(lanes.get(0, 0), at_edge=True), 0.0
        gutters = [(0.0, left)]
        for number, column in enumerate(columns):
            top = 0.0
            for group in _framed(column):
                bottom = self._place_frame(group, left, top, breadth, boxes)
                if (frame := group[0].frame) is not None:
                    frames.append((frame, Area(left, top, left + breadth, bottom)))
                where.update((key, number) for tree in group for key, _ in tree.nodes)
                lowest, top = max(lowest, bottom), bottom + _APART
            left += breadth
            gutter = _gutter(lanes.get(number + 1, 0), at_edge=number + 1 == len(columns))
            gutters.append((left, left + gutter))
            left += gutter
        return Sheet(boxes, tuple(frames), where, tuple(gutters), left, lowest)

    def spread(self, breadth: float, number: int) -> Sheet:
        """Give everything its place where there is one tree: what bears on its thesis stands in columns.

        Args:
            breadth: of a column.
            number: of columns.
        """
        (tree,) = self.trees
        (root, _), *rest = tree.nodes
        branches = Plan(_branches(rest), self.height, self.band)
        columns = next(branches.columns(breadth, [number]))
        inset = 0.0 if tree.frame is None else _PADDING
        top = 0.0 if tree.frame is None else self.band(tree.frame, breadth) + _PADDING
        width = len(columns) * (breadth + _GUTTER) - _GUTTER
        start = top + self.height(root, width) + _BETWEEN
        boxes = {root: Area(inset, top, inset + width, start - _BETWEEN)}
        lowest = start
        for at, column in enumerate(columns):
            left, y = inset + at * (breadth + _GUTTER), start
            for key, depth in (node for branch in column for node in branch.nodes):
                area = Area(left + INDENT * depth, y, left + breadth, 0.0)
                bottom = y + self.height(key, area.right - area.left)
                boxes[key] = Area(area.left, y, area.right, bottom)
                y = bottom + _BETWEEN
            lowest = max(lowest, y)
        bottom = lowest - _BETWEEN + inset
        whole = width + 2 * inset
        frames = () if tree.frame is None else ((tree.frame, Area(0.0, 0.0, whole, bottom)),)
        return Sheet(boxes, frames, dict.fromkeys(boxes, 0), ((0.0, 0.0), (whole, whole)), whole, bottom)

    def _place_frame(
        self, group: Sequence[Tree], left: float, top: float, breadth: float, boxes: dict[str, Area]
    ) -> float:
        frame = group[0].frame
        inset = _PADDING if frame is not None else 0.0
        y = top + (self.band(frame, breadth) + _PADDING if frame is not None else 0.0)
        for tree in group:
            for key, depth in tree.nodes:
                start = left + inset + INDENT * depth
                right = left + breadth - inset
                bottom = y + self.height(key, right - start)
                boxes[key] = Area(start, y, right, bottom)
                y = bottom + _BETWEEN
        return y - _BETWEEN + inset

    def _filled(
        self, lengths: Sequence[tuple[float, float]], most: float, number: int
    ) -> list[list[Tree]] | None:
        """Fill columns one after the other; None where the number of columns does not do.

        Args:
            lengths: of each tree: below the one before, and on top of a column.
            most: how long a column of several trees may be.
            number: of columns.
        """
        columns: list[list[Tree]] = [[]]
        length = 0.0
        for tree, (below, on_top) in zip(self.trees, lengths, strict=True):
            if columns[-1] and length + below > most:
                if len(columns) == number:
                    return None
                columns.append([])
            length = length + below if columns[-1] else on_top
            columns[-1].append(tree)
        return columns

    def _head(self, tree: Tree, breadth: float) -> float:
        band = 0.0 if tree.frame is None else self.band(tree.frame, breadth) + 2 * _PADDING
        return band + _APART

    def _size(self, tree: Tree, breadth: float) -> float:
        inset = _PADDING if tree.frame is not None else 0.0
        rooms = ((key, breadth - 2 * inset - INDENT * depth) for key, depth in tree.nodes)
        return sum(self.height(key, room) + _BETWEEN for key, room in rooms)


def _branches(nodes: Sequence[tuple[str, int]]) -> list[Tree]:
    """Part what stands beneath a thesis into the branches that begin right beneath it."""
    found: list[list[tuple[str, int]]] = []
    for key, depth in nodes:
        if depth == 1:
            found.append([])
        found[-1].append((key, depth))
    return [Tree(None, tuple(branch)) for branch in found]


def _gutter(lanes: int, *, at_edge: bool) -> float:
    return (lanes and ARROW + TRACK * lanes) or (0.0 if at_edge else _GUTTER)


def _are_framed(one: Tree, other: Tree) -> bool:
    """Tell whether two trees that follow each other have a frame in common."""
    return other.frame is not None and one.frame == other.frame


def _framed(column: Sequence[Tree]) -> list[list[Tree]]:
    """Put the trees of one frame together."""
    groups: list[list[Tree]] = []
    for tree in column:
        if groups and _are_framed(groups[-1][0], tree):
            groups[-1].append(tree)
        else:
            groups.append([tree])
    return groups
