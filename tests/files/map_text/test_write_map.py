"""A map that is written reads back as the same map."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.files.map_text.write_map import write_document, write_map
from argmap.files.map_text.yaml_scalars import flow_list, inline, value
from argmap.model import Claim, Rebuttal
from tests.examples import examples
from tests.maps import NASTY, argument_maps, words

SAMPLE = Path(__file__).parents[3] / "data"


def read_back(files: dict[str, str], folder: Path) -> ArgumentMap:
    for old in folder.glob("*.yaml"):
        old.unlink()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    loaded = argmap.read_map(folder)
    faults = [fault for fault in loaded.errors if fault.code[0] in "YF"]
    assert faults == [], files
    return loaded.map


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("map")


@settings(max_examples=examples(150), deadline=None)
@given(argument_maps())
def test_any_map_comes_back(folder: Path, argument_map: ArgumentMap) -> None:
    assert read_back(write_map(argument_map), folder) == argument_map


@settings(max_examples=examples(30), deadline=None)
@given(argument_maps())
def test_one_document_holds_the_whole_map(folder: Path, argument_map: ArgumentMap) -> None:
    assert read_back({"all.yaml": write_document(argument_map)}, folder) == argument_map


@settings(max_examples=examples(500), deadline=None)
@given(words)
@example("a" * 200 + " b")
def test_any_text_comes_back(folder: Path, text: str) -> None:
    _comes_back(folder, text)


def _comes_back(folder: Path, text: str) -> None:
    claim = Claim(
        id="a", title=text, text=text, tags=[text, text], note=text, source={"work": "w", "locator": text}
    )
    assert read_back(write_map(ArgumentMap(claims={"a": claim})), folder).claims["a"] == claim


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_come_back_from_every_field(folder: Path, text: str) -> None:
    _comes_back(folder, text.strip())


def test_the_sample_map_comes_back(folder: Path) -> None:
    sample = argmap.load(SAMPLE)
    assert read_back(write_map(sample), folder) == sample


def test_an_empty_map_is_a_valid_one(folder: Path) -> None:
    assert read_back(write_map(ArgumentMap()), folder) == ArgumentMap()


def test_short_forms_are_used_where_nothing_is_lost() -> None:
    argument_map = ArgumentMap(
        claims={
            "a": Claim(id="a", text="A: first", because=["b", ["b", "c"]], source="w, p. 3", tags=["x", "y"]),
            "b": Claim(id="b", text="B", because=["c"], origin="f.json#12"),
            "c": Claim(
                id="c",
                text="word " * 30 + "end",
                because=[{"id": "s", "premises": ["a"], "scheme": "example"}],
            ),
        },
        rebuttals={"r": Rebuttal(id="r", text="R", aims=["a", {"target": "s", "kind": "undercut"}])},
    )
    assert (
        write_document(argument_map)
        == """\
claims:
  - id: a
    text: "A: first"
    source: w, p. 3
    tags: [x, y]
    because:
      - b
      - [b, c]

  - id: b
    text: B
    because: [c]
    origin: f.json#12

  - id: c
    text: >-
      word word word word word word word word word word word word word word word word word word word
      word word word word word word word word word word word end
    because:
      - id: s
        premises: [a]
        scheme: example

rebuttals:
  - id: r
    attacks:
      - a
      - target: s
        kind: undercut
    kind: rebut
    text: R
"""
    )


@given(st.text())
def test_quoted_text_never_spills_over_its_line(text: str) -> None:
    assert "\n" not in inline(text)
    assert "\n" not in flow_list([text])


def test_only_what_must_be_is_quoted() -> None:
    assert [inline(text) for text in ("plain, text", "no: list", 'say "x"', 'it\'s "x"', "- x")] == [
        "plain, text",
        '"no: list"',
        'say "x"',
        'it\'s "x"',
        '"- x"',
    ]
    assert flow_list(["a", "b, c", "d: e"]) == '[a, "b, c", "d: e"]'


def test_long_text_is_folded_within_the_width() -> None:
    lines = value("one two three " * 30 + "end", 6, 12).splitlines()
    assert lines[0] == ">-"
    assert all(len(line) <= 110 for line in lines)
