"""The actions of a place: what is offered, and the edit of what is chosen."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from lsprotocol.types import CodeAction, CodeActionParams, Range

from argmap.editing.refusal import EditRefusedError
from argmap.lsp.actions.adding import missing, premises, replies
from argmap.lsp.actions.ignoring import ignoring
from argmap.lsp.actions.offer import Asked, Offer
from argmap.lsp.actions.tips import tips
from argmap.lsp.checking import Verdict
from argmap.lsp.diagnostics import diagnostic
from argmap.lsp.protocol import OutdatedError, RefusedError
from argmap.lsp.state import Document

_SOURCES: Final = (tips, missing, replies, premises, ignoring)


def actions(document: Document, verdict: Verdict, params: CodeActionParams) -> list[CodeAction]:
    """Give what can be done at a place.

    Args:
        document: the document.
        verdict: what is wrong with its map.
        params: the request.
    """
    if verdict.state is not document.state:
        raise OutdatedError
    wanted = params.context.only
    found = []
    for number, offer in enumerate(_offers(document, verdict, params.range)):
        if wanted and not any(offer.kind == kind or offer.kind.startswith(f"{kind}.") for kind in wanted):
            continue
        action = CodeAction(
            title=offer.title,
            kind=offer.kind,
            diagnostics=[diagnostic(document.state, offer.mends)] if offer.mends else None,
            is_preferred=True if offer.is_preferred else None,
        )
        if document.state.agreement.resolves:
            action.data = _remembered(document, params.range, number)
            found.append(action)
        else:
            try:
                action.edit = offer.make()
            except (EditRefusedError, RefusedError):
                continue
            found.append(action)
    return found


def resolved(document: Document, verdict: Verdict, action: CodeAction) -> CodeAction:
    """Add the edit to an action that somebody chose.

    Raises:
        OutdatedError: the text has changed since it was offered.
        RefusedError: the edit cannot be made.
    """
    data: Any = action.data
    if verdict.state is not document.state or data["version"] != document.buffer.version:
        raise OutdatedError
    start, end = data["start"], data["end"]
    asked = Asked(document, verdict, (start[0], start[1]), (end[0], end[1]))
    offers = list(_from(asked))
    if not 0 <= data["number"] < len(offers) or offers[data["number"]].title != action.title:
        raise OutdatedError
    try:
        action.edit = offers[data["number"]].make()
    except EditRefusedError as error:
        raise RefusedError(str(error)) from error
    return action


def _offers(document: Document, verdict: Verdict, asked: Range) -> Iterator[Offer]:
    return _from(Asked(document, verdict, document.at(asked.start), document.at(asked.end)))


def _from(asked: Asked) -> Iterator[Offer]:
    return chain.from_iterable(source(asked) for source in _SOURCES)


def _remembered(document: Document, asked: Range, number: int) -> dict[str, Any]:
    return {
        "uri": document.buffer.uri,
        "version": document.buffer.version,
        "start": list(document.at(asked.start)),
        "end": list(document.at(asked.end)),
        "number": number,
    }
