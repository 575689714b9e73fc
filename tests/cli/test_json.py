"""Every JSON document is valid against its schema in docs/schemas, and holds nothing besides."""

import copy
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.running import Outcome, run_command

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
CALLS = [
    ["list"],
    ["list", "--by", "boris", "--tag", "air"],
    ["list", "--include-inferred", "--by", "panel"],
    ["show", "ada"],
    ["show", "panel"],
    ["show", "boris-sleep"],
    ["show", "ada-close"],
    ["show", "study"],
    ["show", "trade"],
    ["show", "ada-air-and-trade"],
    ["show", "chen-study-to-custom"],
    ["unanswered"],
    ["unanswered", "--include-inferred"],
    ["unanswered", "--owed-by", "chen"],
    ["unanswered", "--since", "debate.yaml"],
    ["dropped"],
    ["dropped", "--include-inferred"],
    ["tree"],
    ["tree", "boris-sleep"],
    ["search", "lane"],
    ["path", "boris-narrow", "ada-close"],
    ["path", "ada-close", "boris-buses"],
    ["path", "chen-routes", "boris-parking"],
    ["path", "boris-sleep", "boris-narrow"],
    ["stats"],
    ["status"],
    ["status", "ada-close", "--without", "boris-ambulances"],
    ["status", "--semantics", "preferred", "--all-extensions", "--compare"],
    ["why", "ada-close"],
    ["why", "boris-parking"],
    ["why", "ada-children", "--semantics", "stage"],
    ["strength"],
    ["strength", "ada", "--semantics", "df-quad", "--assume", "ada-close"],
]
WRITING = [
    ["add", "claim", "It is loud.", "--by", "Dora Dunn", "--source", "Diary, 3 May", "--create"],
    ["add", "rebuttal", "It is not.", "--attacks", "ada-close"],
    ["add", "reason", "ada-close", "boris-buses"],
    ["add", "person", "dora", "--name", "Dora"],
    ["add", "source", "diary", "--title", "Diary"],
    ["set", "ada-close", "tags=air,trade", "quote=", "title=Close"],
    ["set", "map", "editors=Ann,Ben"],
    ["rename", "ada-close", "close"],
    ["rm", "boris-buses", "--cascade"],
    ["mv", "ada-close", "other.yaml"],
    ["fmt"],
]


@cache
def validator(command: str) -> Draft202012Validator:
    """A validator that refuses every key that the schema does not name."""
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    closed = {name: close(schema) for name, schema in schemas.items()}
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in closed.items()
    )
    return Draft202012Validator(closed[f"{command}-1.json"], registry=registry)


