"""Copies are read, and quotes found in them, with work in proportion to their size."""

from collections.abc import Callable

import pytest

from argmap.files.copies.running_text import read_running_text
from argmap.text.quotes import find_nearest, holds
from tests.growth import growth, is_linear

PIECES = {
    "words": "It rains in the harbour. ",
    "lines": "It rains\nin the har-\nbour.\n\n",
    "brackets": "[",
    "links": "[a](",
    "images": "![a](b ",
    "marks": "- > 1. *_**`",
    "headings": "# A #\n\n",
    "comments": "<!--",
    "declarations": "<![CDATA[ <? <!x ",
    "tags": "<p class=\"a' ",
    "open tags": "<p>x<b>",
    "attributes": '<a ="',
    "scripts": "<script>",
    "scripts in scripts": "<script></style>",
    "entities": "&#1111;&am;&",
    "numbers": "1",
    "pages": "12\fIt rains.\n",
    "breaks": "x-\n",
    "hyphens": "x-",
}
ENDINGS = (".txt", ".md", ".html")
QUOTES = (
    "x[a]x[a]x[a]z",
    "x",
    "It rains ... harbour",
    "[t]here [is] rain[s]",
    "rains in-the har-bour",
    "[x][y]",
)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_reading_a_copy(piece: str, ending: str) -> None:
    def work(size: int) -> Callable[[], object]:
        data = (piece * size).encode()
        return lambda: read_running_text(data, ending, "T").paragraphs

    costs = growth(work, 40)
    assert is_linear(costs), costs


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_finding_a_quote(piece: str, quote: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = piece * size + str(size)
        return lambda: (holds(text, quote), find_nearest([text], quote))

    costs = growth(work, 40)
    assert is_linear(costs), costs


def test_a_quote_with_many_brackets_is_looked_up_at_once() -> None:
    costs = growth(lambda size: lambda: holds("xaxaxaxa " * size, "x[a]" * size + "z"), 10)
    assert costs[-1] < 100_000


def test_a_page_says_what_a_browser_shows() -> None:
    page = """<!DOCTYPE html><title>T</title><script>if (a < b) { "</p>" }</script><h1>One &amp; two</h1>
    <p title="a > b">Three <b>four</b><br>five &#99999999999; < six</p><!-- no --><style>p > a {}</style>
    <template><p>no</p></template><noscript>no</noscript>seven<!-- never closed <p>no</p>"""
    found = read_running_text(page.encode(), ".html", "T")
    assert found.lines == ("T", "One & two", "Three four", "five \ufffd < six", "seven")
    assert found.headings == {0, 1}
