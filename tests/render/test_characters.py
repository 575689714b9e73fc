from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.characters import legal, printable

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_legal_text_can_stand_in_xml_and_keeps_its_length(text: str) -> None:
    assert len(legal(text)) == len(text)
    fromstring(f"<a>{legal(text).replace('&', '').replace('<', '')}</a>")


def test_legal_text_stays_as_it_is() -> None:
    assert legal("tab\t line\n return\r Ж 😀") == "tab\t line\n return\r Ж 😀"
    assert legal("\0\x1b\ud800\uffff") == "\ufffd" * 4


def test_printable_text_cannot_steer_a_terminal() -> None:
    assert printable("red \x1b[31m\x9b1m\nnext\t") == "red  [31m 1m\nnext "
