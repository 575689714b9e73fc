"""A tool answers what the command of its name prints, as text and as a document."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from argmap.csl.style import SHORT_NAMES
from argmap.mcp.asking import ASKING, StyleName
from argmap.mcp.changing import changing_tools
from argmap.mcp.tool import Result, Tool
from tests.running import run_command

Call = Callable[..., Result]

CALLS: list[tuple[str, str, dict[str, Any]]] = [
    ("list --by ada --type claim", "list", {"by": ["ada"], "type": "claim"}),
    ("show ada study --style apa", "show", {"names": ["ada", "study"], "style": "apa"}),
    ("search traffic", "search", {"words": ["traffic"]}),
    (
        "unanswered --owed-by ada --bucket open",
        "unanswered",
        {"owed_by": ["ada"], "bucket": ["open"]},
    ),
    ("dropped --by ada --include-inferred", "dropped", {"by": ["ada"], "include_inferred": True}),
    ("tree ada-close", "tree", {"names": ["ada-close"]}),
    ("path boris ada", "path", {"start": "boris", "end": "ada"}),
    ("stats", "stats", {}),
    (
        "status ada --semantics preferred --without boris",
        "status",
        {"names": ["ada"], "semantics": "preferred", "without": ["boris"]},
    ),
    ("status --compare", "status", {"compare": True}),
    ("why ada-close", "why", {"names": ["ada-close"]}),
    ("strength ada --base 0.7", "strength", {"names": ["ada"], "base": 0.7}),
    ("check", "check", {}),
    ("check --select S", "check", {"select": ["S"]}),
    ("explain R301", "explain", {"rules": ["R301"]}),
]


@pytest.mark.parametrize(("command", "name", "arguments"), CALLS, ids=[call[0] for call in CALLS])
def test_a_tool_says_what_the_command_says(
    command: str, name: str, arguments: dict[str, Any], call_tool: Call, debate: Path
) -> None:
    result = call_tool(name, arguments)
    printed = run_command([*command.split(), "--map", debate.name])
    said = printed.stdout + printed.stderr.replace("argmap: ", "")
    assert result.text == said.removesuffix("\n")
    document = run_command([*command.split(), "--json", "--map", debate.name]).stdout
    assert result.document == json.loads(document)
    assert not result.is_error


def test_every_tool_is_asked() -> None:
    assert {tool.name for tool in ASKING} - {call[1] for call in CALLS} == {"cite"}


def test_the_style_is_that_of_the_project(call_tool: Call, debate: Path) -> None:
    usual = call_tool("cite", {"names": ["ada-close"]}).text
    (debate.parent / "argmap.toml").write_text('map = "."\ncitation-style = "mla"\n', encoding="utf-8")
    assert call_tool("cite", {"names": ["ada-close"]}).text != usual


def test_styles_are_the_bundled_ones() -> None:
    assert set(get_args(StyleName)) == set(SHORT_NAMES)


@pytest.mark.parametrize("tool", [*ASKING, *changing_tools(write=True)], ids=lambda tool: tool.name)
def test_every_argument_is_described_in_a_schema(tool: Tool[Any]) -> None:
    schema = tool.arguments.model_json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert all("description" in one for one in schema.get("properties", {}).values())


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("show", {"names": ["borris"]}, "nothing here is called `borris`. Did you mean `boris`?"),
        ("show", {}, "show: it cannot be without `names`"),
        ("list", {"author": "ada"}, "list: there is no field `author`"),
        ("status", {"semantics": "prefered"}, "status: "),
        ("show", {"names": ["ada"], "style": "/etc/passwd"}, "show: "),
        ("status", {"without": ["ada-close"], "assume": ["ada-close"]}, "ada-close"),
        ("explain", {"rules": ["R999"]}, "R999"),
    ],
)
def test_what_cannot_be_answered_is_told(
    name: str, arguments: dict[str, Any], told: str, call_tool: Call
) -> None:
    result = call_tool(name, arguments)
    assert result.is_error
    assert told in result.text
    assert "Traceback" not in result.text


def test_the_errors_of_a_map_are_told_with_their_places_until_they_are_mended(
    call_tool: Call, debate: Path
) -> None:
    sound = debate.read_text(encoding="utf-8")
    debate.write_text(sound.replace("attacks: ada-close", "attacks: ada-clos", 1), encoding="utf-8")
    result = call_tool("stats", {})
    assert result.is_error
    assert result.text.startswith("debate.yaml:93:14: R301 there is no claim, inference, rebuttal")
    assert result.document is not None
    assert result.document["findings"][0]["line"] == 93
    assert not call_tool("check", {}).is_error
    debate.write_text(sound, encoding="utf-8")
    assert not call_tool("stats", {}).is_error


def test_a_number_that_is_too_small_is_told_as_such(call_tool: Call) -> None:
    answer = call_tool("tree", {"depth": -1})
    assert answer.is_error
    assert answer.text == "tree: `depth`: input should be greater than or equal to 0"
    assert "is a number from 0 to 1" in call_tool("strength", {"base": -1}).text
