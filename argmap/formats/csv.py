"""Two tables, nodes and edges, with the column names that Gephi looks for.

https://docs.gephi.org/desktop/User_Manual/Import/CSV_Format/
"""

from dataclasses import replace

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.csv_cells import table
from argmap.formats.network import EDGE_FIELDS, KEPT, NODE_FIELDS, edges, network_losses, nodes


def write(argument_map: ArgumentMap) -> Exported:
    """Write the nodes and the edges; on standard output the edges follow the nodes after a blank line."""
    node_table = table(_named(NODE_FIELDS), (list(node.values()) for node in nodes(argument_map)))
    rows = ([*edge.values(), "Directed"] for edge in edges(argument_map))
    edge_table = table([*_named(EDGE_FIELDS), "Type"], rows)
    return Exported(
        node_table + "\r\n" + edge_table.removeprefix("\ufeff"),
        network_losses(argument_map, "CSV", replace(KEPT, info=())),
        parts=(("nodes", node_table), ("edges", edge_table)),
    )


def _named(fields: tuple[str, ...]) -> list[str]:
    """Spell the columns as Gephi does: ``Id``, ``Label``, ``Source``, ``Target``."""
    special = {"id": "Id", "label": "Label", "target": "Target"}
    source = "Source" if "target" in fields else "source"
    return [source if field == "source" else special.get(field, field) for field in fields]
