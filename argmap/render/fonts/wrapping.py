"""Breaking a text into lines that fit a width, by the widths of the bundled fonts."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from argmap.render.fonts.measure import room_for
from argmap.text.graphemes import continues, cuts, graphemes

ELLIPSIS = "…"

# Spaces that a line may break at; the no-break spaces (U+00A0, U+2007, U+202F) are missing.
_SPACES = str.maketrans(
    dict.fromkeys(
        "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
        "\u2008\u2009\u200a\u2028\u2029\u205f\u3000",
        " ",
    )
)
# After these a word may be broken: hyphens and dashes, slashes, zero-width space.
_BREAK_AFTER = frozenset("-\u2010\u2013\u2014/\u200b")
_LAST_ALPHABETIC = "\u2e7f"
# Signs that never begin a line of Japanese, beside punctuation (JIS X 4051, the common part).
_NO_START = frozenset("ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_OPENING = frozenset({"Ps", "Pi"})

Measure = Callable[[str], float]


def wrap(
    text: str, width: float, size: float, *, bold: bool = False, max_lines: int | None = None
) -> list[str]:
    """Break a text into lines that fit a box, also where a wider substitute font draws them.

    White space is where lines break and is otherwise one space; long words also break after hyphens and
    slashes, Chinese and Japanese between any two characters; a word wider than the box breaks anywhere
    but inside a combined character. Only white space is lost, unless `max_lines` cuts: an ellipsis says so.

    Args:
        text: any text; line breaks in it count as spaces.
        width: room for each line in points.
        size: font size in points.
        bold: measure the bold face.
        max_lines: the most lines to return, at least 1.

    Returns:
        The lines, without white space at their ends; none for a blank text. `box_width(lines, size)` is at
        most `width`, unless a single character is wider.
    """

    def measure(line: str) -> float:
        return room_for(line, size, bold=bold)

    whole = " ".join(_words(text))
    lines = [whole] if whole and measure(whole) <= width else list(_fill(text, width, measure))
    if max_lines is not None and len(lines) > max_lines:
        lines[max_lines - 1 :] = [_cut(lines[max_lines - 1], width, measure)]
    return lines


def _fill(text: str, room: float, measure: Measure) -> Iterator[str]:
    """Fill lines greedily, the first word that does not fit starting the next line."""
    line = ""
    for gap, piece in _pieces(text):
        joined = line + gap + piece if line else piece
        if measure(joined) <= room:
            line = joined
            continue
        if line:
            yield line
        *full, line = _split(piece, room, measure)
        yield from full
    if line:
        yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may not be broken, each with the space before it: "" or " "."""
    for word in _words(text):
        if max(word) <= _LAST_ALPHABETIC and _BREAK_AFTER.isdisjoint(word):
            yield " ", word
            continue
        ends = [end for end in cuts(word)[:-1] if _may_break(word, end)]
        for start, end in pairwise([0, *ends, len(word)]):
            yield "" if start else " ", word[start:end]


def _words(text: str) -> list[str]:
    """Part a text at its spaces, but where a mark stands on one."""
    words: list[str] = []
    for word in filter(None, text.translate(_SPACES).split(" ")):
        if words and continues(word[0]):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _may_break(word: str, at: int) -> bool:
    """Tell whether a line may end between two characters of a word (simplified from Unicode Annex 14)."""
    before, after = word[at - 1], word[at]
    if before in _BREAK_AFTER:
        return at > 1 and word[at - 2].isalnum() and after.isalpha()
    if unicodedata.category(after) in _CLOSING or unicodedata.category(before) in _OPENING:
        return False
    if after in _NO_START:
        return False
    return _is_ideographic(before) or _is_ideographic(after)


def _is_ideographic(character: str) -> bool:
    return character > _LAST_ALPHABETIC and unicodedata.east_asian_width(character) in "WF"


def _split(piece: str, room: float, measure: Measure) -> list[str]:
    """Split what is wider than a line between its characters; the last part may go on."""
    if measure(piece) <= room:
        return [piece]
    parts = [""]
    for drawn in graphemes(piece):
        if parts[-1] and measure(parts[-1] + drawn) > room:
            parts.append("")
        parts[-1] += drawn
    return parts


def _cut(line: str, room: float, measure: Measure) -> str:
    """Return a line with an ellipsis, shortened to fit: to whole words if possible."""
    end = next((end for end in reversed(cuts(line)) if measure(line[:end] + ELLIPSIS) <= room), 0)
    whole_words = line[:end] if line[end : end + 1] in {"", " "} else line[:end].rpartition(" ")[0]
    return (whole_words or line[:end]).rstrip() + ELLIPSIS
