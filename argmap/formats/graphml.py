"""GraphML, written by NetworkX, for yEd, Cytoscape, Gephi and igraph.

http://graphml.graphdrawing.org/specification.html
"""

from networkx import generate_graphml

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.network import network, network_losses


def write(argument_map: ArgumentMap) -> Exported:
    """Write the map as a network whose attributes are text."""
    lines = generate_graphml(network(argument_map), prettyprint=True)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"
    return Exported(text, network_losses(argument_map, "GraphML"))
