"""Writing the text of a drawing with embedded fonts."""

import re
from xml.etree.ElementTree import Element

from fpdf import FPDF

from argmap.render.fonts.bundled import FAMILY, font_file
from argmap.render.fonts.coverage import Coverage, is_visible
from argmap.render.pdf.colours import colour
from argmap.render.svg.extents import before

# fpdf2 sets the baseline of a cell without height this far below its position, in font sizes.
_BASELINE = 0.3
# Scripts that are written from right to left, join or reorder their letters, or stack marks on them.
_COMPLEX = re.compile(r"[\u0300-\u036f\u0590-\u10ff\u1700-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe20-\ufeff]")
_LONGEST = 400
# A white square, which the bundled fonts have, for what no font has.
_UNKNOWN = "\u25a1"


def is_complex(text: str) -> bool:
    """Tell whether a text must be shaped: it is not simply one glyph after another from left to right."""
    return _COMPLEX.search(text) is not None


def _pieces(words: str) -> list[str]:
    """Cut a text that fpdf2 could not set as a whole: its search for the direction of signs is recursive."""
    pieces = []
    while len(words) > _LONGEST:
        at = words.rfind(" ", 1, _LONGEST) + 1 or _LONGEST
        pieces.append(words[:at])
        words = words[at:]
    return [*pieces, words]


class Typesetter:
    """Writes text on the pages of one document.

    Args:
        pdf: the document.
        coverage: the fonts for characters that the bundled fonts lack.
        shaping: whether text of complex scripts can be shaped.
    """

    def __init__(self, pdf: FPDF, coverage: Coverage, *, shaping: bool) -> None:
        self._pdf = pdf
        self._shaping = shaping
        self._styles: set[str] = set()
        self._missing = str.maketrans(dict.fromkeys(coverage.missing, _UNKNOWN))
        fallbacks = {f"fallback {index}": path for index, path in enumerate(coverage.files)}
        for name, path in fallbacks.items():
            pdf.add_font(name, "", path)
        pdf.set_fallback_fonts(list(fallbacks), exact_match=False)

    def write(self, text: Element) -> None:
        """Write a `text` element where it stands."""
        words, paint = self._words(text.text or ""), colour(text.get("fill", "black"))
        if paint is None:
            return
        pdf, size = self._pdf, float(text.get("font-size", "14"))
        pdf.set_font(FAMILY, self._style(text), size)
        if self._shaping:
            pdf.set_text_shaping(is_complex(words), direction=text.get("direction", "ltr"))
        pdf.set_text_color(paint)
        pieces = [(pdf.get_string_width(piece), piece) for piece in _pieces(words)]
        if text.get("direction") == "rtl":
            pieces.reverse()
        pdf.x = float(text.get("x", "0")) - sum(width for width, _ in pieces) * before(text)
        pdf.y = float(text.get("y", "0")) - _BASELINE * size
        with pdf.local_context(fill_opacity=float(text.get("fill-opacity", "1"))):
            for width, piece in pieces:
                pdf.cell(width, 0, piece)

    def _words(self, text: str) -> str:
        """Return a text without what fonts would draw as boxes: characters they lack, and invisible ones."""
        if text.isascii() or (self._shaping and is_complex(text)):
            return text.translate(self._missing)
        return "".join(c for c in text if c.isspace() or is_visible(c)).translate(self._missing)

    def _style(self, text: Element) -> str:
        """Return the letters that fpdf2 uses for bold, italic, underlined and struck-out text."""
        bold, italic = text.get("font-weight") == "bold", text.get("font-style") == "italic"
        face = "B" * bold + "I" * italic
        if face not in self._styles:
            self._styles.add(face)
            self._pdf.add_font(FAMILY, face, font_file(bold=bold, italic=italic))
        decoration = text.get("text-decoration", "")
        return face + "U" * ("underline" in decoration) + "S" * ("line-through" in decoration)
