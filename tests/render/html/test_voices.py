from argmap.render.diagram import Diagram
from argmap.render.html.voices import rules, voices_of
from argmap.render.theme import DEFAULT
from argmap.render.themes import BUILT_IN

_SPEAKERS = tuple(f"person-{number}" for number in range(24))
_DIAGRAM = Diagram("", "", (), (), (), _SPEAKERS)


def test_each_of_the_first_speakers_has_a_colour_and_each_later_one_has_it_with_stripes() -> None:
    for theme in BUILT_IN.values():
        voices = voices_of(_DIAGRAM, _SPEAKERS, theme)
        own = len(theme.speakers)
        looks = [(voices[key].colour, voices[key].stripes) for key in _SPEAKERS]
        assert looks[:own] == [(colour, 0) for colour in theme.speakers]
        assert looks[own : 2 * own] == [(colour, 1) for colour in theme.speakers]
        assert len(set(looks)) == min(3 * own, len(_SPEAKERS))
        assert voices[None].colour == theme.others


def test_a_stripe_has_the_colour_of_words_on_the_colour() -> None:
    voices = voices_of(_DIAGRAM, _SPEAKERS, DEFAULT)
    styles = list(rules(voices))
    assert not any("--stripes" in style for style in styles[:9])
    assert all("--stripes:linear-gradient(90deg,#0000 " in style for style in styles[9:])
    assert all("var(--voice-ink)" in style for style in styles[9:])
