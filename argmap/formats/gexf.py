"""GEXF 1.2, written by NetworkX, for Gephi.

https://gexf.net/schema.html
"""

from xml.etree.ElementTree import tostring

from networkx.readwrite.gexf import GEXFWriter

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.network import network, network_losses


def write(argument_map: ArgumentMap) -> Exported:
    """Write the map as a network whose attributes are text; it carries no date, so that it stays the same."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network(argument_map))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.indent(writer.xml)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(writer.xml, encoding="unicode")
    return Exported(text + "\n", network_losses(argument_map, "GEXF"))
