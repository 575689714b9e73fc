"""YAML that others wrote, with the places that an editor shows."""

import pytest

from argmap.formats.base import FormatError
from argmap.formats.foreign_yaml import YamlMap, place_of, read_yaml


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_a_separator_that_ends_no_line_for_an_editor_ends_none_here(separator: str) -> None:
    found = read_yaml(f'a: "x{separator}y"\nb: z{separator}', "x.yaml")
    assert isinstance(found, YamlMap)
    assert [(str(key), place_of(key)) for key in found] == [("a", (1, 1)), ("b", (2, 1))]
    assert found["a"] == f"x{separator}y"
    with pytest.raises(FormatError) as error:
        read_yaml(f'a: "x{separator}y"\nb: {{"c":: d}}', "x.yaml")
    assert error.value.diagnostics[0].location.line == 2


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null"])
def test_an_empty_value_is_none_and_a_quoted_one_is_text(text: str) -> None:
    found = read_yaml(f"{text}\nb: \"\"\nc: 'null'\nnull: d", "x.yaml")
    assert found == {"a": None, "b": "", "c": "null", "null": "d"}
