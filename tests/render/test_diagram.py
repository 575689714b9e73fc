from pathlib import Path

import argmap
from argmap.queries.buckets import Bucket
from argmap.queries.select import Selection
from argmap.render.diagram import without_signs
from argmap.render.maps import diagram_of


def test_without_signs_nothing_is_open_or_unchallenged_and_all_else_stays(repository: Path) -> None:
    diagram = diagram_of(argmap.load(repository / "data"), Selection(include_inferred=True))
    plain = without_signs(diagram)
    assert any(box.needs_reply for box in diagram.boxes)
    assert not any(box.needs_reply or box.bucket is Bucket.UNCHALLENGED for box in plain.boxes)
    assert [(box.id, box.title, box.text) for box in plain.boxes] == [
        (box.id, box.title, box.text) for box in diagram.boxes
    ]
    kept = {box.id: box.status for box in diagram.boxes if not box.needs_reply and box.is_rebuttal}
    assert {box.id: box.status for box in plain.boxes if box.id in kept} == kept
    assert plain.lines == diagram.lines
