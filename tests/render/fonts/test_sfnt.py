import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from argmap.render.fonts import font_files
from argmap.render.fonts.sfnt import FontError, read_face


@pytest.mark.parametrize("path", font_files(), ids=lambda path: path.stem)
def test_agrees_with_fonttools_on_every_character(path: Path) -> None:
    face, font = read_face(path), TTFont(path)
    units = font["head"].unitsPerEm
    widths = {code: font["hmtx"][glyph][0] / units for code, glyph in font.getBestCmap().items()}
    assert {code: face.advance(chr(code)) for code in face.characters} == pytest.approx(widths)


def test_knows_the_regular_face() -> None:
    assert [read_face(path).regular for path in font_files()] == [True, False, False, False]


def test_a_missing_character_has_no_advance() -> None:
    assert read_face(font_files()[0]).advance("漢") is None


def test_reads_a_font_of_a_collection(tmp_path: Path) -> None:
    font = font_files()[0].read_bytes()
    header = struct.pack(">4sIII", b"ttcf", 0x10000, 1, 16)
    (count,) = struct.unpack_from(">H", font, 4)
    table = bytearray(font)
    for record in range(12, 12 + 16 * count, 16):
        (offset,) = struct.unpack_from(">I", font, record + 8)
        struct.pack_into(">I", table, record + 8, offset + len(header))
    collection = tmp_path / "fonts.ttc"
    collection.write_bytes(header + table)
    assert read_face(collection) == read_face(font_files()[0])


@pytest.mark.parametrize(
    "content",
    [b"", b"not a font at all", font_files()[0].read_bytes()[:300], b"\0\1\0\0\xff\xff" + bytes(40)],
    ids=["empty", "text", "cut short", "no tables"],
)
def test_refuses_what_is_no_font(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(content)
    with pytest.raises(FontError, match=r"broken\.ttf is not a usable font"):
        read_face(file)


def test_reads_characters_beyond_the_basic_plane(tmp_path: Path, make_font: Callable[..., Path]) -> None:
    face = read_face(make_font(tmp_path / "Emoji.ttf", "a😀𐍈"))
    assert set(face.characters) == set(map(ord, "a😀𐍈"))
    assert face.advance("😀") == 1
    assert face.advance("😁") is None


def test_refuses_a_font_with_impossible_characters(tmp_path: Path, make_font: Callable[..., Path]) -> None:
    file = make_font(tmp_path / "Huge.ttf", "a😀")
    file.write_bytes(
        file.read_bytes().replace(struct.pack(">II", 0x1F600, 0x1F600), b"\0\0\0\0\xff\xff\xff\xff")
    )
    with pytest.raises(FontError):
        read_face(file)
