"""A page of text: headings, indented paragraphs, and lines with an id at the right."""

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal."""

Part = str | tuple[str, str] | Text


class Page:
    """Prints paragraphs to a console, wrapped at a readable width.

    Args:
        console: where to.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = min(console.width, WIDEST)

    def heading(self, text: str) -> None:
        """Print a heading with a blank line before and after."""
        self.blank()
        self._print(Text(text, style="heading"))
        self.blank()

    def paragraph(self, *parts: Part, indent: int = 0, hanging: int = 0) -> None:
        """Print words, wrapped.

        Args:
            parts: text, or pairs of text and style.
            indent: columns at the left of every line.
            hanging: further columns at the left of every line but the first.
        """
        text = assemble(*parts)
        first, *more = text.wrap(self._console, max(self.width - indent, 20))
        self._print(first, indent)
        if more and hanging:
            start = len(first.plain)
            while text.plain[start : start + 1] == " ":
                start += 1
            rest = text[start:]
            more = list(rest.wrap(self._console, max(self.width - indent - hanging, 20)))
        for line in more:
            self._print(line, indent + hanging)

    def entry(self, *parts: Part, key: str, indent: int = 0) -> None:
        """Print words with an id at the right of their last line, or below where there is no room."""
        lines = assemble(*parts).wrap(self._console, max(self.width - indent, 20))
        for line in lines[:-1]:
            self._print(line, indent)
        last = lines[-1]
        last.rstrip()
        room = self.width - indent - last.cell_len - cell_len(key)
        if room < 2:  # noqa: PLR2004 — a gap that the eye sees
            self._print(last, indent)
            last, room = Text(), max(self.width - indent - cell_len(key), 0)
        self._print(Text.assemble(last, " " * room, (key, "id")), indent)

    def verbatim(self, text: str, indent: int = 0) -> None:
        """Print a line as it is, however long, so that an address can be copied."""
        self._console.file.write(" " * indent + text + "\n")

    def blank(self) -> None:
        """Print an empty line."""
        self._console.print()

    def _print(self, line: Text, indent: int = 0) -> None:
        line.rstrip()
        self._console.print(Padding(line, (0, 0, 0, indent), expand=False), soft_wrap=True)


def assemble(*parts: Part) -> Text:
    """Join words, plain or with a style, into one text."""
    text = Text()
    for part in parts:
        if isinstance(part, tuple):
            text.append(part[0], style=part[1])
        else:
            text.append(part)
    return text


def plural(count: int, one: str, many: str | None = None) -> str:
    """Count things in words: ``1 claim``, ``2 claims``."""
    return f"{count} {one if count == 1 else many or one + 's'}"
