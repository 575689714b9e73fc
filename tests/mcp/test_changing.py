"""Tools that change the map do what the commands do, and nothing without leave."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.mcp.changing import changing_tools
from argmap.mcp.tool import Result
from tests.running import run_command

Call = Callable[..., Result]

CALLS: list[tuple[list[str], str, dict[str, Any]]] = [
    (
        [
            "add",
            "claim",
            "It is loud.",
            "--by",
            "Dora Dunn",
            "--source",
            "Diary, 3 May",
            "--create",
            "--main",
        ],
        "add_claim",
        {"text": "It is loud.", "by": "Dora Dunn", "source": "Diary, 3 May", "create": True, "main": True},
    ),
    (
        ["add", "rebuttal", "It is not.", "--by", "ada", "--attacks", "boris-sleep", "--kind", "undermine"],
        "add_rebuttal",
        {"text": "It is not.", "by": "ada", "attacks": ["boris-sleep"], "kind": "undermine"},
    ),
    (
        ["add", "reason", "ada-close", "boris-buses", "--scheme", "example"],
        "add_reason",
        {"conclusion": "ada-close", "premises": ["boris-buses"], "scheme": "example"},
    ),
    (
        ["add", "person", "dora", "--name", "Dora Dunn", "--aka", "D. D.", "--member", "ada"],
        "add_person",
        {"key": "dora", "name": "Dora Dunn", "aka": ["D. D."], "members": ["ada"]},
    ),
    (
        ["add", "source", "diary", "--title", "Diary", "--author", "Dunn, Dora", "--date", "2024"],
        "add_source",
        {"key": "diary", "title": "Diary", "authors": ["Dunn, Dora"], "date": "2024"},
    ),
    (
        ["set", "ada-close", "tags=air,trade", "quote="],
        "set",
        {"name": "ada-close", "fields": {"tags": "air,trade", "quote": ""}},
    ),
    (
        ["set", "boris-sleep", "conceded=minutes, p. 9"],
        "mark",
        {"rebuttal": "boris-sleep", "source": "minutes, p. 9"},
    ),
    (["rename", "ada-close", "close"], "rename", {"old": "ada-close", "new": "close"}),
    (["rm", "boris-sleep", "--cascade"], "remove", {"names": ["boris-sleep"], "cascade": True}),
]
IDS = [call[1] for call in CALLS]


@pytest.mark.parametrize(("command", "name", "arguments"), CALLS, ids=IDS)
def test_a_tool_writes_what_the_command_writes(
    command: list[str], name: str, arguments: dict[str, Any], call_tool: Call, debate: Path
) -> None:
    before = debate.read_text(encoding="utf-8")
    printed = run_command([*command, "--map", debate.name])
    assert printed.exit_code == 0
    written = debate.read_text(encoding="utf-8")
    debate.write_text(before, encoding="utf-8")
    result = call_tool(name, arguments)
    assert not result.is_error, result.text
    assert result.text == printed.output.replace("argmap: ", "").removesuffix("\n")
    assert debate.read_text(encoding="utf-8") == written != before


@pytest.mark.parametrize(("command", "name", "arguments"), CALLS, ids=IDS)
@pytest.mark.parametrize("write", [True, False])
def test_a_dry_run_shows_the_diff_and_writes_nothing(
    command: list[str], name: str, arguments: dict[str, Any], call_tool: Call, debate: Path, *, write: bool
) -> None:
    before = debate.read_bytes()
    diff = run_command([*command, "--dry-run", "--map", debate.name]).stdout
    result = call_tool(name, arguments | ({"dry_run": True} if write else {}), write=write)
    assert result.text.startswith(diff.removesuffix("\n"))
    assert ("nothing was written" in result.text) is not write
    assert result.document is not None
    assert result.document["dry_run"] is True
    assert result.document["diff"] == diff
    assert debate.read_bytes() == before


def test_every_tool_is_tried() -> None:
    assert {tool.name for tool in changing_tools(write=True)} == set(IDS)


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("remove", {"names": ["ada-close"]}, "refers to `ada-close` in `attacks`\n"),
        ("add_claim", {"text": "So.", "by": "Dora"}, "nothing here is called `Dora`"),
        ("add_claim", {"text": "So.", "id": "ada-close"}, "the id `ada-close` is taken"),
        ("add_claim", {"text": ""}, "add_claim: "),
        ("add_claim", {"text": "So.", "file": "/etc/passwd"}, "it has no file `/etc/passwd`"),
        ("set", {"name": "ada-close", "fields": {"titel": "So"}}, "Did you mean `title`?"),
        ("set", {"name": "ada-close", "fields": {}}, "set: "),
        ("mark", {"rebuttal": "ada-close", "source": "minutes"}, "nothing here is called `ada-close`"),
        ("rename", {"old": "ada-close", "new": "boris-sleep"}, "there is a statement `boris-sleep` already"),
    ],
)
def test_what_cannot_be_changed_is_told_and_nothing_is_written(
    name: str, arguments: dict[str, Any], told: str, call_tool: Call, debate: Path
) -> None:
    before = debate.read_bytes()
    result = call_tool(name, arguments)
    assert result.is_error
    assert told in result.text
    assert debate.read_bytes() == before


def test_comments_stay_and_what_was_written_meanwhile(call_tool: Call, debate: Path) -> None:
    debate.write_text(debate.read_text("utf-8") + "# the last word\n", encoding="utf-8")
    assert not call_tool("set", {"name": "ada-close", "fields": {"title": "Shut the street"}}).is_error
    text = debate.read_text("utf-8")
    assert "# the last word\n" in text
    assert "Shut the street" in text
