"""A store answers as the map that was indexed: the same words and documents, but for what it cannot tell."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("duckdb")

from argmap.argument_map import ArgumentMap
from argmap.files.map_text.write_map import write_document
from tests.corpus.stores import dense_map
from tests.running import run_command


def _written(seed: int, path: Path) -> ArgumentMap:
    drawn = dense_map(random.Random(seed))
    once = {key: one.model_copy(update={"aims": one.distinct_aims}) for key, one in drawn.rebuttals.items()}
    path.write_text(write_document(replace(drawn, rebuttals=once)), encoding="utf-8")
    return drawn


def _without_drops(document: Any) -> Any:  # noqa: ANN401 — any part of a document
    if isinstance(document, dict):
        return {key: _without_drops(value) for key, value in document.items() if key != "passed_over_in"}
    return [_without_drops(one) for one in document] if isinstance(document, list) else document


def _answers(place: Path, *words: str) -> Any:  # noqa: ANN401 — a document, or text
    outcome = run_command([*words, "--map", str(place)])
    assert outcome.exit_code == 0, outcome.stderr
    return _without_drops(json.loads(outcome.stdout)) if "--json" in words else outcome.stdout


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_whole_answers_are_the_same(seed: int, tmp_path: Path) -> None:
    _written(seed, tmp_path / "map.yaml")
    run_command(["index", str(tmp_path / "map.yaml"), "-o", str(tmp_path / "store")])
    for words in (["unanswered"], ["list"], ["list", "--include-inferred"]):
        asked = [*words, "--json"]
        assert _answers(tmp_path / "store", *asked) == _answers(tmp_path / "map.yaml", *asked)


@pytest.mark.parametrize("seed", [3, 4, 5, 12])
def test_a_statement_is_shown_with_all_that_is_said_to_it(seed: int, tmp_path: Path) -> None:
    drawn = _written(seed, tmp_path / "map.yaml")
    run_command(["index", str(tmp_path / "map.yaml"), "-o", str(tmp_path / "store")])
    for key in list(drawn.statements)[::3]:
        for words in (["show", key], ["show", key, "--json"], ["tree", key]):
            assert _answers(tmp_path / "store", *words) == _answers(tmp_path / "map.yaml", *words)


def test_what_is_named_twice_is_shown_once(tmp_path: Path) -> None:
    key = next(iter(_written(4, tmp_path / "map.yaml").rebuttals))
    run_command(["index", str(tmp_path / "map.yaml"), "-o", str(tmp_path / "store")])
    shown = [_answers(tmp_path / place, "show", key, key) for place in ("store", "map.yaml")]
    assert shown[0] == shown[1]


def test_what_to_do_is_told_where_the_memory_does_not_suffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(4, tmp_path / "map.yaml")
    run_command(["index", str(tmp_path / "map.yaml"), "-o", str(tmp_path / "store")])
    monkeypatch.setenv("ARGMAP_MEMORY", "1MB")
    outcome = run_command(["unanswered", "--map", str(tmp_path / "store")])
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("argmap: the memory that may be used is spent: ")
    assert outcome.stderr.endswith("hint: let it use more, if the machine has more: ARGMAP_MEMORY=4GB\n")
