"""What a processor returns: runs of text with their looks, as plain text, HTML or Markdown."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

Look = tuple[str, ...]
"""The looks of a run: any of the keys of ``_TAGS``, outermost first."""

_TAGS: Final = {
    "italic": ("<i>", "</i>"),
    "oblique": ("<em>", "</em>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:lighter;">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "font-style:normal": ('<span style="font-style:normal;">', "</span>"),
    "font-weight:normal": ('<span style="font-weight:normal;">', "</span>"),
    "font-variant:normal": ('<span style="font-variant:normal;">', "</span>"),
}
_MARKS: Final = {"italic": "*", "oblique": "*", "bold": "**"}


class Run(NamedTuple):
    """Text of one look.

    Args:
        text: the text, without any markup.
        looks: how it looks, outermost first.
        link: the address that it links to, or nothing.
    """

    text: str
    looks: Look = ()
    link: str = ""


class Formatted(NamedTuple):
    """A citation, or an entry of a bibliography.

    Args:
        runs: its text.
    """

    runs: tuple[Run, ...]

    def text(self) -> str:
        """Give the plain text."""
        return "".join(run.text for run in self.runs)

    def html(self) -> str:
        """Give it as HTML, escaped."""
        return _tagged(self.runs, _escape_html, _html_tags, _html_link)

    def markdown(self, escape: Callable[[str], str]) -> str:
        """Give it as CommonMark, with HTML for what CommonMark lacks.

        Args:
            escape: makes a plain text stand for itself in Markdown.
        """
        return _tagged(_spaces_apart(self.runs), escape, _markdown_tags, _markdown_link)

    def stripped(self) -> "Formatted":
        """Give it without spaces at its ends."""
        runs = list(self.runs)
        while runs and not runs[0].text.strip():
            runs.pop(0)
        while runs and not runs[-1].text.strip():
            runs.pop()
        if runs:
            runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
        return Formatted(tuple(runs))


def _tagged(
    runs: Iterable[Run],
    escape: Callable[[str], str],
    tags: Callable[[str], tuple[str, str]],
    linked: Callable[[str, str], str],
) -> str:
    """Write the runs, with tags opened and closed as looks begin and end."""
    out: list[str] = []
    open_looks: list[str] = []
    for run in runs:
        keep = 0
        while keep < len(open_looks) and keep < len(run.looks) and open_looks[keep] == run.looks[keep]:
            keep += 1
        out.extend(tags(look)[1] for look in reversed(open_looks[keep:]))
        out.extend(tags(look)[0] for look in run.looks[keep:])
        open_looks = list(run.looks)
        text = escape(run.text)
        out.append(linked(text, run.link) if run.link else text)
    out.extend(tags(look)[1] for look in reversed(open_looks))
    return "".join(out)


def _spaces_apart(runs: Iterable[Run]) -> Iterator[Run]:
    """Take spaces out of the ends of marked texts, where CommonMark knows no marks."""
    for run in runs:
        bare = run.text.strip()
        if not run.looks or bare == run.text:
            yield run
            continue
        start = run.text.index(bare) if bare else 0
        for part in (Run(run.text[:start]), run._replace(text=bare), Run(run.text[start + len(bare) :])):
            if part.text:
                yield part


def _escape_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _html_tags(look: str) -> tuple[str, str]:
    return _TAGS[look]


def _markdown_tags(look: str) -> tuple[str, str]:
    mark = _MARKS.get(look)
    return (mark, mark) if mark else _TAGS[look]


def _html_link(text: str, link: str) -> str:
    address = _escape_html(link).replace('"', "&quot;")
    return f'<a href="{address}">{text}</a>'


def _markdown_link(text: str, link: str) -> str:
    safe = "".join(f"%{ord(sign):02X}" if sign in ' <>\\"' else sign for sign in link)
    return f"[{text}](<{safe}>)"
