"""The server on its standard streams: with the protocol's own client, and with malformed messages."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client

from argmap.mcp.asking import ASKING
from argmap.mcp.fence import NOTICE, unfenced
from argmap.mcp.server import INSTRUCTIONS, META

COMMAND = [sys.executable, "-m", "argmap", "mcp"]
_MALFORMED = (
    *(b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"jsonrpc": "2.0", "id": 90}'),
    *(b'{"jsonrpc": "2.0", "id": "\\ud800", "method": "ping"}', b'{"jsonrpc":"2.0","method":"no/such"}'),
    b'{"jsonrpc": "2.0", "id": 91, "method": "no/such"}',
)
_OPENING = {
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


def test_an_assistant_asks_changes_and_sees_what_others_change(debate: Path) -> None:
    anyio.run(_converse, debate)


async def _converse(debate: Path) -> None:
    server = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], str(debate), "--write"])
    async with Client(stdio_client(server)) as client:
        assert client.instructions == INSTRUCTIONS
        hints = {tool.name: tool.annotations for tool in (await client.list_tools()).tools}
        reading = {tool.name for tool in ASKING}
        assert {name for name, hint in hints.items() if hint and hint.read_only_hint} == reading
        destroying = {"set", "mark", "rename", "remove"}
        assert {name for name, hint in hints.items() if hint and hint.destructive_hint} == destroying
        answer = await client.call_tool("search", {"words": ["parking"]})
        assert answer.meta
        assert answer.meta[META] == NOTICE
        assert answer.structured_content["schema"] == "argmap/search/1"
        added = await client.call_tool("add_claim", {"text": "It is loud.", "by": "ada"})
        assert unfenced(_text(added)).startswith("ada-loud debate.yaml:")
        text = await anyio.Path(debate).read_text("utf-8")
        await anyio.Path(debate).write_text(text.replace("It is loud.", "It is silent."), "utf-8")
        shown = await client.call_tool("show", {"names": ["ada-loud"]})
        assert "It is silent." in _text(shown)
        await anyio.Path(debate).write_text("claims: [", "utf-8")
        refused = await client.call_tool("stats", {})
        assert refused.is_error
        assert "debate.yaml:1:9: Y" in _text(refused)


def _text(answer: Any) -> str:  # noqa: ANN401 — what the library gives
    return str(answer.content[0].text)


def test_malformed_messages_leave_it_answering_and_nothing_else_is_printed(debate: Path) -> None:
    calls: list[dict[str, object]] = [
        {"id": 1, **_OPENING},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "nothing", "arguments": {}}},
        {"id": 3, "method": "tools/call", "params": {"name": 7}},
        {"id": 4, "method": "tools/call", "params": {"name": "show", "arguments": {"names": "ada"}}},
        {"id": 5, "method": "tools/call", "params": {"name": "stats"}},
    ]
    lines = [json.dumps({"jsonrpc": "2.0", **one}).encode() for one in calls]
    with subprocess.Popen(
        [*COMMAND, str(debate)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        server.stdin.write(b"\n".join((*_MALFORMED, *lines[:2], *_MALFORMED, *lines[2:])) + b"\n")
        server.stdin.flush()
        answers: dict[int, Any] = {}
        while not {1, 2, 3, 4, 5} <= answers.keys():
            answer = json.loads(server.stdout.readline())
            answers[answer["id"]] = answer
        server.stdin.close()
        assert (server.stdout.read(), server.stderr.read(), server.wait()) == (b"", b"", 0)
    assert "there is no tool `nothing`" in answers[2]["error"]["message"]
    assert "error" in answers[3]
    assert answers[4]["result"]["isError"]
    assert answers[5]["result"]["structuredContent"]["schema"] == "argmap/stats/1"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_signal_ends_it_though_nothing_comes_in(debate: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, str(debate)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin
        assert server.stdout
        assert server.stderr
        server.stdin.write(json.dumps({"jsonrpc": "2.0", "id": 1, **_OPENING}).encode() + b"\n")
        server.stdin.flush()
        assert server.stdout.readline()
        server.terminate()
        assert (server.wait(), server.stderr.read()) == (143, b"")
