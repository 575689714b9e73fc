"""Findings for people: where, what, the words themselves, and what would be right."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.yaml.places import Places
from argmap.report.console import PaintingConsole
from argmap.report.snippets import Snippet, cut_snippet
from argmap.rules.engine.registry import BY_CODE
from argmap.text.clean import one_line, visible

_OFF_TERMINAL: Final = 120
_MOST_RELATED: Final = 6

Piece = str | tuple[str, str]
"""Some words, or some words and their style."""


def print_diagnostics(findings: Sequence[Diagnostic], places: Places, console: PaintingConsole) -> None:
    """Print each finding with the line it is about, the words underlined, and its tip.

    Args:
        findings: what to print, in order.
        places: the files they are in.
        console: where to; colour and hyperlinks only if it has colour.
    """
    width = console.width if console.is_terminal else _OFF_TERMINAL
    for number, finding in enumerate(findings):
        lines = list(_lines(finding, places, width))
        if number and any(len(line) > 1 for line in lines[1:]):
            lines.insert(0, [])
        for pieces in lines:
            written = (_written(piece, finding.location, console) for piece in pieces)
            console.file.write("".join(written) + "\n")
    console.file.flush()


def _lines(finding: Diagnostic, places: Places, width: int) -> Iterator[list[Piece]]:
    level = finding.severity.value
    rule = BY_CODE.get(finding.code)
    named = f" [{level}: {rule.name}]" if rule else f" [{level}]"
    message = one_line(finding.message)
    yield [(_shown(finding.location), "place"), ": ", (finding.code, level), f" {message}", (named, "quiet")]
    shown = [(finding.location, "^", ""), *((item.location, "-", item.message) for item in finding.related)]
    cut = [
        (place, mark, label, _snippet(place, places, width - 8))
        for place, mark, label in shown[:_MOST_RELATED]
    ]
    gutter = max((len(str(snippet.number)) for *_, snippet in cut if snippet), default=0)
    file = finding.location.file
    for place, mark, label, snippet in cut:
        if snippet is None:
            if label:
                yield [" " * gutter, ("  = ", "quiet"), f"{one_line(label)}: {_shown(place)}"]
            continue
        if place.file != file:
            file = place.file
            yield [" " * gutter, (f" ::: {_shown(place)}", "quiet")]
        yield from _underlined(snippet, mark, one_line(label), gutter, level)
    if finding.hint:
        yield [" " * gutter, ("  = ", "quiet"), ("tip: ", "hint"), one_line(finding.hint)]


def _snippet(place: Location, places: Places, width: int) -> Snippet | None:
    file = places.files.get(place.file)
    return cut_snippet(file, place, width) if file else None


def _underlined(snippet: Snippet, mark: str, label: str, gutter: int, level: str) -> Iterator[list[Piece]]:
    bar = f"{snippet.number:>{gutter}} | "
    yield [(bar, "quiet"), snippet.line]
    below = mark * snippet.width + (f" {label}" if label else "")
    yield [(f"{'':>{gutter}} | ", "quiet"), " " * snippet.indent, (below, level if mark == "^" else "info")]


def _shown(place: Location) -> str:
    return visible(str(place)).replace("\n", "\ufffd")


def _written(piece: Piece, place: Location, console: PaintingConsole) -> str:
    if isinstance(piece, str):
        return visible(piece)
    words, style = visible(piece[0]), piece[1]
    if console.no_color:
        return words
    if style != "place":
        return console.painted(words, style)
    return _linked(console.painted(words, "name"), place)


def _linked(words: str, place: Location) -> str:
    """Make words a hyperlink (OSC 8) to the file of a place.

    Rich can do it, but gives each link a random number, and the same findings shall give the same bytes.
    """
    path = Path(place.file)
    if not path.is_file():
        return words
    return f"\x1b]8;;{path.absolute().as_uri()}\x1b\\{words}\x1b]8;;\x1b\\"
