"""A server on its standard streams, for all tests of this folder, and an editor that talks to it."""

import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types  # noqa: E402 — only where it is installed
from pytest_lsp import ClientServerConfig, LanguageClient  # noqa: E402

from argmap.lsp.going import PEEK  # noqa: E402
from tests.lsp.editor import Client, Editor, make_client  # noqa: E402

CONFIG = ClientServerConfig(
    server_command=[sys.executable, "-m", "argmap", "lsp"], client_factory=make_client
)


@pytest_lsp.fixture(config=CONFIG, scope="session")  # type: ignore[untyped-decorator]  # it carries no types
async def pushed(client: LanguageClient) -> AsyncIterator[None]:
    """A server that publishes what it finds."""
    await client.initialize_session(types.InitializeParams(types.ClientCapabilities()))
    yield
    await client.shutdown_session()


@pytest_lsp.fixture(config=CONFIG, scope="session")  # type: ignore[untyped-decorator]  # it carries no types
async def pulling(client: LanguageClient) -> AsyncIterator[None]:
    """A server for a client that can all that VS Code can."""
    resolving = types.ClientCodeActionResolveOptions(["edit"])
    await client.initialize_session(
        types.InitializeParams(
            types.ClientCapabilities(
                general=types.GeneralClientCapabilities(position_encodings=["utf-8", "utf-16"]),
                workspace=types.WorkspaceClientCapabilities(
                    workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
                ),
                text_document=types.TextDocumentClientCapabilities(
                    diagnostic=types.DiagnosticClientCapabilities(),
                    code_action=types.CodeActionClientCapabilities(resolve_support=resolving),
                ),
            ),
            initialization_options={"commands": [PEEK]},
        )
    )
    yield
    await client.shutdown_session()


@pytest.fixture
def able(pulling: Client, tmp_path: Path) -> Iterator[Editor]:
    """An editor that can all that VS Code can."""
    editor = Editor(pulling, tmp_path)
    yield editor
    editor.close_all()


@pytest.fixture
def editor(pushed: Client, tmp_path: Path) -> Iterator[Editor]:
    """An editor with an empty folder; what it opens is closed again."""
    editor = Editor(pushed, tmp_path)
    yield editor
    editor.close_all()
