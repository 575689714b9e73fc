"""JSON Canvas 1.0, which Obsidian opens: text cards, laid out, and arrows between them.

https://jsoncanvas.org/spec/1.0/
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.json_text import write_json
from argmap.formats.layers import layers
from argmap.formats.markdown_text import begin, escape_for_obsidian
from argmap.formats.network import KEPT, edges, network_losses, nodes
from argmap.render.fonts import wrap
from argmap.text.paragraphs import fold, lines_of_paragraphs

_WIDTH: Final = 320
_GAP: Final = 80
_MARGIN: Final = 24
"""Pixels that Obsidian leaves at each side of a card's text."""

_FONT: Final = 16.0
_LINE: Final = 24
_BETWEEN: Final = 16
"""Pixels of Obsidian's letters, lines and gaps between paragraphs."""

_STRETCH: Final = 1.1
"""How much wider than the bundled font the one of a reader may be."""

_LEAST: Final = 100
_SHOWN: Final = replace(KEPT, info=(), people=("name",))
"""What the cards say of a network's nodes."""

_INFERRED: Final = "Inferred by the editor"
_REMARKS: Final = {"warrant": "Warrant", "tags": "Tags", "note": "Note"}
_BOLD: Final = "**"
_ITALIC: Final = "*"
_COLORS: Final = {"claim": "5", "rebuttal": "1", "inference": "4"}
"""The specification's presets: cyan, red and green."""


def write(argument_map: ArgumentMap) -> Exported:
    """Write a card for each node and an arrow for each edge; places are whole numbers of pixels."""
    cards, arrows = list(nodes(argument_map)), list(edges(argument_map))
    places = layers([card["id"] for card in cards], [(arrow["source"], arrow["target"]) for arrow in arrows])
    said = {card["id"]: _said(card) for card in cards}
    texts = {name: "\n\n".join(part.markdown for part in parts) for name, parts in said.items()}
    heights = {name: _height(parts) for name, parts in said.items()}
    tops = _tops(places, heights)
    corners = {name: (column * (_WIDTH + _GAP), tops[row]) for name, (column, row) in places.items()}
    document = {
        "nodes": [
            _card(card, texts[card["id"]], *corners[card["id"]], heights[card["id"]]) for card in cards
        ],
        "edges": [_arrow(number, arrow) for number, arrow in enumerate(arrows, 1)],
    }
    return Exported(write_json(document), network_losses(argument_map, "JSON Canvas", _SHOWN))


def _card(node: dict[str, str], text: str, left: int, top: int, height: int) -> dict[str, Any]:
    return {
        "id": node["id"],
        "type": "text",
        "text": text,
        "x": left,
        "y": top,
        "width": _WIDTH,
        "height": height,
        "color": _COLORS[node["type"]],
    }


def _tops(places: Mapping[str, tuple[int, int]], heights: Mapping[str, int]) -> dict[int, int]:
    """Give each row its place below the highest card of the row above."""
    rows: dict[int, int] = {}
    for name, (_, row) in places.items():
        rows[row] = max(rows.get(row, 0), heights[name])
    above = [0, *accumulate(rows[row] + _GAP for row in sorted(rows))]
    return dict(zip(sorted(rows), above, strict=False))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a card.

    Args:
        lines: its words; Obsidian shows a line break as one.
        sign: what stands before and after it.
    """

    lines: tuple[str, ...]
    sign: str = ""

    @property
    def markdown(self) -> str:
        """The paragraph, in which no sign of the text counts as Markdown."""
        lines = map(escape_for_obsidian, self.lines)
        return "\n".join(f"{self.sign}{line}{self.sign}" if self.sign else begin(line) for line in lines)

    @property
    def height(self) -> int:
        """Pixels that it takes."""
        room, bold = (_WIDTH - 2 * _MARGIN) / _STRETCH, self.sign == _BOLD
        return _LINE * sum(len(wrap(line, room, _FONT, bold=bold)) for line in self.lines)


def _height(said: Sequence[_Paragraph]) -> int:
    """Give a card room for its paragraphs."""
    return max(_LEAST, 2 * _MARGIN + sum(part.height for part in said) + _BETWEEN * (len(said) - 1))


def _said(node: dict[str, str]) -> list[_Paragraph]:
    """Say what a node says: the text once, also where it is its own title."""
    if node["type"] == "inference":
        heads = [_Paragraph((fold(node["label"]),), _ITALIC)]
    else:
        title = node["label"] if node["label"] != node["text"] else ""
        heads = [_Paragraph((text,), _BOLD) for text in map(fold, (node["author"], title)) if text]
    cited = ", ".join(part for part in (node["source"], node["locator"]) if part)
    quote = f"“{node['quote']}”" if node["quote"] else ""
    remarks = [f"{word}: {node[field]}" for field, word in _REMARKS.items() if node[field]]
    inferred = [_INFERRED] if node["basis"] == "inferred" else []
    said = (*inferred, node["text"], quote, cited, *remarks)
    return [*heads, *(_Paragraph(lines) for text in said for lines in lines_of_paragraphs(text))]


def _arrow(number: int, edge: dict[str, str]) -> dict[str, str]:
    is_attack = edge["kind"] not in {"premise", "conclusion"}
    label = {"label": edge["kind"]} if is_attack else {}
    return {
        "id": f"edge-{number}",
        "fromNode": edge["source"],
        "fromSide": "top",
        "toNode": edge["target"],
        "toSide": "bottom",
        **label,
        "color": _COLORS["rebuttal" if is_attack else "inference"],
    }
