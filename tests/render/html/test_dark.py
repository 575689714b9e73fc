import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.html.dark import as_hex, dark_ground, is_light, light_ink
from argmap.render.theme import luminance

SCREEN = "#16181b"
colours = st.builds("#{:02x}{:02x}{:02x}".format, *[st.integers(0, 255)] * 3)


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@given(colours, st.sampled_from([3.0, 4.5]))
def test_ink_stands_out_on_a_dark_screen(colour: str, wanted: float) -> None:
    assert contrast(light_ink(colour, SCREEN, wanted), SCREEN) >= wanted


@given(colours.filter(is_light), colours)
def test_ink_stands_out_on_every_ground_that_turned_dark(ground: str, ink: str) -> None:
    dark = dark_ground(ground)
    assert luminance(dark) < 0.08
    assert contrast(light_ink(ink, dark, 4.5), dark) >= 4.5


@given(colours)
def test_a_colour_that_stands_out_stays_as_it_is(colour: str) -> None:
    grey = len({colour[1:3], colour[3:5], colour[5:7]}) == 1
    if contrast(colour, SCREEN) >= 4.6 and not grey:
        found = light_ink(colour, SCREEN, 4.5)
        pairs = ((int(found[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        assert all(abs(one - other) <= 48 for one, other in pairs)


def test_black_and_white_turn_over() -> None:
    assert luminance(light_ink("#000000", SCREEN, 4.5)) > 0.8
    assert luminance(dark_ground("#ffffff")) < 0.03


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("#AABBCC", "#aabbcc"),
        ("#aabbccdd", "#aabbcc"),
        ("white", "#ffffff"),
        ("none", None),
        ("", None),
        ("teal", None),
    ],
)
def test_only_plain_colours_are_read(name: str, found: str | None) -> None:
    assert as_hex(name) == found
