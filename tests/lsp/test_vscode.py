"""The extension for VS Code, as far as it can be judged without VS Code: what it declares is there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.lsp.fields import SECTIONS, fields_of
from argmap.lsp.going import PEEK

_PLACEHOLDER = re.compile(r"\$\{\d+[:|]([^,}|]*)[^}]*\}|\$0")
_HOMES = {"claim": "claims", "rebuttal": "rebuttals", "person": "people", "source": "sources"}


@pytest.fixture
def extension(repository: Path) -> Path:
    return repository / "editors" / "vscode"


def read(path: Path) -> Any:  # noqa: ANN401 — a document of any shape
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_command_that_is_declared_is_registered(extension: Path) -> None:
    code = (extension / "src" / "extension.ts").read_text(encoding="utf-8")
    registered = set(re.findall(r"registerCommand\(\"([\w.]+)\"", code))
    declared = {one["command"] for one in read(extension / "package.json")["contributes"]["commands"]}
    assert registered == {*declared, PEEK}
    assert f'commands: ["{PEEK}"]' in code


def test_the_snippets_that_commands_insert_are_there(extension: Path) -> None:
    code = (extension / "src" / "extension.ts").read_text(encoding="utf-8")
    used = set(re.findall(r"addRecord\(\"\w+\", \"(\w+)\"\)", code))
    assert used <= set(read(extension / "snippets.json"))


@pytest.mark.parametrize("prefix", list(_HOMES))
def test_a_snippet_is_a_record(extension: Path, prefix: str) -> None:
    snippets = read(extension / "snippets.json").values()
    body = next(one["body"] for one in snippets if one["prefix"] == prefix)
    lines = [f"  {_PLACEHOLDER.sub(lambda match: match[1] or '', line)}" for line in body]
    text = f"{_HOMES[prefix]}:\n" + "\n".join(lines) + "\n"
    records = read_text("a.yaml", None, text)
    assert records.faults == []
    assert len(records.sections[_HOMES[prefix]]) == 1
    (record,) = records.sections[_HOMES[prefix]]
    assert type(record.record) is SECTIONS[_HOMES[prefix]]
    assert fields_of(type(record.record))
    assert assemble([records]).map.record(_HOMES[prefix], record.key) == record.record
