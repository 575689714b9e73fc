"""A diagram in the DOT language of Graphviz."""

from argmap.render.dot.document import to_dot
from argmap.render.dot.style import DIRECTIONS, Direction, DotStyle

__all__ = ["DIRECTIONS", "Direction", "DotStyle", "to_dot"]
