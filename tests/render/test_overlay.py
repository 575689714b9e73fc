"""Statuses on a diagram: a word, a kind of frame and a line of the legend for each."""

import pytest

from argmap.render.build import build_diagram
from argmap.render.diagram import Diagram
from argmap.render.dot import DotStyle, to_dot
from argmap.render.mermaid import to_mermaid
from argmap.render.overlay import FRAMES, with_statuses
from argmap.semantics.status import statuses
from tests.running import run_command
from tests.sketch import sketch

TEXT = "ada: a\nbob: b -> a\nada: c\nbob: d -> c,e\nada: e -> d"


def overlaid() -> Diagram:
    drawn = sketch(TEXT)
    return with_statuses(build_diagram(drawn, list(drawn.statements)), statuses(drawn), "grounded")


def test_boxes_carry_their_status() -> None:
    assert {box.id: box.standing for box in overlaid().boxes} == {
        "a": "out",
        "b": "in",
        "c": "undecided",
        "d": "undecided",
        "e": "undecided",
    }
    assert overlaid().boxes[0].tooltip.endswith("\nout under grounded semantics")


def test_boxes_without_a_status_stay_as_they_are() -> None:
    drawn = sketch(TEXT)
    diagram = build_diagram(drawn, list(drawn.statements))
    assert with_statuses(diagram, {}, "grounded") == diagram


@pytest.mark.parametrize("status", FRAMES)
def test_frames_differ_in_kind_and_the_legend_says_so(status: str) -> None:
    dot = to_dot(overlaid(), DotStyle())
    assert f'STYLE="{FRAMES[status]}"' in dot
    assert f"status: {status}" in dot
    assert f"<I>{status}</I>" in dot


def test_mermaid_has_a_word_and_dashes() -> None:
    flowchart = to_mermaid(overlaid())
    assert "(out)" in flowchart
    assert "classDef out stroke-dasharray:2 3\n  class n1 out" in flowchart
    assert "classDef undecided stroke-dasharray:8 4\n  class n2,n4,n5 undecided" in flowchart


@pytest.mark.usefixtures("debate")
def test_the_option_takes_a_semantics_or_none() -> None:
    plain, grounded, stable = (
        run_command(["render", "--dot", "-o", "-", "--map", "debate.yaml", *option]).stdout
        for option in ([], ["--status"], ["--status", "stable"])
    )
    assert "status: " not in plain
    assert "under grounded semantics" in grounded
    assert "under stable semantics" in stable
    refused = run_command(["render", "--dot", "--map", "debate.yaml", "--status", "robust"])
    assert refused.exit_code == 2
