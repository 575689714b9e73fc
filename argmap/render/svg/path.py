"""The outlines of SVG paths, step by step."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from argmap.render.svg.extents import numbers_in

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBERS = {"M": 2, "L": 2, "C": 6}


def steps_of(path: Element) -> Iterator[tuple[str, list[float]]]:
    """Yield each step of a path: its command, and its numbers.

    Graphviz writes absolute moves, lines, cubic curves and closings only, and leaves out a command that is
    the same as the one before.
    """
    for command, arguments in _COMMAND.findall(path.get("d", "")):
        if command == "Z":
            yield command, []
            continue
        numbers, count = numbers_in(arguments), _NUMBERS[command]
        for start in range(0, len(numbers), count):
            yield command, numbers[start : start + count]
