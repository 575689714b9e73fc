"""Letters of other scripts that look like Latin ones; Unicode Technical Standard 39 calls them confusable."""

from typing import Final

_CYRILLIC: Final = ("авеікмнорстухѕјԁһ", "abeikmhopctyxsjdh")
_GREEK: Final = ("αοικνρτυχβεημγ", "aoikvptuxbenuy")
_TABLE: Final = str.maketrans("".join((_CYRILLIC[0], _GREEK[0])), "".join((_CYRILLIC[1], _GREEK[1])))


def look_alike(first: str, second: str) -> bool:
    """Tell whether two different names look the same, since letters of several scripts stand in them."""
    return first != second and skeleton(first) == skeleton(second) and not (first + second).isascii()


def skeleton(name: str) -> str:
    """Put the Latin letter for each that looks like it; what looks alike has the same skeleton."""
    return name if name.isascii() else name.casefold().translate(_TABLE)
