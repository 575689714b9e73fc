"""Which colour each box has."""

from dataclasses import replace
from pathlib import Path

import argmap
from argmap.render.colouring import colouring, speaker_colours
from argmap.render.diagram import Diagram
from argmap.render.maps import diagram_of
from argmap.render.theme import DEFAULT

_DEBATE = diagram_of(argmap.load(Path(__file__).parents[1] / "golden" / "debate.yaml"))


def _by(*speakers: str) -> Diagram:
    """Draw one box for each of some of twelve speakers."""
    boxes = tuple(replace(_DEBATE.boxes[0], id=f"of-{key}", speaker=key) for key in speakers)
    return replace(_DEBATE, boxes=boxes, speakers=tuple(f"p{number}" for number in range(12)))


def test_the_first_speakers_have_colours_of_their_own_and_the_rest_share_one() -> None:
    colours = speaker_colours(_by(*(f"p{number}" for number in range(12))), DEFAULT)
    assert [colours[f"p{number}"] for number in range(8)] == list(DEFAULT.speakers)
    assert {colours[f"p{number}"] for number in range(8, 12)} == {DEFAULT.others} == {colours[None]}


def test_in_a_part_later_speakers_have_the_colours_that_nobody_in_it_has() -> None:
    colours = speaker_colours(_by("p2", "p9", "p11"), DEFAULT)
    assert colours["p2"] == DEFAULT.speakers[2]
    assert [colours["p9"], colours["p11"]] == list(DEFAULT.speakers[:2])


def test_a_box_with_several_tags_has_the_colour_of_its_first() -> None:
    one, other, bare = _by("p1", "p2", "p3").boxes
    tagged = replace(one, tags=("b", "a")), replace(other, tags=("a",)), bare
    diagram = replace(_DEBATE, boxes=tagged)
    assert colouring(diagram, DEFAULT, "tag").labels(diagram) == {
        "b": DEFAULT.speakers[0],
        "a": DEFAULT.speakers[1],
        "no tag": DEFAULT.others,
    }
