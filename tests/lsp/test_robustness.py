"""Random edits and malformed messages: the server stays, and every request is answered."""

import asyncio
import json
import random
import subprocess
import sys
from collections.abc import Awaitable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.buffers import Buffer
from argmap.lsp.cursor import where
from tests.lsp.editor import Editor
from tests.lsp.test_knowing import STREET

_EXPECTED = {types.LSPErrorCodes.ContentModified, types.LSPErrorCodes.RequestFailed}
_PIECES = (
    *("- ", "  - {id: ", "\n", "\n\n", "  ", "]", "[", "{", "}", '"', "'", "# ", "\t", ": ", ", ", "close"),
    *(
        "claims:\n",
        "rebuttals:\n",
        "by: ada",
        "because: [air, ",
        "🎉",
        "Ж",
        "\u2028",
        "\r",
        "\r\n",
        "|\n",
        "&a *a",
    ),
    *("<<<<<<< x\n", "---\n", "\ufeff", "\x00", "kind: undercut\n", "attacks: [close, {target: "),
)


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("seed", range(2))
async def test_random_edits_leave_every_request_answered(editor: Editor, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — nothing here is secret
    editor.open("claims.yaml", STREET)
    failed: list[str] = []
    for _ in range(10):
        for _ in range(chance.randrange(2)):
            editor.send("claims.yaml", [_edit(chance)])
        waiting = [asyncio.ensure_future(one) for one in _requests(editor, chance)]
        if chance.random() < 0.3:
            editor.send("claims.yaml", [_edit(chance)])
        for answer in await asyncio.gather(*waiting, return_exceptions=True):
            if isinstance(answer, BaseException):
                is_expected = isinstance(answer, JsonRpcException) and answer.code in _EXPECTED
                failed += [] if is_expected else [repr(answer)]
    assert failed == []


def _edit(chance: random.Random) -> types.TextDocumentContentChangeEvent:
    start = types.Position(chance.randrange(25), chance.randrange(30))
    end = types.Position(start.line + chance.randrange(2), start.character + chance.randrange(4))
    return types.TextDocumentContentChangePartial(types.Range(start, end), chance.choice(_PIECES))


def _requests(editor: Editor, chance: random.Random) -> Iterator[Awaitable[object]]:
    """Ask all that can be asked, at a random place."""
    document, client = editor.identifier("claims.yaml"), editor.client
    place = types.Position(chance.randrange(25), chance.randrange(30))
    span = types.Range(place, types.Position(place.line + chance.randrange(2), place.character + 3))
    yield client.text_document_hover_async(types.HoverParams(document, place))
    yield client.text_document_completion_async(types.CompletionParams(document, place))
    yield client.text_document_definition_async(types.DefinitionParams(document, place))
    context = types.ReferenceContext(include_declaration=True)
    yield client.text_document_references_async(types.ReferenceParams(context, document, place))
    yield client.text_document_document_highlight_async(types.DocumentHighlightParams(document, place))
    yield client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    yield client.text_document_rename_async(types.RenameParams(document, place, "new-name"))
    yield client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    actions = types.CodeActionParams(document, span, types.CodeActionContext([]))
    yield client.text_document_code_action_async(actions)
    yield client.text_document_code_lens_async(types.CodeLensParams(document))
    yield client.text_document_inlay_hint_async(types.InlayHintParams(document, span))
    yield client.text_document_document_link_async(types.DocumentLinkParams(document))
    yield client.text_document_folding_range_async(types.FoldingRangeParams(document))
    yield client.text_document_prepare_call_hierarchy_async(types.CallHierarchyPrepareParams(document, place))
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    yield client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
    yield client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))


def _message(content: object) -> bytes:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def _request(number: int, method: str, params: object) -> bytes:
    return _message({"jsonrpc": "2.0", "id": number, "method": method, "params": params})


