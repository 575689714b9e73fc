"""Text that is read from right to left, in a drawing whose engine knows only the other way."""

import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.numbers import plain
from argmap.render.svg.extents import numbers_in
from argmap.render.svg.frame import BACKGROUND

_LEFTWARDS: Final = frozenset({"R", "AL"})
_STRONG: Final = _LEFTWARDS | {"L"}
_MOST_BEHIND: Final = 64
# Right-to-left isolate, and its end (Unicode Annex 9, 2.4).
_ISOLATE: Final = "\u2067", "\u2069"


class _Cell(NamedTuple):
    """A shape that lies behind texts."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def reads_leftwards(text: str) -> bool:
    """Tell whether a paragraph is read from right to left: its first letter decides (Unicode Annex 9, P2)."""
    if text.isascii():
        return False
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _LEFTWARDS


def turn(graph: Element) -> None:
    """Let what is read from right to left be read so, and begin at the right of the shape behind it.

    Graphviz sets all text from its left end. The first line in a shape decides for those below it; what
    stands beside one changes sides with it.

    Args:
        graph: the group with all of a drawing; its texts are changed.
    """
    if any(reads_leftwards(text.text or "") for text in graph.iter("text")):
        for cell, texts in groupby(_placed(graph), key=lambda placed: placed[0]):
            _turn([text for _, text in texts], cell)


def isolate(text: Element) -> None:
    """Say with characters what `direction` says, for programs that do not know it."""
    if text.attrib.pop("direction", "") == "rtl":
        text.text = (text.text or "").join(_ISOLATE)
        ends = {"start": "end", "end": "start"}
        text.set("text-anchor", ends.get(text.get("text-anchor", "start"), "middle"))


def _placed(graph: Element) -> Iterator[tuple[_Cell | None, Element]]:
    """Yield each text with the last shape that was drawn where it begins, but the ground of the whole."""
    cells: deque[_Cell] = deque(maxlen=_MOST_BEHIND)
    for element in graph.iter():
        if element.tag == "polygon" and element.get("class") != BACKGROUND:
            cells.append(_cell(element))
        elif element.tag == "text" and element.get("text-anchor", "start") == "start":
            x, y = float(element.get("x", "0")), float(element.get("y", "0"))
            yield next((cell for cell in reversed(cells) if cell.holds(x, y)), None), element


def _cell(polygon: Element) -> _Cell:
    numbers = numbers_in(polygon.get("points", ""))
    xs, ys = numbers[::2], numbers[1::2]
    return _Cell(min(xs), min(ys), max(xs), max(ys))


def _turn(texts: Iterable[Element], cell: _Cell | None) -> None:
    leftwards, line = None, ""
    for text in texts:
        if leftwards is None or cell is None:
            leftwards = reads_leftwards(text.text or "")
        beside, line = text.get("y", "") == line, text.get("y", "")
        if leftwards:
            _turn_one(text, cell, leftwards=not beside or reads_leftwards(text.text or ""))


def _turn_one(text: Element, cell: _Cell | None, *, leftwards: bool) -> None:
    if leftwards:
        text.set("direction", "rtl")
    # Where a text begins is unknown where no shape lies behind it, so that it ends where it stood.
    text.set("text-anchor", "start" if leftwards and cell else "end")
    if cell:
        text.set("x", plain(cell.right - (float(text.get("x", "0")) - cell.left)))
