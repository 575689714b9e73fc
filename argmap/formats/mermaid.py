"""Mermaid flowcharts, which GitHub draws.

https://mermaid.js.org/syntax/flowchart.html
"""

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, ExportError
from argmap.formats.diagrams import diagram_losses
from argmap.queries.select import Selection
from argmap.render.maps import diagram_of
from argmap.render.mermaid import MermaidLimitError, to_mermaid


def write(argument_map: ArgumentMap) -> Exported:
    """Write the whole map as a flowchart, inferred conflicts included.

    Raises:
        ExportError: the map is larger than what Mermaid draws.
    """
    try:
        text = to_mermaid(diagram_of(argument_map, Selection(include_inferred=True)))
    except MermaidLimitError as error:
        raise ExportError(f"{error}; `--focus NAME` writes a part of it") from None
    return Exported(text, diagram_losses(argument_map, "Mermaid"))
