"""The views of a map: what each of them shows of a selection; each is imported when it is asked for."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram
from argmap.render.maps import diagram_of

if TYPE_CHECKING:
    from argmap.render.flow import Flow
    from argmap.render.overview import Overview
    from argmap.render.people import People

View = Literal["map", "dialogue", "people", "flow", "overview"]

VIEWS: Final[tuple[View, ...]] = get_args(View)
"""The full map; what is disputed; who challenges whom; the debate as columns of speeches or speakers;
the theses and what bears on them."""

Shown: TypeAlias = "Diagram | People | Flow | Overview"
"""What a view shows: a `Diagram` for the map and the dialogue."""


def view_of(amap: ArgumentMap, view: View = "map", selection: Selection | None = None) -> Shown:
    """Draw up what a view shows of a map.

    Args:
        amap: the map.
        view: which view.
        selection: which part of the map; by default all but what the editor infers, of which only the
            context of stated rebuttals is shown.

    Returns:
        What is to be drawn, by `argmap.render.dot.shown_to_dot`.

    Raises:
        NoMatchError: a name in the selection means nothing in this map.
    """
    chosen = selection or Selection()
    diagram = diagram_of(amap, chosen, only_disputed=view == "dialogue")
    if view == "people":
        from argmap.render.people import people_of

        return people_of(amap, diagram)
    if view == "overview":
        from argmap.render.overview import overview_of

        return overview_of(amap, diagram)
    if view == "flow":
        from argmap.render.flow import flow_of

        return flow_of(amap, diagram)
    return diagram


def diagram_in(shown: Shown) -> Diagram:
    """Return the statements behind what is shown, with its title and description."""
    return shown if isinstance(shown, Diagram) else shown.diagram


def with_diagram(shown: Shown, diagram: Diagram) -> Shown:
    """Show another diagram of the same statements in the same way."""
    return diagram if isinstance(shown, Diagram) else replace(shown, diagram=diagram)