def close(schema: Any) -> Any:  # noqa: ANN401 — any part of a schema
    """Forbid undocumented keys wherever a schema names some."""
    schema = copy.copy(schema)
    if isinstance(schema, list):
        return [close(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: close(part) if key != "if" else part for key, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        closed["additionalProperties"] = False
    return closed


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_schemas_are_schemas(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == path.name


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_documents_of_the_small_map(call: list[str], run: Callable[..., Outcome]) -> None:
    document = json.loads(run(*call, "--json").stdout)
    assert document["schema"] == f"argmap/{call[0]}/1"
    validator(call[0]).validate(document)


@pytest.mark.parametrize("dry", [True, False], ids=["dry", "written"])
@pytest.mark.parametrize("call", WRITING, ids=" ".join)
def test_documents_of_the_commands_that_write(call: list[str], dry: bool, debate: Path) -> None:  # noqa: FBT001 — a parameter of the test
    before = debate.read_bytes()
    dry_run = ["--dry-run"] if dry else []
    document = json.loads(run_command([*call, "--map", ".", "--json", *dry_run]).stdout)
    validator(call[0]).validate(document)
    assert document["diff"].startswith("--- a/debate.yaml\n+++ b/debate.yaml\n")
    assert (debate.read_bytes() == before) is dry


def test_the_document_of_a_store(debate: Path) -> None:
    pytest.importorskip("duckdb")
    run_command(["index", debate.name, "-o", "debate.store"])
    document = json.loads(run_command(["--map", "debate.store", "stats", "--json"]).stdout)
    assert document["schema"] == "argmap/store-stats/1"
    validator("store-stats").validate(document)


def test_the_document_of_a_diff(debate: Path) -> None:
    old = debate.rename("old.yaml").read_text(encoding="utf-8")
    changed = old.replace("boris-sleep", "boris-rest").replace("  - id: ada-at-night", "  - id: night")
    debate.write_text(changed.replace("Close", "Shut"), encoding="utf-8")
    run_command(["add", "rebuttal", "Not so.", "--attacks", "ada-children", "--map", "debate.yaml"])
    run_command(["add", "reason", "ada-close", "boris-buses", "--map", "debate.yaml"])
    run_command(["rm", "boris-parking", "--cascade", "--map", "debate.yaml"])
    document = json.loads(run_command(["diff", "old.yaml", "debate.yaml", "--json"]).stdout)
    validator("diff").validate(document)
    assert document["renamed"]
    assert document["changed"]
    assert document["removed"]


def test_the_document_of_a_comparison(debate: Path) -> None:
    text = debate.read_text(encoding="utf-8").replace("kind: undermine", "kind: rebut")
    debate.with_name("other.yaml").write_text(text, encoding="utf-8")
    debate.with_name("broken.yaml").write_text("claims: [{id: a, text: b, because: c}]", encoding="utf-8")
    call = ["compare", "debate.yaml", "other.yaml", "debate.yaml", "broken.yaml", "--json"]
    document = json.loads(run_command(call).stdout)
    validator("compare").validate(document)
    other, same, broken = document["maps"]
    assert other["comparison"]["faults"]
    assert same["comparison"]["faults"] == []
    assert (broken["complete"], broken["comparison"]) == (False, None)


def test_the_document_of_agreement(debate: Path) -> None:
    text = debate.read_text(encoding="utf-8").replace("kind: undermine", "kind: rebut")
    debate.with_name("other.yaml").write_text(text, encoding="utf-8")
    document = json.loads(run_command(["agree", "debate.yaml", "other.yaml", "--json"]).stdout)
    validator("agree").validate(document)
    assert document["kinds"]["agreed"] < document["kinds"]["units"]


@pytest.mark.usefixtures("debate")
def test_the_document_of_a_new_map() -> None:
    document = json.loads(run_command(["init", "new", "--template", "debate", "--json"]).stdout)
    validator("init").validate(document)


@pytest.mark.usefixtures("debate")
@pytest.mark.skipif(sys.platform == "win32", reason="a program there has another name")
def test_the_document_of_an_edit_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    document = json.loads(run_command(["edit", "ada-close", "--map", ".", "--json"]).stdout)
    validator("edit").validate(document)
    assert (document["files"], document["diff"]) == ([], "")


@pytest.mark.parametrize(
    "call",
    [
        ["list"],
        ["show", "bordachev"],
        ["show", "valdai-2020"],
        ["unanswered", "--include-inferred"],
        ["tree"],
        ["search", "alliance"],
        ["path", "bordachev", "baykov"],
        ["stats"],
    ],
    ids=" ".join,
)
def test_documents_of_the_sample_map(call: list[str], repository: Path) -> None:
    outcome = run_command(["--map", str(repository / "data"), *call, "--json"])
    validator(call[0]).validate(json.loads(outcome.stdout))


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("command", ["check", "stats", "unanswered", "list"])
def test_the_document_of_several_maps_holds_that_of_each(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").touch()
    maps = ["debate.yaml", "empty.yaml"]
    document = json.loads(run_command([command, *maps, "--json"]).stdout)
    validator("maps").validate(document)
    alone = [run_command([command, name, "--json"]).stdout for name in maps]
    documents = [json.loads(text) if text else None for text in alone]
    assert [(one["map"], one["document"]) for one in document["maps"]] == list(
        zip(maps, documents, strict=True)
    )
    assert [(one["errors"], one["complete"]) for one in document["maps"]] == [(0, True), (1, False)]


def test_an_undocumented_key_would_be_noticed(run: Callable[..., Outcome]) -> None:
    document = json.loads(run("list", "--json").stdout)
    document["statements"][0]["surprise"] = 1
    assert not validator("list").is_valid(document)


def test_documents_come_whole_when_nothing_fits(run: Callable[..., Outcome]) -> None:
    outcome = run("search", "zebra", "--json")
    assert outcome.exit_code == 1
    assert json.loads(outcome.stdout) == {"schema": "argmap/search/1", "matches": []}
