"""A diagram in the DOT language of Graphviz."""

from argmap.render.dot.document import to_dot, to_plan
from argmap.render.dot.flow import flow_to_dot
from argmap.render.dot.people import people_to_dot
from argmap.render.dot.plan import Plan
from argmap.render.dot.shown import shown_to_dot, shown_to_plan
from argmap.render.dot.style import DIRECTIONS, Direction, DotStyle

__all__ = [
    "DIRECTIONS",
    "Direction",
    "DotStyle",
    "Plan",
    "flow_to_dot",
    "people_to_dot",
    "shown_to_dot",
    "shown_to_plan",
    "to_dot",
    "to_plan",
]
