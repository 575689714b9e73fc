"""Runs of text as HTML and Markdown."""

from argmap.csl import Formatted, Run

_BOTH = Formatted(
    (
        Run("Smith & Co. "),
        Run("A ", ("italic",)),
        Run("<b>", ("italic", "bold")),
        Run(" 2", ("sup",)),
        Run("x", (), 'https://x.org/a?b="c"&d'),
    )
)


def _escape(text: str) -> str:
    return text.replace("<", r"\<")


def test_plain_text_has_no_marks() -> None:
    assert _BOTH.text() == "Smith & Co. A <b> 2x"


def test_html_is_escaped_and_nested() -> None:
    assert _BOTH.html() == (
        "Smith &amp; Co. <i>A <b>&lt;b&gt;</b></i><sup> 2</sup>"
        '<a href="https://x.org/a?b=&quot;c&quot;&amp;d">x</a>'
    )


def test_markdown_has_no_space_inside_its_marks() -> None:
    assert _BOTH.markdown(_escape) == (
        r"Smith & Co. *A* ***\<b>*** <sup>2</sup>[x](<https://x.org/a?b=%22c%22&d>)"
    )


def test_nothing_is_nothing() -> None:
    empty = Formatted(())
    assert (empty.text(), empty.html(), empty.markdown(_escape)) == ("", "", "")
