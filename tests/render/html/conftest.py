from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

import argmap
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram
from argmap.render.dot import DotStyle, to_dot
from argmap.render.draw import draw
from argmap.render.html import html
from argmap.render.maps import caption_of, diagram_of
from argmap.render.svg.markup import parse


@pytest.fixture(scope="session")
def sample_map(repository: Path) -> argmap.ArgumentMap:
    return argmap.load(repository / "data")


@pytest.fixture(scope="session")
def diagram(sample_map: argmap.ArgumentMap) -> Diagram:
    return diagram_of(sample_map, Selection(include_inferred=True))


@pytest.fixture(scope="session")
def svg(sample_map: argmap.ArgumentMap, diagram: Diagram) -> str:
    return draw(to_dot(diagram, DotStyle()), "svg", caption_of(sample_map, diagram)).data.decode()


@pytest.fixture(scope="session")
def drawn(svg: str) -> Element:
    return parse(svg.encode())


@pytest.fixture(scope="session")
def page(sample_map: argmap.ArgumentMap, diagram: Diagram, svg: str) -> str:
    return html(sample_map, diagram, svg)
