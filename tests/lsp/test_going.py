"""What the command of a lens does for clients that open documents, and with what no server has sent."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol.types import Location, MessageActionItem, Position, Range, ShowDocumentParams

from argmap.lsp.going import go_to, lens_command
from tests.lsp.editor import plain

URI = Path("claims.yaml").absolute().as_uri()
PLACES = [
    (name, Location(URI, Range(Position(line, 2), Position(line, 5)))) for line, name in enumerate("ab", 1)
]


class Window:
    """Stands for a server whose client answers as the test says."""

    def __init__(self, chosen: str | None = None) -> None:
        self.chosen = chosen
        self.asked: list[str] = []
        self.shown: list[ShowDocumentParams] = []
        self.told: list[str] = []

    async def window_show_message_request_async(self, params: Any) -> MessageActionItem | None:  # noqa: ANN401
        self.asked = [action.title for action in params.actions]
        return MessageActionItem(self.chosen) if self.chosen else None

    async def window_show_document_async(self, params: ShowDocumentParams) -> None:
        self.shown.append(params)

    def window_show_message(self, params: Any) -> None:  # noqa: ANN401
        self.told.append(params.message)


def run(window: Window, goals: Any, *, shows_documents: bool = True) -> None:  # noqa: ANN401
    command = lens_command("two", URI, Position(0, 0), goals, peeks=False)
    (told,) = plain(command)["arguments"]
    asyncio.run(go_to(window, told, shows_documents=shows_documents))  # type: ignore[arg-type]


def test_one_place_is_opened_at_once() -> None:
    window = Window()
    run(window, PLACES[:1])
    assert [(one.uri, one.selection.start.line) for one in window.shown if one.selection] == [(URI, 1)]
    assert window.asked == []


@pytest.mark.parametrize(("chosen", "lines"), [("b", [2]), ("a", [1]), (None, [])])
def test_of_several_places_one_is_chosen(chosen: str | None, lines: list[int]) -> None:
    window = Window(chosen)
    run(window, PLACES)
    assert window.asked == ["a", "b"]
    assert [one.selection.start.line for one in window.shown if one.selection] == lines


def test_places_are_named_where_no_document_can_be_opened() -> None:
    window = Window()
    run(window, PLACES, shows_documents=False)
    assert window.told == ["claims.yaml:2:3: a\nclaims.yaml:3:3: b"]


@pytest.mark.parametrize("told", [None, 7, "places", [7, None], [{"title": "a"}], [{"range": []}], []])
def test_what_is_no_place_is_passed_over(told: object) -> None:
    window = Window()
    asyncio.run(go_to(window, told, shows_documents=True))  # type: ignore[arg-type]
    assert (window.shown, window.asked, window.told) == ([], [], [])


def test_a_lens_without_a_place_does_nothing() -> None:
    assert lens_command("one", URI, Position(0, 0), [], peeks=True).command == ""
