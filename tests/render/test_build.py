from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person, Rebuttal
from argmap.render.build import build_diagram
from argmap.render.diagram import Diagram, Line, Relation
from argmap.render.dot.document import to_dot
from argmap.render.maps import diagram_of
from argmap.render.mermaid import to_mermaid
from tests.maps import argument_maps
from tests.sketch import sketch


def made(*claims: Any, rebuttals: Sequence[Any] = ()) -> ArgumentMap:  # noqa: ANN401 — fields of records
    return ArgumentMap(
        claims={claim["id"]: Claim(text="t", **claim) for claim in claims},
        rebuttals={rebuttal["id"]: Rebuttal(text="t", **rebuttal) for rebuttal in rebuttals},
    )


def everything(amap: ArgumentMap) -> Diagram:
    return build_diagram(amap, list(amap.statements))


def ends(lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    return [(line.tail, str(line.relation), line.head) for line in lines]


def test_a_single_premise_is_one_line_with_the_id_of_the_inference() -> None:
    diagram = everything(made({"id": "a", "because": "b"}, {"id": "b"}))
    assert [line.id for line in diagram.lines] == ["a/1"]
    assert diagram.joints == ()


def test_linked_premises_meet_in_a_joint() -> None:
    diagram = everything(made({"id": "a", "because": [["b", "c"]]}, {"id": "b"}, {"id": "c"}))
    assert [joint.id for joint in diagram.joints] == ["a/1"]
    assert ends(diagram.lines) == [
        ("b", "support", "a/1"),
        ("c", "support", "a/1"),
        ("a/1", "support", "a"),
    ]
    assert [line.arrow for line in diagram.lines] == [False, False, True]


def test_an_undercut_lands_on_the_inference() -> None:
    undercut = {"id": "u", "attacks": "a", "kind": "undercut"}
    diagram = everything(made({"id": "a", "because": "b"}, {"id": "b"}, rebuttals=[undercut]))
    assert ("u", "undercut", "a/1") in ends(diagram.lines)
    assert [joint.statement for joint in diagram.joints] == ["a"]


def test_an_undercut_of_a_rebuttal_lands_on_its_attack() -> None:
    rebuttals = [{"id": "r", "attacks": "a"}, {"id": "u", "attacks": "r", "kind": "undercut"}]
    diagram = everything(made({"id": "a"}, rebuttals=rebuttals))
    assert ends(diagram.lines) == [
        ("r", "rebut", "r=>a"),
        ("r=>a", "rebut", "a"),
        ("u", "undercut", "r=>a"),
    ]


def test_attacks_made_together_meet_in_a_joint() -> None:
    rebuttal = {"id": "r", "attacks": [{"target": "a", "id": "both", "with": "b"}]}
    diagram = everything(made({"id": "a"}, {"id": "b"}, rebuttals=[rebuttal]))
    assert ends(diagram.lines) == [
        ("r", "rebut", "both"),
        ("b", "rebut", "both"),
        ("both", "rebut", "a"),
    ]


def test_what_is_not_chosen_takes_its_lines_with_it() -> None:
    amap = made({"id": "a", "because": ["b", "c"]}, {"id": "b"}, {"id": "c"})
    diagram = build_diagram(amap, ["a", "c"])
    assert ends(diagram.lines) == [("c", "support", "a")]


def test_an_undercut_keeps_the_inference_whose_premise_is_not_chosen() -> None:
    undercut = {"id": "u", "attacks": "a", "kind": "undercut"}
    amap = made({"id": "a", "because": "b"}, {"id": "b"}, rebuttals=[undercut])
    diagram = build_diagram(amap, ["a", "u"])
    assert ends(diagram.lines) == [("a/1", "support", "a"), ("u", "undercut", "a/1")]


def test_restatements_are_lines() -> None:
    diagram = everything(made({"id": "a", "restates": "b"}, {"id": "b"}))
    assert ends(diagram.lines) == [("a", "restate", "b")]


def test_an_unknown_statement_is_refused() -> None:
    with pytest.raises(KeyError):
        build_diagram(made({"id": "a"}), ["b"])


def test_boxes_say_who_owes_a_reply_and_which_conflicts_nobody_voiced(repository: Path) -> None:
    amap = argmap.load(repository / "tests" / "golden" / "debate.yaml")
    boxes = {box.id: box for box in diagram_of(amap).boxes}
    assert boxes["boris-forty"].status == "open: reply owed by Chen Wei"
    assert boxes["boris-forty"].needs_reply
    assert boxes["boris-sleep"].status == "re-opened: reply owed by Ada Lindqvist"
    assert boxes["ada-children"].status == "unchallenged"
    assert "editor-parking-air" not in boxes


def test_boxes_tell_imagined_speakers_and_what_nobody_is_there_to_answer() -> None:
    drawn = sketch("eve: a\nbob: b -> a", {"eve": Person(name="Some say", hypothetical=True)})
    claim, challenge = diagram_of(drawn).boxes
    assert (claim.imagined, challenge.imagined) == (True, False)
    assert challenge.status == "open: nobody is there to reply"
    assert not challenge.needs_reply
    assert "(imagined)" in to_mermaid(diagram_of(drawn))
    assert "imagined" in to_dot(diagram_of(drawn))


@given(argument_maps())
def test_every_statement_is_one_box_and_every_line_has_its_ends(amap: ArgumentMap) -> None:
    diagram = everything(amap)
    nodes = [*(box.id for box in diagram.boxes), *(joint.id for joint in diagram.joints)]
    assert [box.id for box in diagram.boxes] == list(amap.statements)
    assert len(set(nodes)) == len(nodes)
    assert {end for line in diagram.lines for end in (line.tail, line.head)} <= set(nodes)
    assert len({line.id for line in diagram.lines}) == len(diagram.lines)


@given(argument_maps())
def test_every_attack_and_every_inference_is_drawn(amap: ArgumentMap) -> None:
    lines = everything(amap).lines
    attacking = {line.tail for line in lines if line.relation not in {Relation.SUPPORT, Relation.RESTATE}}
    supporting = {line.tail for line in lines if line.relation is Relation.SUPPORT}
    assert {attack.rebuttal for attack in amap.attacks} <= attacking
    assert {premise for step in amap.inferences.values() for premise in step.premises} <= supporting
