import pytest

from argmap.formats.base import FormatError, text_of
from argmap.text.line_ends import place_after, with_newlines


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 1)),
        ("ab", (1, 3)),
        ("a\n", (2, 1)),
        ("a\r\nb", (2, 2)),
        ("a\rb\r", (3, 1)),
        ("\n\r\r\n", (4, 1)),
    ],
)
def test_lines_are_counted_as_editors_do(text: str, place: tuple[int, int]) -> None:
    assert place_after(text) == place
    assert len(with_newlines(text).split("\n")) == place[0]


@pytest.mark.parametrize("wrong", [b"\x80", b"\0"])
def test_importers_count_them_so_where_a_file_is_no_text(wrong: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        text_of(b"\r\n\rab" + wrong, "x")
    place = caught.value.diagnostics[0].location
    assert (place.line, place.column) == (3, 3)
