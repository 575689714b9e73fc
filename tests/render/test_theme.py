from argmap.render.theme import DEFAULT, contrast, text_on, tint


def test_names_can_be_read_on_every_speakers_colour() -> None:
    for colour in (*DEFAULT.speakers, DEFAULT.others):
        assert contrast(colour, text_on(colour)) >= 4.5
        assert contrast(tint(colour), DEFAULT.ink) >= 7


def test_small_words_can_be_read_and_lines_can_be_seen() -> None:
    for ink in (DEFAULT.attack_text, DEFAULT.support_text, DEFAULT.quiet):
        assert contrast(ink, DEFAULT.paper) >= 4.5
    for stroke in (DEFAULT.attack, DEFAULT.support):
        assert contrast(stroke, DEFAULT.paper) >= 3


def test_a_tint_lies_between_white_and_the_colour() -> None:
    assert (tint("#332288", 0), tint("#332288", 1)) == ("#ffffff", "#332288")
