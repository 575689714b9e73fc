"""The card of a thing: the page that `argmap show` prints, and what its status is."""

import io
import re
from typing import Final

from lsprotocol.types import MarkupContent, MarkupKind

from argmap.argument_map import ArgumentMap
from argmap.lsp.spaces import Space, thing_of
from argmap.lsp.state import State
from argmap.model import Basis
from argmap.queries.find import Match, Thing
from argmap.report.show import print_matches
from argmap.text.clean import one_line

_FENCE: Final = re.compile("`{3,}")
_MOST_LINES: Final = 60
"""Of a longer page, such as that of a person who says much, so much is shown."""


class _Sheet:
    """A console of 80 columns without colour, of which the text is taken."""

    is_terminal = False
    no_color = True
    width = 80

    def __init__(self) -> None:
        self.file = io.StringIO()


def card(state: State, space: Space, name: str) -> MarkupContent | None:
    """Describe what a name stands for; None where nothing has it.

    Args:
        state: the map.
        space: what the name stands for.
        name: the name.
    """
    now = thing_of(state.map, space, name)
    known = state.map if now else state.known
    match = now or thing_of(known, space, name)
    if match is None:
        return None
    lines = _page(state, known, match)
    if now and match.thing in {Thing.CLAIM, Thing.REBUTTAL}:
        lines += ["", *_status(state, name)]
    return in_fence(lines)


def in_fence(lines: list[str]) -> MarkupContent:
    """Set lines as they are, whatever signs stand in them."""
    text = "\n".join(lines).rstrip()
    longest = max((len(found) for found in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return MarkupContent(MarkupKind.Markdown, f"{fence}text\n{text}\n{fence}")


def _page(state: State, known: ArgumentMap, match: Match) -> list[str]:
    """Print the page of a thing."""
    sheet = _Sheet()
    standing = state.standing if known is state.map else None
    print_matches(known, [match], sheet, state.works, standing)
    lines = sheet.file.getvalue().rstrip("\n").split("\n")
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], "…"]


def _status(state: State, name: str) -> list[str]:
    """Say what the status of a statement is, and why."""
    statement = state.map.statements.get(name)
    if statement is None or name not in state.explainer.evaluation.statuses:
        inferred = statement is not None and statement.basis is Basis.INFERRED
        return ["status: not weighed, since nobody voiced it"] if inferred else []
    return [f"status: {one_line(state.explainer.sentence(name))}"]
