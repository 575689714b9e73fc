"""From a selection to the content of a file, for ``argmap render``."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn

from argmap.argument_map import ArgumentMap
from argmap.cli.shared.context import FINDINGS, UNUSABLE, no_match
from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import say
from argmap.cli.shared.time_limit import TimeIsUpError
from argmap.render.theme import DEFAULT

if TYPE_CHECKING:
    from argmap.queries.select import Selection
    from argmap.render.draw import Drawing, Format
    from argmap.render.views import Shown, View

Options = Mapping[str, Any]
"""The options of the command that say how to draw, by name; None where not given.

One more, `left`, tells how many seconds there are left to do so.
"""

_SOME, _MANY = 300, 1_500
_SMALLER: Final = "--focus, --by or --tag draws a part"
_QUICKER: Final = f"{_SMALLER}, --svg --view flow quickly all that is disputed"


def select_diagram(argument_map: ArgumentMap, selection: "Selection", view: "View" = "map") -> "Shown":
    """Draw up what to draw; leave with 1 where that is nothing.

    Args:
        argument_map: the map.
        selection: which part of it.
        view: what to show of that.
    """
    from argmap.queries.select import NoMatchError
    from argmap.render.views import view_of

    try:
        shown = view_of(argument_map, view, selection)
    except NoMatchError as error:
        no_match(error.name, error.suggestions)
    if not shown.boxes:
        what = "no statement fits the selection" if argument_map.statements else "the map holds no statements"
        if view != "map" and argument_map.statements:
            what = f"what is selected leaves nothing for the view `{view}`"
        say(f"nothing to draw: {what}")
        raise SystemExit(FINDINGS)
    return shown


def mark_statuses(
    argument_map: ArgumentMap, shown: "Shown", semantics: str, *, include_inferred: bool
) -> "Shown":
    """Mark each box of a diagram as in, out or undecided.

    Args:
        argument_map: the map, all of which is weighed.
        shown: the part of it that is drawn.
        semantics: the name of a semantics.
        include_inferred: whether what only the editor supplied takes part.
    """
    from argmap.cli.shared.weighing import Weighing, weigh
    from argmap.render.overlay import with_statuses
    from argmap.render.views import diagram_in, with_diagram

    weighing = Weighing(semantics, "skeptical", (), ())
    evaluation = weigh(argument_map, weighing, include_inferred=include_inferred)
    return with_diagram(shown, with_statuses(diagram_in(shown), evaluation.statuses, semantics))


def _mermaid(_: ArgumentMap, shown: "Shown", options: Options) -> list[bytes]:
    from argmap.render.mermaid import MermaidLimitError, to_mermaid
    from argmap.render.views import diagram_in

    try:
        text = to_mermaid(
            diagram_in(shown), options["direction"], options["group_by"], options["theme"] or DEFAULT
        )
    except MermaidLimitError as error:
        _fail(f"{error}; draw a part of it with --focus, --by, --tag or --source, or all of it with --svg")
    return [text.encode()]


def _dot(_: ArgumentMap, shown: "Shown", options: Options) -> list[bytes]:
    return [_dot_text(shown, options).encode()]


def _dot_text(shown: "Shown", options: Options) -> str:
    from argmap.render.dot import DotStyle, shown_to_dot
    from argmap.render.dot.style import ON_PAPER

    style = DotStyle(
        direction=options["direction"],
        text=options["text"],
        group_by=options["group_by"],
        engine=options["layout"] or "dot",
        background="transparent" if options["transparent"] else "",
        theme=options["theme"] or DEFAULT,
        heading=ON_PAPER if options["page"] else None,
    )
    return shown_to_dot(shown, style)


def _picture(wanted: "Format", argument_map: ArgumentMap, shown: "Shown", options: Options) -> list[bytes]:
    from argmap.render.draw import draw
    from argmap.render.engine import EngineError, EngineTimeoutError
    from argmap.render.maps import caption_of
    from argmap.render.markup import MarkupError
    from argmap.render.picture import PictureError
    from argmap.render.views import diagram_in

    if shown is diagram_in(shown) and len(shown.boxes) > _MANY:
        _warn(f"{len(shown.boxes):,} statements take a while; {_QUICKER}")
    caption = caption_of(argument_map, diagram_in(shown))
    try:
        with show_progress(f"drawing {len(shown.boxes):,} boxes", long=len(shown.boxes) > _SOME):
            dot = _dot_text(shown, options)
            picture = draw(dot, wanted, caption, _drawing(options))
    except EngineTimeoutError as error:
        raise TimeIsUpError from error
    except (EngineError, PictureError, MarkupError) as error:
        _fail(str(error))
    for warning in picture.warnings:
        _warn(warning)
    return [picture.data, *picture.others]


def _page(argument_map: ArgumentMap, shown: "Shown", options: Options) -> list[bytes]:
    from argmap.render.html import html
    from argmap.render.views import diagram_in

    (picture,) = _picture("svg", argument_map, shown, options)
    page = html(argument_map, diagram_in(shown), picture.decode(), works=options["works"])
    return [page.encode()]


def _drawing(options: Options) -> "Drawing":
    from argmap.render.draw import Drawing

    given = {
        "engine": options["layout"],
        "program": options["engine"],
        "timeout": options["left"](),
        "scale": options["scale"],
        "page": options["page"],
    }
    return Drawing(**{name: value for name, value in given.items() if value is not None})


def out_of_time(seconds: float, view: "View") -> NoReturn:
    """Leave with 2 because a view took too long, naming what is quicker."""
    quicker = _SMALLER if view == "flow" else _QUICKER
    _fail(f"not drawn within {seconds:g} s: {quicker}, and --timeout allows more")


def _warn(message: str) -> None:
    say(f"{message}")


def _fail(message: str) -> NoReturn:
    _warn(message)
    raise SystemExit(UNUSABLE)


DRAW: Final[Mapping[str, Callable[[ArgumentMap, "Shown", Options], list[bytes]]]] = {
    "svg": partial(_picture, "svg"),
    "png": partial(_picture, "png"),
    "pdf": partial(_picture, "pdf"),
    "html": _page,
    "tikz": partial(_picture, "tikz"),
    "dot": _dot,
    "mermaid": _mermaid,
}
"""Format -> what makes the content of its file, or of one for each sheet of paper."""
