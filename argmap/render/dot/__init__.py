"""A diagram in the DOT language of Graphviz."""

from argmap.render.dot.document import DIRECTIONS, Direction, DotStyle, to_dot

__all__ = ["DIRECTIONS", "Direction", "DotStyle", "to_dot"]
