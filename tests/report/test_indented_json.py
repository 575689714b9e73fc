"""JSON documents: the same bytes as the standard library writes, whatever they hold."""

import json
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.report import indented_json
from argmap.report.indented_json import indented, indented_with_fractions, pieces


class Word(StrEnum):
    """A word as documents hold them, in values and as keys."""

    FIRST = "first"
    ODD = 'o"d\u2028d'


# Half characters come in with arguments and the names of files.
TEXTS = st.text(st.characters()) | st.sampled_from(Word)
LEAVES = st.none() | st.booleans() | st.integers() | TEXTS
KEYS = TEXTS | st.integers()


def _nested(leaves: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner),
        max_leaves=20,
    )


def expected(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


@given(_nested(LEAVES))
def test_a_document_is_what_the_standard_library_writes(document: object) -> None:
    assert indented(document) == expected(document)


@given(st.dictionaries(TEXTS, _nested(LEAVES)), st.sets(st.integers(0, 5)), st.integers(1, 3))
def test_a_document_in_pieces_is_the_same(document: dict[str, object], lazy: set[int], size: int) -> None:
    given_lazily = {
        name: iter(value) if number in lazy and isinstance(value, list | tuple) else value
        for number, (name, value) in enumerate(document.items())
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indented_json, "_PIECE", size)
        assert "".join(pieces(given_lazily)) == expected(document)


@given(_nested(LEAVES | st.floats()))
def test_fractions_are_what_the_standard_library_writes(document: object) -> None:
    assert indented_with_fractions(document) == expected(document)


def test_half_a_character_and_deep_nesting_are_written_as_well() -> None:
    deep: list[object] = []
    for _ in range(300):
        deep = [deep]
    for document in ({"\udc80": "\ud83d"}, deep):
        assert indented(document) == expected(document)


def test_only_strengths_and_scores_are_fractions(repository: Path) -> None:
    schemas = (repository / "docs" / "schemas").glob("*.json")
    holding = {path.stem for path in schemas if "number" in _types(json.loads(path.read_text("utf-8")))}
    assert holding == {"agree-1", "compare-1", "strength-1"}


def _types(schema: object) -> set[str]:
    """Collect every type that a schema allows somewhere."""
    if isinstance(schema, list):
        return {found for inner in schema for found in _types(inner)}
    if not isinstance(schema, dict):
        return set()
    own = schema.get("type", [])
    inner = {found for value in schema.values() for found in _types(value)}
    return inner | ({own} if isinstance(own, str) else {word for word in own if isinstance(word, str)})
