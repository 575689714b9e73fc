"""Paragraphs and pages of a text: plain, Markdown, HTML or PDF."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from argmap.files.copies.html_text import HtmlText
from argmap.files.copies.page_numbers import first_page, without_number
from argmap.text.quotes import holds, normalise

_SENTENCE_END: Final = re.compile(r"[.?!\u2026\u3002\uff01\uff1f][\"'\u201d\u2019\u00bb)\]*_]*$")
_WRAPPED_AT: Final = 120
_BOMS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_CHARSET: Final = re.compile(rb"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEADING: Final = re.compile(r"#{1,6}\s+(.*)")
_LINE_MARKS: Final = re.compile(r"^(?:>\s?|[-*+]\s+|\d+[.)]\s+)+", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*+\)")
_EMPHASIS: Final = re.compile(r"\*\*|__|(?<!\w)[*_`]|[*_`](?!\w)")


@dataclass(frozen=True)
class RunningText:
    """A text in its parts.

    Args:
        lines: its paragraphs, headings and whatever else stands alone, in order.
        title: the title of the work, which is not a paragraph even if it ends in a question mark.
        pages: its pages, where it has any.
        headings: the positions of lines known to be headings.
        first_page: the number of the first page, from which the others are counted on.
    """

    lines: tuple[str, ...]
    title: str = ""
    pages: tuple[str, ...] = ()
    headings: frozenset[int] = frozenset()
    first_page: int = 1
    _looked_up: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def whole(self) -> str:
        """All of it."""
        return "\n".join(self.lines)

    def holds(self, quote: str) -> bool:
        """Tell whether a quote stands anywhere in it, be it across the end of a page."""
        if quote not in self._looked_up:  # several rules ask, and the tally of quotes
            self._looked_up[quote] = holds(self.whole, quote)
        return self._looked_up[quote]

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The running text: lines that end as sentences do; title, rubrics and headings do not count."""
        title = normalise(self.title)
        return tuple(
            line
            for at, line in enumerate(self.lines)
            if at not in self.headings and _SENTENCE_END.search(line.rstrip()) and normalise(line) != title
        )


def read_running_text(raw: bytes, ending: str, title: str) -> RunningText:
    """Read a text.

    Args:
        raw: the content of the file.
        ending: the file name's, such as ``.html``; anything unknown is plain text.
        title: the title of the work.

    Raises:
        ValueError: nothing can be made of the content.
    """
    if ending == ".pdf":
        pages, labels = _pdf_pages(raw)
        return _paged(pages, title, first_page(pages, labels))
    text = _decode(raw)
    if ending in {".html", ".htm"}:
        page = HtmlText(text)
        return RunningText(tuple(page.lines), title, headings=frozenset(page.headings))
    if ending in {".md", ".markdown"}:
        lines, headings = _markdown(text)
        return RunningText(lines, title, headings=headings)
    if "\f" in text:
        pages = tuple(text.split("\f"))
        return _paged(pages, title, first_page(pages))
    return RunningText(tuple(_plain_lines(text)), title)


def _paged(numbered: Sequence[str], title: str, first: int) -> RunningText:
    pages = tuple(without_number(page, number) for number, page in enumerate(numbered, first))
    lines = tuple(line for page in pages for line in _plain_lines(page))
    return RunningText(lines, title, pages, first_page=first)


def _decode(raw: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw[:2048])
    try:
        return raw.decode(declared[1].decode("ascii") if declared else "cp1252", errors="replace")
    except LookupError:
        return raw.decode("cp1252", errors="replace")


def _plain_lines(text: str) -> Iterator[str]:
    """Give the lines; where the text is wrapped, the blocks between blank lines."""
    lines = text.splitlines()
    if _is_wrapped(lines):
        yield from _blocks(lines)
    else:
        yield from (line.strip() for line in lines if line.strip())


def _is_wrapped(lines: Iterable[str]) -> bool:
    """Tell whether sentences run on from line to line, and no line is long."""
    filled = [line.strip() for line in lines if line.strip()]
    running = sum(1 for line in filled if not _SENTENCE_END.search(line))
    return max(map(len, filled), default=0) <= _WRAPPED_AT and 2 * running > len(filled)


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield "\n".join(block)
            block = []


def _markdown(text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    lines: list[str] = []
    headings: set[int] = set()
    for block in _blocks(text.splitlines()):
        if match := _HEADING.match(block):
            headings.add(len(lines))
            lines.append(match[1].strip("# "))
            block = block.partition("\n")[2]  # noqa: PLW2901 — what follows the heading
        if block:
            lines.append(_without_markup(block))
    return tuple(lines), frozenset(headings)


def _without_markup(block: str) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _LINE_MARKS.sub("", block)))


def _pdf_pages(raw: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the text of each page, and what the file calls each page.

    Raises:
        ValueError: it is not a PDF, or one that cannot be read.
    """
    import logging
    from io import BytesIO

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(raw))
        return tuple(page.extract_text() for page in reader.pages), tuple(reader.page_labels)
    except Exception as error:  # a damaged PDF fails in many ways
        raise ValueError(f"is not a PDF that can be read: {error}") from error
