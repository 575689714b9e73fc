from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from argmap.report.page import WIDEST, Page


def printed(*calls: tuple[str, dict[str, object]], width: int = 30) -> list[str]:
    file = StringIO()
    page = Page(Console(file=file, width=width, no_color=True))
    for words, options in calls:
        (page.entry if "key" in options else page.paragraph)(words, **options)  # type: ignore[arg-type]
    return file.getvalue().splitlines()


def test_paragraphs_are_wrapped_and_indented() -> None:
    assert printed(("one two three four five six seven eight nine", {"indent": 4, "hanging": 2})) == [
        "    one two three four five",
        "      six seven eight nine",
    ]


def test_an_id_stands_at_the_right() -> None:
    assert printed(("A title", {"key": "an-id"})) == ["A title                  an-id"]


def test_an_id_that_does_not_fit_stands_below() -> None:
    assert printed(("A title of many words here", {"key": "an-id"})) == [
        "A title of many words here",
        "                         an-id",
    ]


def test_lines_are_never_too_long_to_read() -> None:
    lines = printed(("word " * 100, {}), width=300)
    assert max(map(len, lines)) <= WIDEST


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])), st.integers(20, 60))
def test_no_line_is_wider_than_the_page(words: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in printed((words, {}), width=width))
