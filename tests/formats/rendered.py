"""What readers of Markdown show: the words of each block, the links and the anchors."""

import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

HEADINGS: Final = frozenset({"h1", "h2", "h3"})
BLOCKS: Final = HEADINGS | {"p", "ul", "ol", "li", "blockquote", "hr", "pre", "table", "td", "th", "div"}
PLAIN: Final = HEADINGS | {"p", "ul", "li", "blockquote", "a", "span"}
EXTENSIONS: Final = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]
PANDOC: Final = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(not PANDOC, reason="pandoc is not at hand")


class Page(HTMLParser):
    """A page as its readers see it.

    Args:
        html: the page.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self._said = ""
        self.feed(html)
        self.close()
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.links += [unquote(found["href"] or "")] if "href" in found else []
        self.anchors += [found["id"] or ""] if "id" in found else []
        if tag in BLOCKS:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        self._said += data

    def _end(self) -> None:
        words = self._said.strip("\n")
        self.words += [words] if words else []
        self._said = ""


def pandoc(text: str, *options: str) -> str:
    assert PANDOC
    done = subprocess.run([PANDOC, *options], input=text, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


RENDERERS: Final[dict[str, Callable[[str], str]]] = {
    "commonmark": lambda text: str(MarkdownIt("commonmark").render(text)),
    "gfm-like": lambda text: str(MarkdownIt("gfm-like").render(text)),
    "cmark-gfm": lambda text: cmarkgfm.markdown_to_html_with_extensions(
        text, Options.CMARK_OPT_UNSAFE, EXTENSIONS
    ),
}
