"""How a map and a selection show themselves in a notebook: as a picture, and in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from argmap.api.fitting import fitting
from argmap.api.stats import stats
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.engine import EngineError
from argmap.render.options import RenderOptions
from argmap.render.picture import PictureError
from argmap.render.service import NothingToDrawError
from argmap.render.service import render as draw
from argmap.render.svg.markup import MarkupError

if TYPE_CHECKING:
    from argmap.api.statements import Statements
    from argmap.render.views import View

_PATIENCE: Final = 10
"""Seconds that a picture may take of which nobody said that it is wanted."""
_READABLE: Final = 25
"""So many boxes can be read in a notebook; a larger map shows its overview, a larger selection its list."""


def bundle_of_map(argument_map: ArgumentMap) -> Mapping[str, object]:
    """Show a map: the whole of a small one, of others the overview, and what it holds in numbers."""
    view: View = "map" if len(argument_map.statements) <= _READABLE else "overview"
    return _with_picture(argument_map, view, str(stats(argument_map)))


def bundle_of_selection(selection: "Statements") -> Mapping[str, object]:
    """Show a selection: the picture of a small one, and a line for each statement."""
    words = str(selection)
    if not selection.can_be_drawn or not 0 < len(selection) <= _READABLE:
        return {"text/plain": words}
    return _with_picture(selection.map, "map", words, selection.selection)


def _with_picture(
    argument_map: ArgumentMap, view: "View", words: str, selection: Selection | None = None
) -> Mapping[str, object]:
    """Draw a map; where that cannot be done, words must do."""
    try:
        picture = draw(argument_map, RenderOptions(view=view, selection=selection, timeout=_PATIENCE))
    except (NothingToDrawError, EngineError, PictureError, MarkupError):
        return {"text/plain": words}
    return {"image/svg+xml": fitting(picture.data), "text/plain": words}
