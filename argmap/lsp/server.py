"""The server: which request is answered by what."""

import asyncio
import gc
import logging
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, BinaryIO, Final, TypeVar

from lsprotocol import types
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer

from argmap._version import __version__
from argmap.lsp.actions.offer import EXTRACT, FIX_ALL, QUICK_FIX, REFACTOR
from argmap.lsp.actions.offering import actions, resolved
from argmap.lsp.completion import complete, resolve
from argmap.lsp.definition import definition, find_references, highlight
from argmap.lsp.diagnostics import SOURCE, diagnostics
from argmap.lsp.folding import folds
from argmap.lsp.formatting import format_document
from argmap.lsp.going import GO_TO, go_to
from argmap.lsp.hierarchy import incoming, outgoing, prepare_hierarchy
from argmap.lsp.hints import hints
from argmap.lsp.hover import hover
from argmap.lsp.lenses import lenses
from argmap.lsp.links import links, resolve_link
from argmap.lsp.open_documents import OpenDocuments
from argmap.lsp.page import PAGE, Page, page
from argmap.lsp.protocol import Protocol
from argmap.lsp.renaming import prepare, rename_at
from argmap.lsp.state import Document, State
from argmap.lsp.streams import Reader, Writer
from argmap.lsp.symbols import find_symbols, outline

_Params = TypeVar("_Params")
_WATCHED: Final = ("**/*.yaml", "**/*.yml", "**/argmap.toml")

