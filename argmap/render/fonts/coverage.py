"""Which font files a text needs: the bundled ones, and others where those lack a character."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from argmap.render.fonts.bundled import face
from argmap.render.fonts.sfnt import FontError, read_face

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
# Characters of these categories steer their neighbours or leave a gap; a font need not have them.
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SAMPLE = 20
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class Coverage(NamedTuple):
    """How a text can be drawn.

    Args:
        files: the font files to use beside the bundled ones, the most useful first.
        borrowed: the characters that were found in fonts of this computer only, in code point order.
        missing: the characters that no font has, in code point order.
    """

    files: tuple[Path, ...] = ()
    borrowed: str = ""
    missing: str = ""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say which characters may be drawn differently, or not at all, as sentences for the user."""
        found = []
        if self.borrowed:
            found.append(
                "drawn with fonts of this computer, so another may draw them differently: "
                + _sample(self.borrowed)
            )
        if self.missing:
            found.append(f"no font here has {_sample(self.missing)}: install one that does")
        return tuple(found)


def _sample(characters: str) -> str:
    more = len(characters) - _SAMPLE
    return f"{characters[:_SAMPLE]} and {more} more" if more > 0 else characters


def cover(text: str) -> Coverage:
    """Find the font files that draw every character of a text.

    Args:
        text: all text of a picture.

    Returns:
        The files, and what they do not cover. The computer's fonts are only read when something is missing.
    """
    wanted = {character for character in set(text) if is_visible(character)}
    wanted -= set(map(chr, face().characters))
    found, missing = _choose(wanted, _system_fonts() if wanted else ())
    borrowed = wanted - missing
    return Coverage(tuple(found), "".join(sorted(borrowed)), "".join(sorted(missing)))


def is_visible(character: str) -> bool:
    """Tell whether a font needs a glyph for a character by itself."""
    return unicodedata.category(character) not in _INVISIBLE and ord(character) not in _VARIATION_SELECTORS


def _choose(wanted: set[str], fonts: Iterable[Path]) -> tuple[list[Path], set[str]]:
    """Take, again and again, the font with most of the wanted characters; return what stays unfound."""
    chosen: list[Path] = []
    candidates = {path: found for path in fonts if (found := wanted & _characters(path))}
    while candidates and wanted:
        best = max(candidates, key=lambda path: (len(candidates[path] & wanted), _plainness(path)))
        if not candidates[best] & wanted:
            break
        chosen.append(best)
        wanted = wanted - candidates.pop(best)
    return chosen, wanted


@cache
def _characters(path: Path) -> frozenset[str]:
    try:
        return frozenset(map(chr, read_face(path).characters))
    except (FontError, OSError):
        return frozenset()


@cache
def _plainness(path: Path) -> int:
    """Rank fonts that cover the same: an upright sans serif of normal weight suits the bundled one."""
    return 2 * read_face(path).regular + ("sans" in path.stem.lower())


@cache
def _system_fonts() -> tuple[Path, ...]:
    files = (file for folder in _system_folders() for file in folder.rglob("*"))
    return tuple(sorted(file for file in files if file.suffix.lower() in _SUFFIXES))


def _system_folders() -> Iterator[Path]:
    home = Path(os.environ.get("HOME") or os.environ.get("USERPROFILE") or os.sep)
    if sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    elif sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield home / "AppData/Local/Microsoft/Windows/Fonts"
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (home / ".local/share/fonts", home / ".fonts")
