"""Cytoscape JSON, as NetworkX and Cytoscape read it.

https://js.cytoscape.org/#notation/elements-json
"""

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.json_text import write_json
from argmap.formats.network import edges, network_losses, nodes


def write(argument_map: ArgumentMap) -> Exported:
    """Write elements with their data; ``value`` and ``name`` are what NetworkX looks for."""
    document = {
        "format_version": "1.0",
        "data": [["name", argument_map.info.title or ""]],
        "directed": True,
        "multigraph": False,
        "elements": {
            "nodes": [
                {"data": _said(node) | {"value": node["id"], "name": node["label"]}}
                for node in nodes(argument_map)
            ],
            "edges": [
                {"data": {"id": f"{edge['source']} {edge['kind']} {edge['target']}"} | edge}
                for edge in edges(argument_map)
            ],
        },
    }
    return Exported(write_json(document), network_losses(argument_map, "Cytoscape JSON"))


def _said(fields: dict[str, str]) -> dict[str, str]:
    return {field: text for field, text in fields.items() if text}
