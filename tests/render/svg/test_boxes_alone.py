"""Boxes that are drawn alone look as in the picture of their map."""

from pathlib import Path

import argmap
from argmap.render.dot import DotStyle, shown_to_plan
from argmap.render.engine import lay_out
from argmap.render.svg.boxes_alone import boxes_alone
from argmap.render.svg.finish import finished
from argmap.render.views import view_of
from tests.render.svg.test_cards import CAPTION, looks, nodes


def test_boxes_alone_look_as_in_the_picture(repository: Path) -> None:
    debate = argmap.load(repository / "tests" / "golden" / "debate.yaml")
    plan = shown_to_plan(view_of(debate, "map"), DotStyle())
    pictured = nodes(finished(lay_out(plan.dot).output, CAPTION, plan.parts))
    alone = nodes(boxes_alone(plan.parts.cards.values()))
    assert plan.parts.cards
    for key in plan.parts.cards:
        assert looks(alone[key]) == looks(pictured[key])
        ours, theirs = list(alone[key].iter()), list(pictured[key].iter())
        assert [(part.tag, (part.text or "").strip(), looks(part)) for part in ours] == [
            (part.tag, (part.text or "").strip(), looks(part)) for part in theirs
        ]
