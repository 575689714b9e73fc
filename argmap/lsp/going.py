"""Commands of lenses: the places that a lens tells of, peeked at in place or gone to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from lsprotocol.types import (
    Command,
    Location,
    MessageActionItem,
    MessageType,
    Position,
    Range,
    ShowDocumentParams,
    ShowMessageParams,
    ShowMessageRequestParams,
)

from argmap.lsp.map_of_document import path_of

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

PEEK: Final = "argmap.peek"
"""A command of the client, for one that says that it has it: shows places beside a place, as references."""

GO_TO: Final = "argmap.goTo"
"""A command of the server, for all others: goes to a place, or lets one choose among several."""

_MOST: Final = 20

Goal = tuple[str, Location]
"""What stands at a place, in a few words, and the place."""


def lens_command(words: str, uri: str, position: Position, goals: Sequence[Goal], *, peeks: bool) -> Command:
    """Give the command of a lens.

    Args:
        words: what the lens says.
        uri: its document.
        position: where it stands.
        goals: what it tells of; a lens without any does nothing.
        peeks: whether the client has the command that peeks.
    """
    if not goals:
        return Command(words, "")
    if peeks:
        return Command(words, PEEK, arguments=[uri, position, [place for _, place in goals]])
    told = [{"title": title, "uri": place.uri, "range": place.range} for title, place in goals[:_MOST]]
    return Command(words, GO_TO, arguments=[told])


async def go_to(server: "LanguageServer", told: object, *, shows_documents: bool) -> None:
    """Go to the place that a lens tells of, or to the one that is chosen of several.

    Args:
        server: the server.
        told: what `lens_command` gave as the argument.
        shows_documents: whether the client opens a document when it is asked to; else the places are named.
    """
    goals = [goal for one in told if (goal := _read(one))] if isinstance(told, list) else []
    if not goals:
        return
    if not shows_documents:
        lines = "\n".join(f"{_shown(place)}: {title}" for title, place in goals)
        server.window_show_message(ShowMessageParams(MessageType.Info, lines))
        return
    _, place = goals[0]
    if len(goals) > 1:
        titles = [MessageActionItem(title) for title, _ in goals]
        asked = ShowMessageRequestParams(MessageType.Info, "Go to", titles)
        chosen = await server.window_show_message_request_async(asked)
        if chosen is None:
            return
        place = dict(reversed(goals)).get(chosen.title, place)
    await server.window_show_document_async(
        ShowDocumentParams(place.uri, take_focus=True, selection=place.range)
    )


def _read(told: object) -> Goal | None:
    """Read a goal that a client gives back; None where it is something else."""
    try:
        return _goal(told)  # type: ignore[arg-type]  # what else it may be is caught
    except (KeyError, TypeError, AttributeError):
        return None


def _goal(told: Mapping[str, Any]) -> Goal:
    start, end = (
        Position(int(told["range"][name]["line"]), int(told["range"][name]["character"]))
        for name in ("start", "end")
    )
    return str(told["title"]), Location(str(told["uri"]), Range(start, end))


def _shown(place: Location) -> str:
    path = path_of(place.uri)
    start = place.range.start
    return f"{path.name if path else place.uri}:{start.line + 1}:{start.character + 1}"
