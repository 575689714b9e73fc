import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from hypothesis import HealthCheck, given, settings

from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram
from argmap.render.html import html
from argmap.render.maps import diagram_of
from tests.browser.debates import hostile
from tests.examples import examples
from tests.maps import argument_maps
from tests.sketch import sketch

_Attributes = list[tuple[str, str | None]]


class Page(HTMLParser):
    """What a browser would find in a page: elements, scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in self.raw else ""
        if self._inside:
            self.raw[tag].append("")

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser's protocol)
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data

    def named(self, name: str) -> list[str]:
        return [
            value
            for _, attributes in self.elements
            for key, value in attributes.items()
            if key == name and value
        ]

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.raw["script"][1])
        return found


def _undrawn(argument_map: ArgumentMap) -> tuple[Diagram, str]:
    """A diagram, and an SVG that stands in for its picture: Graphviz is too slow for hundreds of maps."""
    diagram = diagram_of(argument_map, Selection(include_inferred=True))
    nodes = "".join(
        f'<g class="node" id={quoteattr(box.id)}><polygon points="0,0 9,9"/></g>' for box in diagram.boxes
    )
    return (
        diagram,
        f'<svg viewBox="0 0 9 9" width="9pt" height="9pt"><g class="graph">{nodes}</g></svg>',
    )


def _check(page: Page) -> None:
    assert [tag for tag, _ in page.elements if tag in {"script", "style"}] == [
        "style",
        "script",
        "script",
        "script",
    ]
    assert not {"img", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.elements}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | ({"src", "style"} & names)
    assert all(
        link.startswith(("#", "data:,", "https://", "http://", "mailto:")) for link in page.named("href")
    )
    assert len(page.named("id")) == len(set(page.named("id")))


def test_the_policy_names_exactly_what_the_page_holds(page: str) -> None:
    found = Page(page)
    policy = next(attributes["content"] for tag, attributes in found.elements if attributes.get("http-equiv"))
    assert policy is not None
    code = [found.raw["script"][0], found.raw["script"][2]]
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in (*code, *found.raw["style"])]
    assert re.findall(r"sha256-([^']+)", policy) == hashes
    assert policy.startswith("default-src 'none'; script-src ")
    assert "unsafe" not in policy


def test_the_sample_page_refers_to_no_other_file(page: str) -> None:
    found = Page(page)
    _check(found)
    assert "@import" not in page
    assert "url(" not in page


def test_the_data_names_every_statement_and_line(page: str, diagram: Diagram) -> None:
    data = Page(page).data
    assert [one["id"] for one in data["statements"]] == [box.id for box in diagram.boxes]
    assert [line[0] for line in data["lines"]] == [line.id for line in diagram.lines]
    assert data["inferred"] is True


def test_every_statement_stands_in_the_outline_once(page: str, diagram: Diagram) -> None:
    ids = Page(page).named("id")
    assert sorted(name[2:] for name in ids if name.startswith("o:")) == sorted(
        box.id for box in diagram.boxes
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=examples(40))
@given(argument_maps())
def test_no_text_of_a_map_becomes_markup(argument_map: ArgumentMap) -> None:
    found = Page(html(argument_map, *_undrawn(argument_map)))
    _check(found)
    titles = [one.get("title") for one in found.data["statements"]]
    assert titles == [statement.title for statement in argument_map.statements.values()]


def test_hostile_texts_stay_texts() -> None:
    argument_map = hostile()
    found = Page(html(argument_map, *_undrawn(argument_map)))
    _check(found)
    assert found.data["statements"][1]["title"] == argument_map.claims["c1"].title
    assert not any("url" in person for person in found.data["people"])
    assert not any("url" in source for source in found.data["sources"])


def test_a_part_of_a_map_names_what_it_leaves_out(sample_map: ArgumentMap) -> None:
    diagram = diagram_of(sample_map, Selection(by=("toft",)))
    svg = '<svg viewBox="0 0 9 9" width="9pt" height="9pt"><g class="graph"/></svg>'
    data = Page(html(sample_map, diagram, svg)).data
    assert data["inferred"] is False
    assert ["istomin-binary-order", "A binary order of regimes"] in data["others"]
    assert data["map"]["part"].startswith("A part of the map")


def test_an_empty_map_has_a_page() -> None:
    argument_map = ArgumentMap()
    _check(Page(html(argument_map, *_undrawn(argument_map))))


def test_the_same_map_gives_the_same_bytes(repository: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "argmap",
        "--map",
        str(repository / "data"),
        "render",
        "--html",
        "-o",
        "-",
    ]
    pages = {
        subprocess.run(
            [*command, "--focus", "istomin"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1


def test_the_outline_keeps_paragraphs() -> None:
    text = "First.\n\nSecond,\nin two lines."
    argument_map = ArgumentMap(
        claims={"a": Claim(id="a", title="T", text=text), "b": Claim(id="b", text=text)}
    )
    diagram = diagram_of(argument_map, Selection())
    page = html(argument_map, diagram, "<svg></svg>")
    assert '<p dir="auto">First.</p><p dir="auto">Second, in two lines.</p>' in page
    assert '<a href="#b" dir="auto">First.</a>' in page
    assert page.count('<p dir="auto">Second, in two lines.</p>') == 2


def test_the_outline_says_where_a_statement_is_shown_that_it_only_names() -> None:
    argument_map = sketch("ada: a < p\nada: p\nada: b < p\nada: c < d [inferred]\nada: d < c")
    page = html(argument_map, diagram_of(argument_map, Selection(include_inferred=True)), "<svg></svg>")
    assert page.count("shown above") >= 1
    assert "told elsewhere" not in page
