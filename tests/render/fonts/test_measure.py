import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from argmap.render.fonts import FALLBACK_STRETCH, box_width, font_file, is_known, room_for, text_width


@pytest.mark.parametrize("text", ["Igor Istomin", "Хрущёв — «ё»", "Ελληνικά", "naïve café, Tiếng Việt"])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_agrees_with_a_font_renderer(text: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 (pytest's)
    font = ImageFont.truetype(font_file(bold=bold, italic=italic), 100, layout_engine=ImageFont.Layout.BASIC)
    advances = sum(font.getlength(character) for character in text)
    assert text_width(text, 100, bold=bold, italic=italic) == pytest.approx(advances, rel=0.01)


def test_wide_characters_that_the_font_lacks_are_one_em() -> None:
    assert text_width("漢字", 10) == 20


def test_combining_marks_and_joiners_take_no_room() -> None:
    assert text_width("\u0915\u094d\u200d", 10) == text_width("\u0915", 10)


@given(st.text(), st.text(), st.floats(0, 100))
def test_widths_add_up_and_scale(one: str, other: str, size: float) -> None:
    assert text_width(one + other, size) == pytest.approx(text_width(one, size) + text_width(other, size))
    assert text_width(one, 2 * size) == pytest.approx(2 * text_width(one, size))


@pytest.mark.parametrize("bold", [False, True])
def test_a_box_is_as_wide_as_its_widest_line(bold: bool) -> None:  # noqa: FBT001 (pytest's)
    widest = text_width("a longer line", 12, bold=bold)
    assert box_width(["short", "a longer line"], 12, bold=bold) == pytest.approx(widest)
    assert box_width([], 12) == 0


@pytest.mark.parametrize("bold", [False, True])
def test_what_only_other_fonts_have_gets_more_room_unless_it_is_square(bold: bool) -> None:  # noqa: FBT001
    assert room_for("ᚠ", 10, bold=bold) > text_width("ᚠ", 10, bold=bold) * FALLBACK_STRETCH[bold] * 0.999
    assert room_for("漢字", 10, bold=bold) == 20


def test_what_the_bundled_font_has_is_known() -> None:
    assert is_known("Игорь Istomin, שלום")
    assert not is_known("漢")


def test_measuring_imports_no_font_library() -> None:
    code = "import sys; from argmap.render.fonts import text_width; text_width('x', 1); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"fontTools", "fpdf", "PIL"} & set(loaded.split())
