from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.render.diagram import Relation
from argmap.render.strokes import stroke
from argmap.render.theme import DEFAULT, Theme, contrast, luminance, tint
from argmap.render.themes import BUILT_IN, faint, pairs

themes = pytest.mark.parametrize("theme", BUILT_IN.values(), ids=BUILT_IN)


@themes
def test_every_text_and_line_can_be_seen(theme: Theme) -> None:
    assert len(list(pairs(theme))) == 10 + 2 * len(theme.speakers)
    assert [(pair.what, pair.contrast) for pair in pairs(theme) if pair.contrast < pair.least] == []
    assert {pair.least for pair in pairs(theme)} == {4.5, 3.0}


@themes
def test_relations_differ_without_colour(theme: Theme) -> None:
    looks = [stroke(relation, theme, inferred=False) for relation in Relation]
    assert len({(look.style, look.head) for look in looks}) == len(looks)
    assert len({look.word for look in looks}) == len(looks)


@themes
def test_speakers_have_different_colours(theme: Theme) -> None:
    assert len({*theme.speakers, theme.others}) == len(theme.speakers) + 1


def test_greyscale_has_greys_only_and_they_lie_apart() -> None:
    theme = BUILT_IN["greyscale"]
    colours = [*theme.speakers, theme.others, theme.support, theme.attack, theme.ink, theme.quiet]
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    shades = sorted(map(luminance, (*theme.speakers, theme.others)))
    assert all(contrast_of_shades >= 1.25 for contrast_of_shades in _steps(shades))


def _steps(shades: list[float]) -> list[float]:
    return [(light + 0.05) / (dark + 0.05) for dark, light in pairwise(shades)]


def test_high_contrast_reaches_the_highest_level_for_text() -> None:
    theme = BUILT_IN["high-contrast"]
    assert all(pair.contrast >= 7 for pair in pairs(theme) if pair.least == 4.5)
    assert stroke(Relation.REBUT, theme, inferred=False).thickness > 2


def test_what_is_faint_is_named() -> None:
    (pair,) = faint(replace(DEFAULT, support="#dddddd"))
    assert (pair.what, pair.colour, pair.ground, pair.least) == ("support", "#dddddd", "#ffffff", 3.0)
    assert pair.contrast == pytest.approx(contrast("#dddddd", "#ffffff"))


def test_a_tint_lies_between_the_paper_and_the_colour() -> None:
    assert tint("#ffffff", 0.5, "#000000") == "#808080"
    assert tint("#336699", 0, "#1f2226") == "#1f2226"
