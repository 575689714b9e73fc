"""A diagram in the DOT language of Graphviz."""

from argmap.render.dot.document import to_dot, to_plan, to_plans
from argmap.render.dot.plan import Plan
from argmap.render.dot.shown import shown_to_dot, shown_to_plan
from argmap.render.dot.style import DIRECTIONS, Direction, DotStyle

__all__ = [
    "DIRECTIONS",
    "Direction",
    "DotStyle",
    "Plan",
    "shown_to_dot",
    "shown_to_plan",
    "to_dot",
    "to_plan",
    "to_plans",
]
