"""The protocol, with documents that are kept elsewhere, and with an answer to requests that are malformed."""

from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method

_Steps = Generator[Any, Any, None]


class RefusedError(JsonRpcException):
    """What was asked for cannot be done, and the reader of the message can do something about it."""

    CODE = types.LSPErrorCodes.RequestFailed.value
    MESSAGE = "argmap cannot do that"


class OutdatedError(JsonRpcException):
    """The text changed while the answer was worked out."""

    CODE = types.LSPErrorCodes.ContentModified.value
    MESSAGE = "the text has changed meanwhile"


class TryAgainError(JsonRpcException):
    """The map changed while it was checked; the client shall ask again."""

    CODE = types.LSPErrorCodes.ServerCancelled.value
    MESSAGE = "the map has changed meanwhile"

    def __init__(self) -> None:
        super().__init__(data=types.DiagnosticServerCancellationData(retrigger_request=True))


class Protocol(LanguageServerProtocol):
    """The protocol; the documents are kept among its open documents, and not a second time here."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> _Steps:
        """Pass on that a document was opened."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> _Steps:
        """Pass on that a document was changed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> _Steps:
        """Pass on that a document was closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 — a message of any kind
        """Read a message; a request with parameters of another shape is answered as one."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if isinstance(data.get("id"), int | str) and "method" in data:
                self._send_response(data["id"], None, JsonRpcInvalidParams().to_response_error())
            raise
