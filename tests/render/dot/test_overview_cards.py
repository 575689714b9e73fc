"""The counts of a thesis: each on one line where it fits, with a sign between two of them on a line."""

import pytest

from argmap.render.diagram import Box
from argmap.render.dot.overview_cards import OverviewCard
from argmap.render.theme import DEFAULT

COUNTS = "rests on 3 claims · 3 challenges, 3 open"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (400, [COUNTS]),
        (150, ["rests on 3 claims ·", "3 challenges, 3 open"]),
        (114, ["rests on 3 claims", "3 challenges, 3", "open"]),
    ],
)
def test_no_line_begins_with_the_sign_between_counts(width: float, lines: list[str]) -> None:
    box = Box("x", False, None, "Ada", "Title", "", None, "", None, COUNTS, False, "")  # noqa: FBT003
    card = OverviewCard(box, "#ffffff", DEFAULT, "title", width, named=False)
    assert list(card.rows[-1].lines) == lines
