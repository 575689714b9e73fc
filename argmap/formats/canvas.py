"""JSON Canvas 1.0, which Obsidian opens: text cards, laid out, and arrows between them.

https://jsoncanvas.org/spec/1.0/
"""

from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.json_text import write_json
from argmap.formats.layers import layers
from argmap.formats.network import edges, network_losses, nodes

_WIDTH: Final = 320
_HEIGHT: Final = 200
_GAP: Final = 80
_COLORS: Final = {"claim": "5", "rebuttal": "1", "inference": "4"}
"""The specification's presets: cyan, red and green."""


def write(argument_map: ArgumentMap) -> Exported:
    """Write a card for each node and an arrow for each edge; places are whole numbers of pixels."""
    cards, arrows = list(nodes(argument_map)), list(edges(argument_map))
    places = layers([card["id"] for card in cards], [(arrow["source"], arrow["target"]) for arrow in arrows])
    document = {
        "nodes": [_card(card, *places[card["id"]]) for card in cards],
        "edges": [_arrow(number, arrow) for number, arrow in enumerate(arrows, 1)],
    }
    return Exported(write_json(document), network_losses(argument_map, "JSON Canvas"))


def _card(node: dict[str, str], column: int, row: int) -> dict[str, Any]:
    is_step = node["type"] == "inference"
    height = _HEIGHT // 2 if is_step else _HEIGHT
    return {
        "id": node["id"],
        "type": "text",
        "text": _markdown(node),
        "x": column * (_WIDTH + _GAP),
        "y": row * (_HEIGHT + _GAP),
        "width": _WIDTH,
        "height": height,
        "color": _COLORS[node["type"]],
    }


def _markdown(node: dict[str, str]) -> str:
    if node["type"] == "inference":
        return f"*{node['label']}*"
    cited = ", ".join(part for part in (node["source"], node["locator"]) if part)
    lines = (f"**{node['author']}**" if node["author"] else "", f"**{node['label']}**", node["text"], cited)
    return "\n\n".join(line for line in dict.fromkeys(lines) if line)


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
