"""Any view of a map in the DOT language; what a view needs is imported only for those that need it."""

from argmap.render.diagram import Diagram
from argmap.render.dot.document import to_dot, to_plan
from argmap.render.dot.plan import Plan
from argmap.render.dot.style import DotStyle
from argmap.render.views import Shown


def shown_to_dot(shown: Shown, style: DotStyle | None = None) -> str:
    """Write what a view shows as one DOT document, as `to_dot` does a diagram.

    Args:
        shown: what is drawn.
        style: how.
    """
    if isinstance(shown, Diagram):
        return to_dot(shown, style)
    from argmap.render.dot.flow import flow_to_dot
    from argmap.render.dot.overview import overview_to_dot
    from argmap.render.dot.people import people_to_dot
    from argmap.render.flow import Flow
    from argmap.render.people import People

    if isinstance(shown, Flow):
        return flow_to_dot(shown, style)
    return people_to_dot(shown, style) if isinstance(shown, People) else overview_to_dot(shown, style)


def shown_to_plan(shown: Shown, style: DotStyle | None = None) -> Plan:
    """Write what a view shows for Graphviz to lay out, but for what it need not know.

    Args:
        shown: what is drawn.
        style: how.
    """
    if isinstance(shown, Diagram):
        return to_plan(shown, style)
    from argmap.render.dot.flow import flow_to_plan
    from argmap.render.flow import Flow

    return flow_to_plan(shown, style) if isinstance(shown, Flow) else Plan(shown_to_dot(shown, style))
