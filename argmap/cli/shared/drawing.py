"""Drawing a map for ``argmap render``: what goes wrong with it, and what is said while it lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

from argmap.argument_map import ArgumentMap
from argmap.cli.shared.context import FINDINGS, UNUSABLE, no_match
from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import say
from argmap.cli.shared.time_limit import TimeIsUpError
from argmap.cli.shared.weighing import too_many, weighing_progress
from argmap.queries.select import NoMatchError
from argmap.render.engine import EngineError, EngineTimeoutError
from argmap.render.mermaid import MermaidLimitError
from argmap.render.options import RenderOptions
from argmap.render.picture import PictureError
from argmap.render.service import NothingToDrawError, Watcher, render
from argmap.render.svg.markup import MarkupError

if TYPE_CHECKING:
    from argmap.render.views import View
    from argmap.semantics.reading import Reading

_SOME, _MANY = 300, 1_500
_SMALLER: Final = "--focus, --by or --tag draws a part"
_QUICKER: Final = f"{_SMALLER}, --svg --view flow quickly all that is disputed"


def draw(argument_map: ArgumentMap, options: RenderOptions) -> list[bytes]:
    """Draw a map; leave with 1 where there is nothing to draw, with 2 where it cannot be drawn.

    Args:
        argument_map: the map.
        options: how.

    Returns:
        The content of the file, or of one for each sheet of paper.

    Raises:
        TimeIsUpError: Graphviz did not finish in time.
    """
    try:
        picture = render(argument_map, options, _Watcher())
    except NoMatchError as error:
        no_match(error.name, error.suggestions)
    except NothingToDrawError as error:
        say(f"nothing to draw: {error}")
        raise SystemExit(FINDINGS) from error
    except MermaidLimitError as error:
        _fail(f"{error}; draw a part of it with --focus, --by, --tag or --source, or all of it with --svg")
    except EngineTimeoutError as error:
        raise TimeIsUpError from error
    except (EngineError, PictureError, MarkupError) as error:
        _fail(str(error))
    for warning in picture.warnings:
        say(warning)
    return [picture.data, *picture.others]


def out_of_time(seconds: float, view: "View") -> NoReturn:
    """Leave with 2 because a view took too long, naming what is quicker."""
    quicker = _SMALLER if view == "flow" else _QUICKER
    _fail(f"not drawn within {seconds:g} s: {quicker}, and --timeout allows more")


class _Watcher(Watcher):
    @contextmanager
    def weighing(self, reading: "Reading", semantics: str) -> Iterator[None]:
        from argmap.semantics.reasoning import TooManyExtensionsError

        try:
            with weighing_progress(reading, semantics):
                yield
        except TooManyExtensionsError as error:
            too_many(f"{error} of one part of the map", "--semantics grounded, ideal and eager have only one")

    @contextmanager
    def drawing(self, boxes: int, *, of_statements: bool) -> Iterator[None]:
        if of_statements and boxes > _MANY:
            say(f"{boxes:,} statements take a while; {_QUICKER}")
        with show_progress(f"drawing {boxes:,} boxes", long=boxes > _SOME):
            yield


def _fail(message: str) -> NoReturn:
    say(message)
    raise SystemExit(UNUSABLE)