DOCUMENT_REQUESTS: Final[dict[str, tuple[Callable[[Document, Any], Any], Any]]] = {
    types.TEXT_DOCUMENT_COMPLETION: (
        complete,
        types.CompletionOptions(trigger_characters=list(" [{,"), resolve_provider=True),
    ),
    types.TEXT_DOCUMENT_HOVER: (hover, None),
    types.TEXT_DOCUMENT_DEFINITION: (definition, None),
    types.TEXT_DOCUMENT_REFERENCES: (find_references, None),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (highlight, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (outline, None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (prepare, None),
    types.TEXT_DOCUMENT_RENAME: (rename_at, types.RenameOptions(prepare_provider=True)),
    types.TEXT_DOCUMENT_FORMATTING: (format_document, None),
    types.TEXT_DOCUMENT_CODE_LENS: (lenses, None),
    types.TEXT_DOCUMENT_INLAY_HINT: (hints, None),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (links, types.DocumentLinkOptions(resolve_provider=True)),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (folds, None),
    types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY: (prepare_hierarchy, None),
}
"""Request about a document to what answers it, and the options with which the server offers it."""


class Server(LanguageServer):
    """The language server, with the documents that stand open in the editor."""

    def __init__(self) -> None:
        super().__init__("argmap", __version__, protocol_cls=Protocol)
        self.opened = OpenDocuments(self.text_document_publish_diagnostics)


def make_server() -> Server:
    """Make a server that knows every request."""
    server = Server()
    _follow_documents(server)
    _follow_files(server)
    _offer_diagnostics(server)
    _offer_actions(server)
    _offer_what_no_document_asks(server)
    _offer_commands(server)
    _offer_preview(server)
    for method, (answer, options) in DOCUMENT_REQUESTS.items():
        server.feature(method, options)(_answering(server, answer))
    return server


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Serve one client until it leaves.

    Args:
        stdin: where its messages come from.
        stdout: where the answers go.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    gc.disable()  # the open documents tidy up, when nobody waits
    server = make_server()
    server.protocol.set_writer(Writer(stdout))
    with ThreadPoolExecutor(1) as waiting:
        reader = Reader(stdin, waiting)
        stop = threading.Event()
        try:
            asyncio.run(run_async(stop, reader, server.protocol, error_handler=server.report_server_error))
        finally:
            server.opened.shutdown()


def _answering(
    server: Server, answer: Callable[[Document, _Params], Any]
) -> Callable[[_Params], Awaitable[Any]]:
    """Make what answers a request about a document."""

    async def handler(params: Any) -> Any:  # noqa: ANN401 — of the request
        return await server.opened.answer(params.text_document.uri, lambda document: answer(document, params))

    return handler


def _follow_documents(server: Server) -> None:
    opened = server.opened

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        opened.agreement.units.agree(server.workspace.position_encoding)
        opened.agreement.learn(params.capabilities, params.initialization_options)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        opened.open(one.uri, one.text, one.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        opened.change(params.text_document.uri, params.content_changes, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        opened.close(params.text_document.uri)


def _follow_files(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("argmap-files", method, options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_disk(_: types.DidChangeWatchedFilesParams) -> None:
        server.opened.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.opened.refresh()


def _offer_diagnostics(server: Server) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=True, identifier=SOURCE
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def document(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        uri = params.text_document.uri
        verdict = await server.opened.verdict(uri)
        if verdict is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        listed = {verdict.state.uri(name): found for name, found in diagnostics(verdict).items()}
        return types.RelatedFullDocumentDiagnosticReport(listed.get(uri, []))

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def workspace(_: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        reports: list[types.WorkspaceDocumentDiagnosticReport] = []
        for live in server.opened.live_maps():
            verdict = await live.verdict()
            state = verdict.state
            reports += (
                types.WorkspaceFullDocumentDiagnosticReport(state.uri(name), found, state.version(name))
                for name, found in diagnostics(verdict).items()
            )
        return types.WorkspaceDiagnosticReport(reports)


def _offer_actions(server: Server) -> None:
    opened = server.opened
    kinds = [QUICK_FIX, REFACTOR, EXTRACT, FIX_ALL]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds, resolve_provider=True))
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        uri = params.text_document.uri
        verdict = await opened.verdict(uri)
        if verdict is None:
            return None
        return await opened.answer(uri, lambda document: actions(document, verdict, params))

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def chosen(action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        verdict = await opened.verdict(str(uri))
        if verdict is None:
            return action
        return await opened.answer(str(uri), lambda document: resolved(document, verdict, action)) or action


def _offer_commands(server: Server) -> None:
    @server.command(GO_TO)
    async def go(*told: Any) -> None:  # noqa: ANN401 — whatever a client sends
        shows = server.opened.agreement.shows_documents
        await go_to(server, told[0] if told else None, shows_documents=shows)


def _offer_preview(server: Server) -> None:
    @server.feature(PAGE)
    async def preview(params: Any) -> Page | None:  # noqa: ANN401 — whatever a client sends
        uri, known = getattr(params, "uri", None), getattr(params, "known", None)
        return await server.opened.draw_map(str(uri), lambda state: page(state, known))


def _offer_what_no_document_asks(server: Server) -> None:
    """Offer the requests that name no document, or only with what an earlier answer said."""

    @server.feature(types.COMPLETION_ITEM_RESOLVE)
    async def resolve_item(item: types.CompletionItem) -> types.CompletionItem:
        uri = item.data.get("uri") if isinstance(item.data, dict) else None
        found = await server.opened.answer_map(str(uri), lambda state: resolve(state, item))
        return found or item

    @server.feature(types.DOCUMENT_LINK_RESOLVE)
    async def resolve_a_link(link: types.DocumentLink) -> types.DocumentLink:
        uri = link.data.get("uri") if isinstance(link.data, dict) else None
        return await server.opened.answer_map(str(uri), lambda state: resolve_link(state, link)) or link

    @server.feature(types.CALL_HIERARCHY_INCOMING_CALLS)
    async def incoming_calls(
        params: types.CallHierarchyIncomingCallsParams,
    ) -> list[types.CallHierarchyIncomingCall] | None:
        return await server.opened.answer_map(params.item.uri, lambda state: incoming(state, params.item))

    @server.feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
    async def outgoing_calls(
        params: types.CallHierarchyOutgoingCallsParams,
    ) -> list[types.CallHierarchyOutgoingCall] | None:
        return await server.opened.answer_map(params.item.uri, lambda state: outgoing(state, params.item))

    @server.feature(types.WORKSPACE_SYMBOL)
    async def symbols(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        found: list[types.WorkspaceSymbol] = []
        for live in server.opened.live_maps():
            state = await live.state()
            found += await server.opened.work(partial(_symbols, state, params.query))
        return found


def _symbols(state: State, query: str) -> list[types.WorkspaceSymbol]:
    return list(find_symbols(state, query))
