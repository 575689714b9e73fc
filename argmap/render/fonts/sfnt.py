"""A small reader of TrueType and OpenType files: which characters a font has, and how wide they are.

It reads the five tables that measuring needs with `struct` alone, so that measuring text does not
import a font library. Table layouts: the OpenType specification 1.9 (ISO/IEC 14496-22).
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_NORMAL_WEIGHT = 400
_SEGMENT_MAPPING, _SEGMENTED_COVERAGE = 4, 12
_LAST_CODE_POINT = 0x10FFFF


class FontError(Exception):
    """A file is not a font that this reader understands."""


class Face(NamedTuple):
    """One font: the characters that it draws, and how far each of them moves the pen.

    Args:
        characters: code point -> glyph number, for every character the font draws.
        advances: glyph number -> advance width in em; the last one repeats for all further glyphs.
        regular: the weight is normal and the slant upright.
    """

    characters: dict[int, int]
    advances: tuple[float, ...]
    regular: bool

    def advance(self, character: str) -> float | None:
        """Return the advance width of one character in em, or None if the font lacks it."""
        glyph = self.characters.get(ord(character))
        if glyph is None:
            return None
        return self.advances[min(glyph, len(self.advances) - 1)]


def read_face(path: Path, number: int = 0) -> Face:
    """Read one font of a `.ttf`, `.otf` or `.ttc` file.

    Args:
        path: the font file.
        number: which font of a collection.

    Raises:
        FontError: the file is not a font, or is damaged.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    try:
        tables = _tables(data, number)
        return Face(_characters(tables[b"cmap"]), _advances(tables), _is_regular(tables))
    except (struct.error, KeyError, IndexError, ValueError) as error:
        raise FontError(f"{path.name} is not a usable font") from error


def _tables(data: bytes, number: int) -> dict[bytes, memoryview]:
    start = struct.unpack_from(">I", data, 12 + 4 * number)[0] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    view = memoryview(data)
    records = (struct.unpack_from(">4s4xII", data, start + 12 + 16 * index) for index in range(count))
    return {tag: view[offset : offset + length] for tag, offset, length in records}


def _advances(tables: dict[bytes, memoryview]) -> tuple[float, ...]:
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    metrics = struct.unpack_from(f">{2 * count}H", tables[b"hmtx"])
    return tuple(advance / units for advance in metrics[::2])


def _is_regular(tables: dict[bytes, memoryview]) -> bool:
    if b"OS/2" not in tables:
        return False
    (weight,) = struct.unpack_from(">H", tables[b"OS/2"], 4)
    (selection,) = struct.unpack_from(">H", tables[b"OS/2"], 62)
    return bool(weight == _NORMAL_WEIGHT and not selection & 1)


def _characters(cmap: memoryview) -> dict[int, int]:
    """Read the widest Unicode subtable: format 12 where there is one, else format 4."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = [struct.unpack_from(">HHI", cmap, 4 + 8 * index)[2] for index in range(count)]
    subtables = {struct.unpack_from(">H", cmap, offset)[0]: cmap[offset:] for offset in offsets}
    wide = subtables.get(_SEGMENTED_COVERAGE)
    pairs = _format_4(subtables[_SEGMENT_MAPPING]) if wide is None else _format_12(wide)
    return {code: glyph for code, glyph in pairs if glyph}


def _format_12(table: memoryview) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", table, 12)
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        if last > _LAST_CODE_POINT:
            raise ValueError(last)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _format_4(table: memoryview) -> Iterator[tuple[int, int]]:
    (length, doubled) = struct.unpack_from(">2xH2xH", table)
    count = doubled // 2
    words = struct.unpack_from(f">{length // 2}H", table)
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        base = 8 + 3 * count + index + offset // 2
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = words[base + code - first] if offset else code
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0
