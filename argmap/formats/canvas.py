"""JSON Canvas 1.0, which Obsidian opens: text cards, laid out, and arrows between them.

https://jsoncanvas.org/spec/1.0/
"""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.json_text import write_json
from argmap.formats.layers import layers
from argmap.formats.markdown_text import escape_all
from argmap.formats.network import edges, network_losses, nodes

_WIDTH: Final = 320
_GAP: Final = 80
_LETTERS: Final = 36
_LINE: Final = 26
_PADDING: Final = 40
_LEAST: Final = 100
_COLORS: Final = {"claim": "5", "rebuttal": "1", "inference": "4"}
"""The specification's presets: cyan, red and green."""


def write(argument_map: ArgumentMap) -> Exported:
    """Write a card for each node and an arrow for each edge; places are whole numbers of pixels."""
    cards, arrows = list(nodes(argument_map)), list(edges(argument_map))
    places = layers([card["id"] for card in cards], [(arrow["source"], arrow["target"]) for arrow in arrows])
    texts = {card["id"]: _markdown(card) for card in cards}
    heights = {name: _height(text) for name, text in texts.items()}
    tops = _tops(places, heights)
    corners = {name: (column * (_WIDTH + _GAP), tops[row]) for name, (column, row) in places.items()}
    document = {
        "nodes": [
            _card(card, texts[card["id"]], *corners[card["id"]], heights[card["id"]]) for card in cards
        ],
        "edges": [_arrow(number, arrow) for number, arrow in enumerate(arrows, 1)],
    }
    return Exported(write_json(document), network_losses(argument_map, "JSON Canvas"))


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


def _height(text: str) -> int:
    """Give a card room for its lines."""
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    return max(_LEAST, _PADDING + lines * _LINE)


def _markdown(node: dict[str, str]) -> str:
    """Say what a node says, so that no sign of a text counts as Markdown."""
    if node["type"] == "inference":
        return f"*{_one_line(node['label'])}*"
    has_title = node["label"] != node["text"]
    author, title = (f"**{_one_line(text)}**" if text else "" for text in (node["author"], node["label"]))
    cited = ", ".join(part for part in (node["source"], node["locator"]) if part)
    lines = (author, title if has_title else "", escape_all(node["text"]), escape_all(cited))
    return "\n\n".join(line for line in lines if line)


def _one_line(text: str) -> str:
    return escape_all(" ".join(text.split()))


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
