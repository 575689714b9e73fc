"""Writing the text of a drawing with embedded fonts."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from fpdf import FPDF

from argmap.render.fonts.bundled import FAMILY, font_file
from argmap.render.pdf.colours import colour

# fpdf2 sets the baseline of a cell without height this far below its position, in font sizes.
_BASELINE = 0.3
# Scripts between these are written from right to left, joined or reordered, up to the fonts' private corners.
_COMPLEX = ((0x0300, 0x036F), (0x0590, 0x10FF), (0x1700, 0x1CFF), (0xA800, 0xABFF), (0xFB1D, 0xFEFF))
_ALIGNMENT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def is_complex(text: str) -> bool:
    """Tell whether a text must be shaped: it is not simply one glyph after another from left to right."""
    return any(first <= ord(character) <= last for character in text for first, last in _COMPLEX)


class Typesetter:
    """Writes text on the pages of one document.

    Args:
        pdf: the document.
        fallbacks: files of the fonts for characters that the bundled fonts lack.
        shaping: whether text of complex scripts can be shaped.
    """

    def __init__(self, pdf: FPDF, fallbacks: Sequence[Path], *, shaping: bool) -> None:
        self._pdf = pdf
        self._shaping = shaping
        self._styles: set[str] = set()
        for path in fallbacks:
            pdf.add_font(path.name, "", path)
        self._fallbacks = [path.name for path in fallbacks]
        pdf.set_fallback_fonts(self._fallbacks, exact_match=False)

    def write(self, text: Element) -> None:
        """Write a `text` element where it stands."""
        words, paint = text.text or "", colour(text.get("fill", "black"))
        if paint is None:
            return
        pdf, size = self._pdf, float(text.get("font-size", "14"))
        pdf.set_font(FAMILY, self._style(text), size)
        if self._shaping:
            pdf.set_text_shaping(is_complex(words))
        pdf.set_text_color(paint)
        width = pdf.get_string_width(words)
        pdf.x = float(text.get("x", "0")) - width * _ALIGNMENT[text.get("text-anchor", "start")]
        pdf.y = float(text.get("y", "0")) - _BASELINE * size
        with pdf.local_context(fill_opacity=float(text.get("fill-opacity", "1"))):
            pdf.cell(width, 0, words)

    def _style(self, text: Element) -> str:
        """Return the letters that fpdf2 uses for bold, italic, underlined and struck-out text."""
        bold, italic = text.get("font-weight") == "bold", text.get("font-style") == "italic"
        face = "B" * bold + "I" * italic
        if face not in self._styles:
            self._styles.add(face)
            self._pdf.add_font(FAMILY, face, font_file(bold=bold, italic=italic))
        decoration = text.get("text-decoration", "")
        return face + "U" * ("underline" in decoration) + "S" * ("line-through" in decoration)
