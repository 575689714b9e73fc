from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

MakeFont = Callable[..., Path]


@pytest.fixture(scope="session")
def make_font() -> MakeFont:
    """A function that writes a font in which every given character is the same square, 0.8 em in 1 em."""

    def make(path: Path, characters: str, weight: int = 400) -> Path:
        glyphs = [".notdef", *(f"g{index}" for index in range(len(characters)))]
        builder = FontBuilder(1000)
        builder.setupGlyphOrder(glyphs)
        builder.setupCharacterMap({ord(character): f"g{index}" for index, character in enumerate(characters)})
        builder.setupGlyf(dict.fromkeys(glyphs, _square()))
        builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
        builder.setupHorizontalHeader()
        builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
        builder.setupOS2(usWeightClass=weight)
        builder.setupPost()
        builder.save(path)
        return path

    return make


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 800), (800, 800), (800, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
