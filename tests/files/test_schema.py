"""The JSON Schema, judged by an independent validator."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml
from jsonschema import Draft7Validator, FormatChecker, ValidationError, validators

from argmap.files.load import read_map
from argmap.files.schema import build_schema
from argmap.rules.engine.manual import read_page
from argmap.rules.engine.registry import RULES

REPOSITORY = Path(__file__).parents[2]
MAPS = sorted([*(REPOSITORY / "data").glob("*.yaml"), *(REPOSITORY / "tests" / "golden").glob("**/*.yaml")])
EXAMPLES = [
    (rule.code, snippet.text)
    for rule in RULES
    for snippet in read_page(rule).passes
    if snippet.language == "yaml" and not snippet.label
]
REFUSED = {
    "F201": "claim: []",
    "F202": "claims: [{id: a, text: A., sauce: b}]",
    "F203": "claims: [{id: a}]",
    "F204": "claims: {id: a}",
    "F205": "rebuttals: [{id: a, text: A., attacks: b, kind: refute}]",
    "F206": "rebuttals: [{id: a, text: A., attacks: []}]",
}


def _matches(_: object, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    """Judge patterns as ECMA-262 with the flag u does; the standard library knows no script's letters."""
    if isinstance(instance, str) and not regex.search(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


VALIDATOR = validators.extend(Draft7Validator, {"pattern": _matches})(build_schema())


def _faults(text: str, loader: type[Any] = yaml.SafeLoader) -> list[str]:
    document = json.loads(json.dumps(yaml.load(text, loader), default=str)) or {}  # noqa: S506 — safe loaders only
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_the_schema_is_one() -> None:
    # No format is checked: the library takes patterns for Python's, and these are ECMA-262's.
    Draft7Validator.check_schema(build_schema(), format_checker=FormatChecker(()))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.relative_to(REPOSITORY)))
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_it_accepts_what_argmap_accepts(path: Path, loader: type[Any]) -> None:
    fields = [finding for finding in read_map(path).errors if finding.code[0] in "YF"]
    if not any(finding.code[0] == "Y" for finding in fields):
        assert bool(_faults(path.read_text(encoding="utf-8"), loader)) == bool(fields)


@pytest.mark.parametrize(("code", "text"), EXAMPLES, ids=[code for code, _ in EXAMPLES])
def test_it_accepts_every_passing_example(code: str, text: str) -> None:
    assert _faults(text) == [], code


@pytest.mark.parametrize("code", REFUSED)
def test_it_refuses_what_argmap_refuses(code: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(REFUSED[code], encoding="utf-8")
    assert code in {finding.code for finding in read_map(tmp_path).errors}
    assert _faults(REFUSED[code]) != []


def test_every_field_is_described() -> None:
    bare = [
        f"{name}.{field}"
        for name, model in build_schema()["definitions"].items()
        for field, schema in model.get("properties", {}).items()
        if not schema.get("description")
    ]
    assert bare == []


def test_the_schema_in_the_docs_is_this_one(*, rewrite: bool) -> None:
    path = REPOSITORY / "docs" / "argmap.schema.json"
    if rewrite:
        text = json.dumps(build_schema(), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
    shipped = json.loads(path.read_text(encoding="utf-8"))
    assert shipped == build_schema()


@pytest.mark.parametrize("name", ["claims.yaml", "rebuttals.yaml"])
def test_the_sample_map_names_the_schema(name: str) -> None:
    first = (REPOSITORY / "data" / name).read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../docs/argmap.schema.json"
    assert (REPOSITORY / "data" / first.partition("=")[2]).resolve().is_file()


@pytest.mark.parametrize(
    "text",
    [
        "people: {ada lovelace: {name: Ada}}",
        "rebuttals: [{id: a, text: A., aims: b}]",
        "rebuttals: [{id: a, text: A., attacks: b, answered_elsewhere: c}]",
        "claims: [{id: a, text: A., because: {premises: b}}]",
        "claims: [{id: a, text: A., because: [{}]}]",
        "claims: [{id: a, text: A., sauce: }]",
        "sources: {a: {title: A, copy_of: b}}",
        "map: {tags: {a b: C}}",
        "claims: [{id: a, text: A., source: {work: b, page: 3}}]",
        "claims: [null]",
        "people: {ada: }",
    ],
)
def test_both_judge_shapes_alike(text: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    refused = any(finding.code.startswith("F") for finding in read_map(tmp_path).errors)
    assert refused == bool(_faults(text))
