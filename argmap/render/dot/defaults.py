"""What holds for every graph, node and edge of a drawing unless it says otherwise."""

from collections.abc import Iterator, Mapping

from argmap.render.dot.escape import attributes, name
from argmap.render.dot.style import DotStyle
from argmap.render.numbers import POINTS_IN_AN_INCH, plain

_FONT = name("Helvetica")


def defaults(label: str, style: DotStyle, graph: Mapping[str, str], edge: Mapping[str, str]) -> Iterator[str]:
    """Write the defaults of a drawing.

    Args:
        label: its heading, as an HTML-like label; may be empty.
        style: how it is to look.
        graph: further attributes of the graph, whose values are DOT already.
        edge: the attributes of lines.
    """
    whole = attributes(
        label=f"<{label}>" if label else "",
        labelloc="t",
        labeljust="l",
        fontname=_FONT,
        bgcolor=name(style.background or style.theme.paper),
        **{"pad": plain(style.spacing.around / POINTS_IN_AN_INCH), **graph},
    )
    yield f"graph {whole}"
    yield "node " + attributes(shape="plain", fontname=_FONT)
    yield "edge " + attributes(fontname=_FONT, **edge)
