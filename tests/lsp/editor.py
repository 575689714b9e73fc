"""What a test does in place of an editor: open, type, ask, and see what is published."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

CARET = "‸"
"""Marks the place of the cursor in a text."""

_CONVERTER = default_converter()


def plain(answer: Any) -> Any:  # noqa: ANN401 — an answer of any kind
    """Give an answer as JSON has it."""
    if isinstance(answer, list | tuple):
        return [plain(item) for item in answer]
    return _CONVERTER.unstructure(answer) if hasattr(answer, "__attrs_attrs__") else answer


def caret(text: str) -> tuple[str, types.Position]:
    """Take the cursor out of a text, and give its place in UTF-16."""
    at = text.index(CARET)
    line = text.count("\n", 0, at)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return text.replace(CARET, ""), types.Position(line, len(before.encode("utf-16-le")) // 2)


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """Make the edits of an answer in a text."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(place: types.Position) -> int:
        if place.line >= len(lines):
            return len(text)
        units = lines[place.line].encode("utf-16-le")[: 2 * place.character]
        return starts[place.line] + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


class Client(LanguageClient):
    """A client that remembers all that is published."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 — those of the library
        super().__init__(*args, **kwargs)
        self.told: list[types.PublishDiagnosticsParams] = []


def make_client() -> Client:
    """Make a client."""
    client = Client(converter_factory=default_converter)

    def remember(client: Client, params: types.PublishDiagnosticsParams) -> None:
        client.told.append(params)

    published = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: remember}
    register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, **published})
    return client


@dataclass
class Editor:
    """An editor with one folder.

    Args:
        client: the connection to the server.
        folder: the folder.
    """

    client: Client
    folder: Path
    texts: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def identifier(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str, text: str) -> None:
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text))
        )

    def open_at(self, name: str, text: str) -> types.Position:
        """Open a text that has a cursor in it, and give the place of that."""
        text, place = caret(text)
        self.open(name, text)
        return place

    def change(self, name: str, text: str) -> None:
        """Put another text in the place of one."""
        self.send(name, [types.TextDocumentContentChangeWholeDocument(text)])
        self.texts[self.uri(name)] = text

    def send(self, name: str, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        uri = self.uri(name)
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def close(self, name: str) -> None:
        uri = self.uri(name)
        del self.texts[uri]
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def close_all(self) -> None:
        for uri in list(self.texts):
            self.close(uri)

    def write(self, name: str, text: str) -> Path:
        """Write a file without opening it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    async def published(self, name: str) -> list[types.Diagnostic]:
        """Wait for what is published next of the present text of a document, after the last time."""
        uri = self.uri(name)
        for _ in range(4000):
            for found in self.client.told[self.seen.get(uri, 0) :]:
                if found.uri == uri and found.version == (self.versions[uri] if uri in self.texts else None):
                    self.seen[uri] = len(self.client.told)
                    return list(found.diagnostics)
            await asyncio.sleep(0.005)
        raise TimeoutError(uri)

    async def opened(self, name: str, text: str) -> list[types.Diagnostic]:
        """Open a text, and wait for what is published of it."""
        self.open(name, text)
        return await self.published(name)

    async def changed(self, name: str, text: str) -> list[types.Diagnostic]:
        """Change a text, and wait for what is published of it."""
        self.change(name, text)
        return await self.published(name)