def test_malformed_messages_are_survived(tmp_path: Path) -> None:
    uri = (tmp_path / "claims.yaml").as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": STREET}
    opened = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}}
    place = {"textDocument": {"uri": uri}, "position": {"line": 7, "character": 9}}
    sent = (
        _request(1, "initialize", {"capabilities": {}}),
        _message({"jsonrpc": "2.0", "method": "initialized", "params": {}}),
        _message(b"{not json"),
        _message(b"\xff\xfe\x00"),
        _message([]),
        _message("text"),
        _message(None),
        _message(b"[" * 100_000),
        _message({"jsonrpc": "2.0"}),
        _message({"jsonrpc": "1.0", "id": 5, "method": "shutdown"}),
        _message({"jsonrpc": "2.0", "id": [1], "method": "textDocument/hover", "params": place}),
        _message({"jsonrpc": "2.0", "id": 99, "result": 3}),
        _message({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 4711}}),
        _message({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": 3}),
        _message(
            {"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "x"}}}
        ),
        b"Content-Length: none\r\n\r\n",
        b"X-Odd: 1\r\n",
        _request(2, "textDocument/hover", {"position": "here"}),
        _request(3, "no/such/method", {}),
        _request(6, "completionItem/resolve", {"label": "x", "data": {"uri": uri, "space": 3}}),
        _request(7, "codeAction/resolve", {"title": "x", "data": {"uri": uri}}),
        _request(
            8,
            "documentLink/resolve",
            {
                "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
                "data": {"uri": uri},
            },
        ),
        _request(9, "workspace/executeCommand", {"command": "none"}),
        _message(opened),
        _request(10, "codeAction/resolve", {"title": "x", "data": {"uri": uri}}),
        _request(11, "textDocument/hover", place),
        _request(12, "shutdown", None),
        _message({"jsonrpc": "2.0", "method": "exit"}),
    )
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        for one in sent[:-2]:
            server.stdin.write(one)
        server.stdin.flush()
        answers: dict[object, dict[str, object]] = {}
        while not {6, 7, 8, 9, 10, 11} <= answers.keys():
            found = _read(server.stdout)
            if isinstance(found.get("id"), int):
                answers[found["id"]] = found
        server.stdin.write(sent[-2] + sent[-1])
        server.stdin.flush()
        assert server.wait(20) == 0
        assert server.stderr.read() == b""
    assert "Close the street." in json.dumps(answers[11]["result"])
    assert answers[2]["error"]["code"] == types.ErrorCodes.InvalidParams  # type: ignore[index]
    assert answers[3]["error"]["code"] == types.ErrorCodes.MethodNotFound  # type: ignore[index]


def _read(stream: object) -> dict[str, object]:
    size = 0
    while (line := stream.readline()).strip():  # type: ignore[attr-defined]
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    found: dict[str, object] = json.loads(stream.read(size))  # type: ignore[attr-defined]
    return found


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.integers(1, 40), st.integers(1, 60))
def test_any_text_has_a_where(pieces: list[str], number: int, column: int) -> None:
    found = where(Buffer("file:///a.yaml", None, "".join(pieces)), number, column)
    assert found.start <= column <= found.end


@pytest.mark.parametrize(
    ("text", "section", "keys"),
    [
        ("claims:\n- id: a\n  by: ‸", "claims", ("by",)),
        ("people:\n  ada:\n    aff‸\n", "people", ()),
        ("rebuttals:\n  - id: x\n    attacks: [{target: a, with: [b‸", "rebuttals", ("attacks", "with")),
        ("claims:\n  - id: a\n    because:\n      - premises: [a]\n        sch‸", "claims", ("because",)),
        ("claims:\n  - id: a\n\n\nrebuttals:\n  - ‸", "rebuttals", ()),
    ],
)
def test_the_place_of_the_cursor_is_told_by_indentation(
    text: str, section: str, keys: tuple[str, ...]
) -> None:
    at = text.index("‸")
    number, start = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    found = where(Buffer("file:///a.yaml", None, text.replace("‸", "")), number, at - start + 1)
    assert (found.section, found.keys) == (section, keys)
