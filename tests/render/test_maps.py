from pathlib import Path

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import NoMatchError, Selection
from argmap.render.maps import caption_of, describe, diagram_of


@pytest.fixture(scope="module")
def amap(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "debate.yaml")


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), ""),
        (Selection(focus=("ада",)), "what lies within 1 step of Ada Lindqvist"),
        (Selection(focus=("ada-close",), depth=2), "what lies within 2 steps of “Close the street”"),
        (Selection(focus=("chen", "minutes"), depth=0), "Chen Wei or “Minutes of the meeting” alone"),
        (Selection(by=("boris",), tag=("trade",)), "said by Borís Orlóv; tagged trade"),
        (
            Selection(source=("study",), depth=1),
            "from “Footfall after closure”; and what lies within 1 step of that",
        ),
        (Selection(include_inferred=True, depth=3), ""),
    ],
)
def test_a_part_says_what_it_is_a_part_of(amap: ArgumentMap, selection: Selection, words: str) -> None:
    assert describe(amap, selection) == words
    assert diagram_of(amap, selection).description == (
        f"A part of the map: {words}." if words else "A town meeting, made up for testing."
    )


def test_colours_do_not_change_with_the_selection(amap: ArgumentMap) -> None:
    assert diagram_of(amap, Selection(by=("boris",))).speakers == diagram_of(amap).speakers


def test_the_caption_counts(amap: ArgumentMap) -> None:
    caption = caption_of(amap, diagram_of(amap, Selection(focus=("ada-children",), depth=0)))
    assert caption.title == "Should Market Street be closed to cars?"
    assert (
        caption.description == "A part of the map: “Children could play there.” alone. 1 claim, 0 rebuttals."
    )
    assert caption.language == "en"
    assert caption_of(ArgumentMap(), diagram_of(ArgumentMap())).title == "Argument map"


def test_a_name_without_meaning_is_refused(amap: ArgumentMap) -> None:
    with pytest.raises(NoMatchError):
        diagram_of(amap, Selection(focus=("nobody",)))
