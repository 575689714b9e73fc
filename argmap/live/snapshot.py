"""A map as a page shows it at one moment, and what is different at the next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import DEFAULT_STYLE, Bibliography
from argmap.files.assembling import Loaded
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram, without_signs
from argmap.render.dot.boxes import Card
from argmap.render.dot.document import cards_of
from argmap.render.dot.style import DotStyle
from argmap.render.html.assets import (
    EDITING_MODULES,
    EDITING_STYLES,
    LIVE_MODULES,
    LIVE_STYLES,
    script,
    style,
)
from argmap.render.html.document import Json, Standings
from argmap.render.html.elements import Markup
from argmap.render.html.example_lines import ExampleLines, example_lines
from argmap.render.html.keys import lines_section
from argmap.render.html.legend import examples, legend
from argmap.render.html.loose_boxes import LooseBox, LooseBoxes, paints_of, sheet_of
from argmap.render.html.page import Parts, Serving, page, parts_of, policy_of
from argmap.render.maps import diagram_of
from argmap.render.service import NothingToDrawError

_DIGEST: Final = 12

_Kinds = tuple[tuple[str, bool], ...]
"""The kinds of lines, each with whether the editor infers them."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A map as it is shown at one moment.

    Args:
        version: tells it from every other state of the files.
        loaded: the map and its files.
        diagram: what is drawn.
        cards: statement -> its box as it is to look.
        boxes: statement -> its box as it is drawn.
        strokes: what the lines mean.
        parts: what the page shows besides.
    """

    version: str
    loaded: Loaded
    diagram: Diagram
    cards: Mapping[str, Card]
    boxes: Mapping[str, LooseBox]
    strokes: Markup
    parts: Parts

    def page(self, more: Json, *, editing: bool = False) -> str:
        """Write the whole page.

        Args:
            more: what its scripts are told besides.
            editing: whether it can change the map.
        """
        serving = Serving(*_sources(editing=editing), {"version": self.version, **more})
        sheet = sheet_of(self.boxes.values())
        return page(self.loaded.map, self.diagram, self.parts, sheet, self.strokes, serving)

    def policy(self, *, editing: bool = False) -> str:
        """Write the policy of the page, which a server says as well.

        Args:
            editing: as for the page.
        """
        scripts, sheets = _sources(editing=editing)
        return policy_of(script(scripts), f"{style(sheets)}\n{self.parts.rules}", connects=True)

    def since(self, before: "Snapshot") -> Json:
        """Tell a page that shows another snapshot what is different."""
        then, now = _statements(before), _statements(self)
        # Those that are as before the page has already.
        sent = [key if then.get(key) == one else one for key, one in now.items()]
        drawn = {key for key, card in self.cards.items() if before.cards.get(key) != card}
        return {
            "data": {**self.parts.data, "version": self.version, "statements": sent},
            "boxes": {key: self.boxes[key].markup for key in self.boxes if key in drawn},
            "lines": lines_section(self.strokes),
            "title": self.parts.title,
            "language": self.loaded.map.info.language,
            # Browsers look at all of a page again for the same rules, too.
            "rules": self.parts.rules if self.parts.rules != before.parts.rules else None,
            "added": [key for key in now if key not in then],
            "changed": [key for key, one in now.items() if key in then and then[key] != one],
            "gone": [before.loaded.map.statements[key].label for key in before.cards if key not in now],
        }


class Studio:
    """Makes snapshots of a map that changes, and does again only what has to be done again.

    Args:
        selection: which part of the map is shown.
        style: how works are cited: the name of a style, or what its file holds.
    """

    def __init__(self, selection: Selection | None = None, style: str | bytes = DEFAULT_STYLE) -> None:
        self._selection = selection or Selection()
        self._style = style
        self._boxes = LooseBoxes()
        self._works: tuple[ArgumentMap, Bibliography] | None = None
        self._lines: dict[_Kinds, ExampleLines] = {}

    def snapshot(self, loaded: Loaded) -> Snapshot:
        """Draw a map as a page shows it.

        Args:
            loaded: the map, without errors.

        Raises:
            NoMatchError: a name in the selection means nothing in this map.
            NothingToDrawError: nothing is left to draw.
            EngineError: Graphviz is missing, or cannot draw.
        """
        found = loaded.map
        standings = Standings.of(found)
        standing = standings.all if self._selection.include_inferred else standings.stated
        diagram = diagram_of(found, self._selection, standing=standing)
        if not diagram.boxes:
            raise NothingToDrawError(
                "no statement fits the selection" if found.statements else "the map holds no statements"
            )
        cards = cards_of(without_signs(_without_tooltips(diagram)), DotStyle())
        boxes = self._boxes.of(diagram, cards)
        lines = self._examples(found, diagram)
        paints = paints_of(boxes.values()) | lines.paints
        parts = parts_of(found, diagram, standings, paints, self._bibliography(found))
        return Snapshot(
            version_of(loaded),
            loaded,
            diagram,
            cards,
            boxes,
            legend(diagram, lines.strokes, parts.voices) if diagram.lines else Markup(),
            parts,
        )

    def _bibliography(self, found: ArgumentMap) -> Bibliography:
        """Give the works of a map: those of before, where nothing that they are cited by has changed."""
        if self._works is not None:
            before, works = self._works
            if (before.sources, before.people, before.info) == (found.sources, found.people, found.info):
                return works
        works = Bibliography(found, self._style)
        self._works = found, works
        return works

    def _examples(self, found: ArgumentMap, diagram: Diagram) -> ExampleLines:
        """Draw a line of each kind, where that was not done before."""
        kinds = tuple((line.relation.value, line.inferred) for line in examples(diagram))
        if kinds not in self._lines:
            self._lines[kinds] = example_lines(found, diagram)
        return self._lines[kinds]


def _sources(*, editing: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not editing:
        return LIVE_MODULES, LIVE_STYLES
    return (*LIVE_MODULES, *EDITING_MODULES), (*LIVE_STYLES, *EDITING_STYLES)


def version_of(loaded: Loaded) -> str:
    """Name the state of a map's files; files that hold the same have the same name."""
    digest = blake2b(digest_size=_DIGEST)
    for name, file in sorted(loaded.places.files.items()):
        for text in (name, file.original):
            data = text.encode(errors="surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _without_tooltips(diagram: Diagram) -> Diagram:
    """Leave out what pages do not show: it names targets, and would change with their titles."""
    return replace(diagram, boxes=tuple(replace(box, tooltip="") for box in diagram.boxes))


def _statements(snapshot: Snapshot) -> dict[str, Json]:
    found = snapshot.parts.data["statements"]
    assert isinstance(found, list)  # noqa: S101 — for the type checker
    return {one["id"]: one for one in found}
