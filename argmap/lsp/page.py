"""The page of the map as it stands in the editor, for a preview beside it."""

from hashlib import blake2b
from typing import Final, TypedDict

from argmap.lsp.state import State
from argmap.text.plurals import count

PAGE: Final = "argmap/page"
"""A request of this server's own: `{"uri": …, "known": …}`, answered by a `Page`."""


class Page(TypedDict):
    """What the request is answered with.

    Args:
        stamp: stands for the texts that it shows; a client that sends it back as `known` gets no page again.
        title: what the map is called.
        html: what `argmap render --html` writes; None where there is nothing new to show.
        problem: why there is no page, such as the first error of the map; None where there is one.
    """

    stamp: str
    title: str
    html: str | None
    problem: str | None


def page(state: State, known: object = None) -> Page:
    """Draw the page of a map.

    Args:
        state: the map.
        known: the stamp of the page that the client has.
    """
    # What draws is imported when the first preview is wanted, and not when the server starts.
    from argmap.render.engine import EngineError
    from argmap.render.options import RenderOptions
    from argmap.render.picture import PictureError
    from argmap.render.service import NothingToDrawError, render
    from argmap.render.svg.markup import MarkupError

    title = state.map.info.title or ""
    stamp = _stamp(state)
    if known == stamp:
        return Page(stamp=stamp, title=title, html=None, problem=None)
    if errors := state.loaded.errors:
        more = f", and {count(len(errors) - 1, 'more error', 'more errors')}" if len(errors) > 1 else ""
        return Page(stamp=stamp, title=title, html=None, problem=f"{errors[0]}{more}")
    options = RenderOptions(format="html", works=state.works)
    try:
        html = render(state.map, options).data.decode()
    except (NothingToDrawError, EngineError, PictureError, MarkupError) as error:
        return Page(stamp=stamp, title=title, html=None, problem=str(error))
    return Page(stamp=stamp, title=title, html=html, problem=None)


def _stamp(state: State) -> str:
    """Tell the texts of a map and its settings from all others."""
    told = blake2b(digest_size=16)
    for file in state.loaded.places.files.values():
        told.update(f"{file.name}\0{file.original}\0".encode(errors="replace"))
    told.update(state.settings.text.encode(errors="replace"))
    return told.hexdigest()
