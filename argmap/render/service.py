"""From a map to the content of a picture's file, in one step: nothing is read from files, nothing printed."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram, without_signs
from argmap.render.dot import DotStyle, Plan, shown_to_dot, shown_to_plan, to_plans
from argmap.render.dot.style import ON_PAPER
from argmap.render.engine import TIMEOUT
from argmap.render.length import LINE, Length
from argmap.render.maps import caption_of
from argmap.render.options import RenderOptions, refuse_meaningless, with_defaults
from argmap.render.picture import Picture
from argmap.render.room import Room, room_for
from argmap.render.theme import DEFAULT
from argmap.render.views import Shown, diagram_in, view_of, with_diagram

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.render.draw import Drawing
    from argmap.render.html.sheet import Sheet
    from argmap.render.svg.finish import Caption
    from argmap.semantics.reading import Reading

_LEAST: Final = 0.001
_OF_LAYOUT: Final = ("group_by", "direction", "layout")
"""The options that say where Graphviz puts boxes."""


class NothingToDrawError(Exception):
    """What is selected leaves nothing to draw; the message says why."""


class Watcher:
    """Is told what takes long; this one keeps it to itself."""

    def weighing(self, reading: "Reading", semantics: str) -> AbstractContextManager[None]:  # noqa: ARG002 — for those that tell it
        """Return what surrounds the weighing of a map.

        Args:
            reading: what is weighed.
            semantics: under which.
        """
        return nullcontext()

    def drawing(self, boxes: int, *, of_statements: bool) -> AbstractContextManager[None]:  # noqa: ARG002 — for those that tell it
        """Return what surrounds the drawing.

        Args:
            boxes: how many there are.
            of_statements: whether Graphviz has to find a place for each statement.
        """
        return nullcontext()


def render(
    argument_map: ArgumentMap, options: RenderOptions | None = None, watcher: Watcher | None = None
) -> Picture:
    """Render a map, or a part of it.

    Args:
        argument_map: the map.
        options: how; by default all of it as SVG.
        watcher: is told what takes long.

    Returns:
        The content of the file, what to warn of, and the content of further files where an SVG or PNG needs
        several sheets of paper. The same arguments give the same bytes.

    Raises:
        MeaninglessOptionError: an option means nothing for the format or the view.
        NoMatchError: a name in the selection means nothing in this map.
        NothingToDrawError: nothing is left to draw.
        TooManyExtensionsError: statuses were asked for, and the map has too many extensions.
        MermaidLimitError: Mermaid would not draw so much.
        EngineTimeoutError: Graphviz did not finish in time.
        EngineError: Graphviz is missing, or cannot draw the graph.
        PictureError: the picture would be too large, or cannot be drawn on paper here.
        MarkupError: what Graphviz wrote is not XML.
    """
    given = options or RenderOptions()
    refuse_meaningless(given.format, given.view, given.given())
    return _Rendering(argument_map, given, watcher or Watcher()).picture()


class _Rendering:
    def __init__(self, argument_map: ArgumentMap, given: RenderOptions, watcher: Watcher) -> None:
        self._map = argument_map
        self._given = given
        self._options = options = with_defaults(given)
        self._watcher = watcher
        self._selection = options.selection or Selection()
        self._ends = monotonic() + (TIMEOUT if options.timeout is None else options.timeout)

    def picture(self) -> Picture:
        shown = self._marked(self._shown())
        output = self._options.format
        if output == "mermaid":
            return Picture(self._mermaid(shown).encode())
        if output == "dot":
            return Picture(shown_to_dot(*self._styled(shown)).encode())
        return self._page(shown) if output == "html" else self._drawn(shown, output)

    def _shown(self) -> Shown:
        view = self._options.view
        shown = view_of(self._map, view, self._selection)
        if shown.boxes:
            return shown
        if not self._map.statements:
            raise NothingToDrawError("the map holds no statements")
        left_out = not self._selection.include_inferred and self._selection.is_everything
        if left_out and all(one.basis is Basis.INFERRED for one in self._map.statements.values()):
            raise NothingToDrawError("all statements are inferred by the editor; `include-inferred` is off")
        if view == "map":
            raise NothingToDrawError("no statement fits the selection")
        raise NothingToDrawError(f"what is selected leaves nothing for the view `{view}`")

    def _marked(self, shown: Shown) -> Shown:
        """Mark each box as in, out or undecided, where that is wanted; all of the map is weighed."""
        if self._options.both:
            from argmap.render.change_overlay import with_changes

            shown = with_diagram(shown, with_changes(diagram_in(shown), self._options.both))
        semantics = self._options.status
        if not semantics:
            return shown
        from argmap.render.overlay import with_statuses
        from argmap.semantics.acceptance import Acceptance
        from argmap.semantics.participants import Terms
        from argmap.semantics.reading import read
        from argmap.semantics.status import SEMANTICS, evaluate

        reading = read(self._map, Terms(include_inferred=self._selection.include_inferred))
        with self._watcher.weighing(reading, semantics):
            statuses = evaluate(reading, SEMANTICS[semantics], Acceptance("skeptical")).statuses
        return with_diagram(shown, with_statuses(diagram_in(shown), statuses, semantics))

    def _mermaid(self, shown: Shown) -> str:
        from argmap.render.mermaid import to_mermaid

        options = self._options
        theme = options.theme or DEFAULT
        return to_mermaid(diagram_in(shown), options.direction, options.group_by, theme)

    def _styled(self, shown: Shown) -> tuple[Shown, DotStyle]:
        options = self._options
        style = DotStyle(
            direction=options.direction,
            text=options.text,
            group_by=options.group_by,
            colour_by=options.colour_by or "person",
            legend=not options.no_legend,
            engine=options.layout or "dot",
            background="transparent" if options.transparent else "",
            theme=options.theme or DEFAULT,
            heading=ON_PAPER if options.page else None,
            room=self._room(),
        )
        if options.no_title:
            shown = with_diagram(shown, replace(diagram_in(shown), title="", description=""))
        return shown, style

    def _room(self) -> Room:
        """Return what the layout is to fill: a screen, unless the options say otherwise."""
        options = self._options
        if options.page and (options.one_page or options.orientation):
            from argmap.render.paper.papers import PAPERS

            return PAPERS[options.page].turned(options.orientation).to_fill(one_page=options.one_page)
        width = self._width()
        return room_for(options.orientation, width.points if width else None, is_open=bool(options.width))

    def _width(self) -> Length | None:
        """Return how broad the picture has to be; what LaTeX sets stands in a line."""
        return self._options.width or (LINE if self._options.format == "tikz" else None)

    def _page(self, shown: Shown) -> Picture:
        from argmap.render.change_overlay import with_notes
        from argmap.render.html import html

        sheet, warnings = self._sheet(shown)
        both = self._options.both
        told = with_notes(both) if both else self._map
        page = html(told, diagram_in(shown), sheet, works=self._options.works, both=both)
        return Picture(page.encode(), warnings)

    def _sheet(self, shown: Shown) -> "tuple[Element | Sheet, tuple[str, ...]]":
        """Draw the picture of a page, or for a large map its boxes alone; with what to warn of."""
        from argmap.render.dot.document import cards_of
        from argmap.render.draw import laid_out
        from argmap.render.html.sheet import DRAWN_AT_MOST, loose_sheet

        plain, style = self._styled(with_diagram(shown, without_signs(diagram_in(shown))))
        if len(shown.boxes) <= DRAWN_AT_MOST:
            with self._watched(shown):
                plan = _plan(plain, style, "svg")
                return laid_out(plan.dot, self._caption(shown), self._drawing(), plan.parts)
        with self._watcher.drawing(len(shown.boxes), of_statements=False):
            cards = cards_of(diagram_in(plain), style)
            sheet = loose_sheet(self._map, diagram_in(shown), cards, self._drawing())
        asked = [name for name in _OF_LAYOUT if name in self._given.given()]
        return sheet, tuple(
            f"`{name}` changes nothing: the page of more than {DRAWN_AT_MOST:,} statements lays itself out"
            for name in asked
        )

    def _drawn(self, shown: Shown, output: Literal["svg", "png", "pdf", "tikz"]) -> Picture:
        from argmap.render.draw import draw

        with self._watched(shown):
            plan = self._fitted(*self._styled(shown), output)
            return draw(plan.dot, output, self._caption(shown), self._drawing(), plan.parts)

    def _fitted(self, shown: Shown, style: DotStyle, output: str) -> Plan:
        """Choose the plan that fits its room best, where there is one to fill."""
        if not (isinstance(shown, Diagram) and style.room.is_measured and _is_ours(output)):
            return _plan(shown, style, output)
        from argmap.render.engine import lay_out
        from argmap.render.fitting import best_fitting

        def drawn(dot: str) -> bytes:
            how = self._drawing()
            return lay_out(dot, engine=how.engine, program=how.program, timeout=how.timeout).output

        return best_fitting(to_plans(shown, style), style.room, drawn)

    def _watched(self, shown: Shown) -> AbstractContextManager[None]:
        return self._watcher.drawing(len(shown.boxes), of_statements=isinstance(shown, Diagram))

    def _caption(self, shown: Shown) -> "Caption":
        return caption_of(self._map, diagram_in(shown))

    def _drawing(self) -> "Drawing":
        from argmap.render.draw import Drawing

        options = self._options
        return Drawing(
            engine=options.layout or "dot",
            program=options.engine or "auto",
            timeout=max(_LEAST, self._ends - monotonic()),
            scale=options.scale,
            page=options.page,
            one_page=options.one_page,
            orientation=options.orientation,
            width=self._width(),
            at_most=options.width is None,
        )


def _is_ours(output: str) -> bool:
    """Tell whether Graphviz only lays out, and need not know what the boxes hold."""
    from argmap.render.png import is_possible

    return output != "png" or is_possible()


def _plan(shown: Shown, style: DotStyle, output: str) -> Plan:
    if not _is_ours(output):
        return Plan(shown_to_dot(shown, style))
    return shown_to_plan(shown, style)
