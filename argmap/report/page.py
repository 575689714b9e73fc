"""A page of text: headings, indented paragraphs, and lines with an id at the right.

The page wraps its own lines: most of them are plain text that fits, and a report on a large map has a
hundred thousand. Colour is rich's affair.
"""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from argmap.report.console import Console
from argmap.report.wrapping import width_of, wrap
from argmap.text.clean import harmless

if TYPE_CHECKING:
    from rich.text import Text

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal."""

Part: TypeAlias = "str | tuple[str, str] | Text"

USUAL = 80
"""The width where the terminal claims to have none."""

_GAP = 2
_STEP = 2
_DEEPEST = 12
_NARROWEST, _ROOM = 20, 36


class Page:
    """Prints paragraphs to a console, wrapped at a readable width.

    Args:
        console: where to.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._write = console.file.write
        self._is_plain = console.no_color or not console.is_terminal
        self.width = min(console.width or USUAL, WIDEST)
        self._deepest = max(1, min(_DEEPEST, (self.width - _ROOM) // _STEP))

    def step(self, depth: int) -> int:
        """Give the columns at the left of what lies so many levels deep, which leave room for words."""
        return _STEP * min(depth, self._deepest)

    def level(self, depth: int) -> "tuple[Part, ...]":
        """Give what is said of a depth that the columns at the left do not show."""
        return ((f"level {depth + 1} · ", "quiet"),) if depth > self._deepest else ()

    def heading(self, text: str) -> None:
        """Print a heading with a blank line before and after."""
        self.blank()
        self.paragraph((text, "heading"))
        self.blank()

    def paragraph(self, *parts: Part, indent: int = 0, hanging: int = 0) -> None:
        """Print words, wrapped.

        Args:
            parts: text, or pairs of text and style.
            indent: columns at the left of every line.
            hanging: further columns at the left of every line but the first.
        """
        parts = _clean(parts)
        text = _plain(parts)
        if self._is_plain and len(text) <= self.width - indent and width_of(text) == len(text):
            self._write(f"{' ' * indent}{text}\n")
            return
        left = indent
        for start, end in self._lines(text, indent, hanging):
            self._line(parts, text, start, end, left)
            left = indent + hanging

    def entry(self, *parts: Part, key: str, indent: int = 0) -> None:
        """Print words with an id at the right of their last line, or below where there is no room."""
        parts = _clean(parts)
        text = _plain(parts)
        *lines, (start, end) = self._lines(text, indent, 0)
        for first, last in lines:
            self._line(parts, text, first, last, indent)
        room = self.width - indent - width_of(text[start:end]) - width_of(key)
        if room < _GAP:
            self._line(parts, text, start, end, indent)
            self._line([(key, "id")], key, 0, len(key), max(self.width - width_of(key), indent))
            return
        if self._is_plain:
            self._write(f"{' ' * indent}{text[start:end]}{' ' * room}{key}\n")
            return
        whole = text[start:end] + " " * room + key
        cut = chain(_cut(parts, start, end), (" " * room, (key, "id")))
        self._line(list(cut), whole, 0, len(whole), indent)

    def branch(self, *parts: Part, lead: str, rest: str) -> None:
        """Print words beside the guides of a tree.

        Args:
            parts: text, or pairs of text and style.
            lead: the guides before the first line.
            rest: the guides before each line after it, as wide as ``lead``.
        """
        parts = _clean(parts)
        guides = lead
        for start, end in self._lines(_plain(parts), len(lead), 0):
            self.line((guides, "quiet"), *_cut(parts, start, end))
            guides = rest

    def line(self, *parts: Part) -> None:
        """Print words on one line, as wide as they are."""
        parts = _clean(parts)
        text = _plain(parts)
        self._line(parts, text, 0, len(text), 0)

    def verbatim(self, text: str, indent: int = 0) -> None:
        """Print a line as it is, however long, so that an address can be copied."""
        self._write(" " * indent + _on_one_line(text) + "\n")

    def blank(self) -> None:
        """Print an empty line."""
        self._write("\n")

    def _lines(self, text: str, indent: int, hanging: int) -> list[tuple[int, int]]:
        width = max(self.width - indent, _NARROWEST)
        return wrap(text, width, max(width - hanging, _NARROWEST))

    def _line(
        self, parts: "list[Part] | tuple[Part, ...]", text: str, start: int, end: int, left: int
    ) -> None:
        """Print the part of a text from start to end; ``parts`` carry its styles."""
        if self._is_plain:
            self._write(f"{' ' * left}{text[start:end]}\n")
        else:
            from argmap.report.colour import print_parts

            print_parts(self._console, (" " * left, *_cut(parts, start, end)))


def _clean(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Make words that a file may hold harmless; each keeps its length."""
    return tuple(
        _on_one_line(part)
        if isinstance(part, str)
        else (_on_one_line(part[0]), part[1])
        if isinstance(part, tuple)
        else part
        for part in parts
    )


def _on_one_line(text: str) -> str:
    return text if text.isprintable() else harmless(text).replace("\n", " ")


def _plain(parts: "list[Part] | tuple[Part, ...]") -> str:
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0]
    return "".join(
        part if isinstance(part, str) else part[0] if isinstance(part, tuple) else part.plain
        for part in parts
    )


def _cut(parts: "list[Part] | tuple[Part, ...]", start: int, end: int) -> Iterator[Part]:
    """Give what lies between two offsets, styles kept."""
    offset = 0
    for part in parts:
        words = part[0] if isinstance(part, tuple) else part
        first, last = max(start - offset, 0), min(end - offset, len(words))
        offset += len(words)
        if first < last:
            inner = words[first:last]
            yield (inner, part[1]) if isinstance(part, tuple) and isinstance(inner, str) else inner
