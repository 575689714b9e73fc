"""Who challenges whom: no line runs through a number, be it its own or another's."""

import random
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.options import RenderOptions
from argmap.render.service import render
from argmap.render.svg.extents import Extent, around, extent, reach
from argmap.render.svg.markup import root_of
from argmap.render.svg.path import steps_of
from tests.sketch import sketch

DATA = Path(__file__).parents[3] / "data"
STEPS = 24


def crowd(people: int, pairs: int, seed: int) -> ArgumentMap:
    """Make a map in which many people challenge each other, and now and then themselves."""
    chance = random.Random(seed)  # noqa: S311 — the same each time
    names = [f"person{number}" for number in range(people)]
    lines = [f"{name}: c{name}" for name in names]
    for _ in range(pairs):
        one, other = chance.choice(names), chance.choice(names)
        for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
            mark = " [inferred]" if chance.random() < 0.15 else ""
            lines.append(f"{one}: r{len(lines)} -> c{other}{mark}")
    return sketch("\n".join(lines))


MAPS = {
    "sample": argmap.load(DATA),
    "crowd": crowd(9, 30, 3),
    "larger crowd": crowd(12, 50, 5),
    "both ways": sketch("ada: a\nbob: b -> a\nbob: c\nada: d -> c\nada: e -> a"),
}


def groups(root: Element, kind: str) -> list[Element]:
    return [group for group in root.iter("g") if group.get("class", "").startswith(kind)]


def points(path: Element) -> Iterator[tuple[float, float]]:
    """Give points along a path, close enough to each other for a box of text."""
    at = (0.0, 0.0)
    for command, numbers in steps_of(path):
        ends = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "C":
            for step in range(1, STEPS + 1):
                part = step / STEPS
                weights = [(1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3]
                corners = [at, *ends]
                yield (
                    sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
                    sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
                )
        at = ends[-1]


def drawn(edge: Element) -> Iterator[Extent]:
    """Give small boxes that together cover a line with its pen, and one for its arrowhead."""
    for path in edge.iter("path"):
        pen = float(path.get("stroke-width", "1")) / 2
        for x, y in points(path):
            yield Extent(x - pen, y - pen, x + pen, y + pen)
    for head in edge.iter("polygon"):
        yield Extent(*extent(head))


@pytest.mark.parametrize("name", MAPS)
def test_no_line_runs_through_a_number(name: str) -> None:
    options = RenderOptions(view="people", selection=Selection(include_inferred=True))
    root = root_of(render(MAPS[name], options).data.decode())
    numbers = [around(map(reach, group.iter("text"))) for group in groups(root, "node number")]
    lines = [box for edge in groups(root, "edge challenges") for box in drawn(edge)]
    assert len(groups(root, "edge challenges")) == 2 * len(numbers) > 0
    assert [number for number in numbers if number and any(number.meets(box) for box in lines)] == []


def test_a_line_points_at_who_is_challenged_whichever_way_it_is_written() -> None:
    root = root_of(render(MAPS["both ways"], RenderOptions(view="people")).data.decode())
    people = {
        group.get("id"): around(map(reach, group.iter("text"))) for group in groups(root, "node person")
    }
    for edge in groups(root, "edge challenges"):
        heads = list(edge.iter("polygon"))
        name = edge.get("id", "")
        assert len(heads) == (0 if name.endswith(" begins") else 1)
        for head in heads:
            box, person = Extent(*extent(head)), people[name.split("->")[1]]
            assert person is not None
            assert min(abs(box.left - person.right), abs(person.left - box.right)) < 30
