"""The lines of an HTML page, read from left to right without looking at anything twice.

What is not closed, be it a tag, a comment or a script, goes on to the end of the file, as in a browser
(https://html.spec.whatwg.org/multipage/parsing.html).
"""

import html
import re
from typing import Final

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th"),
        *("tr", "ul"),
    )
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title"))
_RAW: Final = frozenset(("script", "style"))
_SILENT: Final = frozenset(("template", "noscript"))
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_REST_OF_TAG: Final = re.compile(r"""(?:=\s*+"[^"]*"|=\s*+'[^']*'|[^>])*+>""")
_ENDLESS_NUMBER: Final = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")


class HtmlText:
    """The lines of a page.

    Args:
        text: the page.

    Attributes:
        lines: its paragraphs, headings and whatever else stands alone, with single blanks.
        headings: the positions of lines that are headings.
    """

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self.headings: set[int] = set()
        self._text = text
        self._block: list[str] = []
        self._silent = 0
        self._read()
        self._end_block()

    def _read(self) -> None:
        at = 0
        while (mark := self._text.find("<", at)) >= 0:
            self._say(at, mark)
            at = self._markup(mark)
        self._say(at, len(self._text))

    def _say(self, start: int, end: int) -> None:
        if not self._silent and start < end:
            self._block.append(self._text[start:end])

    def _markup(self, at: int) -> int:
        """Read what begins with a bracket; give where it ends."""
        if tag := _TAG.match(self._text, at):
            return self._tag(tag[2].lower(), tag.end(), is_end=bool(tag[1]))
        if self._text.startswith("<!--", at):
            return self._after("-->", at + 2)
        if self._text.startswith(("<!", "<?", "</"), at):
            return self._after(">", at)
        self._say(at, at + 1)
        return at + 1

    def _after(self, mark: str, at: int) -> int:
        found = self._text.find(mark, at)
        return found + len(mark) if found >= 0 else len(self._text)

    def _tag(self, name: str, at: int, *, is_end: bool) -> int:
        rest = _REST_OF_TAG.match(self._text, at)
        if rest is None:
            return len(self._text)
        if name in _RAW and not is_end:
            return self._after_raw(name, rest.end())
        if name in _SILENT:
            self._silent = max(0, self._silent + (-1 if is_end else 1))
        elif name in _BLOCKS or name in _HEADINGS:
            self._end_block(is_heading=is_end and name in _HEADINGS)
        return rest.end()

    def _after_raw(self, name: str, at: int) -> int:
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
        return found.start() if found else len(self._text)

    def _end_block(self, *, is_heading: bool = False) -> None:
        """Finish the line that is being collected."""
        said = html.unescape(_ENDLESS_NUMBER.sub("\ufffd", "".join(self._block)))
        line = " ".join(said.split())
        self._block.clear()
        if line:
            if is_heading:
                self.headings.add(len(self.lines))
            self.lines.append(line)
