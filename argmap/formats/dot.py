"""DOT, the language of Graphviz.

https://graphviz.org/doc/info/lang.html
"""

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.diagrams import diagram_losses
from argmap.queries.select import Selection
from argmap.render.dot import DotStyle, to_dot
from argmap.render.maps import diagram_of


def write(argument_map: ArgumentMap) -> Exported:
    """Write the whole map as a diagram, inferred conflicts included."""
    text = to_dot(diagram_of(argument_map, Selection(include_inferred=True)), DotStyle())
    return Exported(text, diagram_losses(argument_map, "DOT"))
