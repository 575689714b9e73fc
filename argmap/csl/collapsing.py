"""Several works in one citation: put together by author, year or number."""

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from argmap.csl.content import Piece
from argmap.csl.locale import Locale
from argmap.csl.style import Part

_RUN: Final = 3
"""So many numbers in a row make a range."""


class Rendered(NamedTuple):
    """One work of a citation.

    Args:
        pieces: what is printed.
        bare: its text without prefix and suffix.
        names: the authors' names as printed.
        year_suffix: the letter behind the year.
        number: the number of its entry.
        whole: whether it has neither prefix, suffix nor locator.
    """

    pieces: list[Piece]
    bare: str
    names: tuple[str, ...]
    year_suffix: str
    number: int
    whole: bool


class Render(Protocol):
    """Writes one of the works, by its place."""

    def __call__(
        self, index: int, *, suppress_author: bool = False, without_suffix: bool = False
    ) -> Rendered:
        """Write it.

        Args:
            index: its place.
            suppress_author: whether the names are left out.
            without_suffix: whether the letter behind the year is left out.
        """
        ...


def join_cites(count: int, part: Part, render: Render, locale: Locale) -> list[Piece]:
    """Write the works of a citation with what stands between them.

    Args:
        count: how many there are.
        part: the citation of the style.
        render: writes one of them.
        locale: the language.
    """
    delimiter = part.layout_attributes.get("delimiter", "")
    options = part.attributes
    collapse = options.get("collapse", "")
    cites = [(index, render(index)) for index in range(count)]
    cites = [(index, cite) for index, cite in cites if cite.pieces]
    if collapse == "citation-number":
        return _numbers(
            [cite for _, cite in cites], delimiter, options.get("after-collapse-delimiter", delimiter), locale
        )
    grouping = collapse.startswith("year") or "cite-group-delimiter" in options
    if not grouping:
        return _joined([(cite.pieces, delimiter) for _, cite in cites])
    within = options.get("cite-group-delimiter", ", ")
    after = options.get("after-collapse-delimiter", delimiter)
    out: list[tuple[list[Piece], str]] = []
    for group in _by_names(cites):
        if out and out[-1][1] != delimiter:
            out[-1] = (out[-1][0], after)
        out.extend(_group(group, collapse, within, options.get("year-suffix-delimiter", delimiter), render))
        out[-1] = (out[-1][0], after if len(group) > 1 and collapse else delimiter)
    return _joined(out)


def _joined(parts: Sequence[tuple[list[Piece], str]]) -> list[Piece]:
    """Join pieces, each with what stands between it and the next."""
    out: list[Piece] = []
    for index, (pieces, delimiter) in enumerate(parts):
        out.extend(pieces)
        if index < len(parts) - 1 and delimiter:
            out.append(delimiter)
    return out


def _by_names(cites: Sequence[tuple[int, Rendered]]) -> list[list[tuple[int, Rendered]]]:
    """Put the works of the same authors together, where the first of them stands."""
    groups: dict[object, list[tuple[int, Rendered]]] = {}
    for index, cite in cites:
        groups.setdefault(cite.names or index, []).append((index, cite))
    return list(groups.values())


def _group(
    group: Sequence[tuple[int, Rendered]], collapse: str, within: str, suffix_delimiter: str, render: Render
) -> list[tuple[list[Piece], str]]:
    """Write the works of the same authors."""
    out: list[tuple[list[Piece], str]] = []
    previous = ""
    letters: list[str] = []
    for at, (index, cite) in enumerate(group):
        if not at or not collapse:
            out.append((cite.pieces, within))
            previous = render(index, suppress_author=True, without_suffix=True).bare if collapse else ""
            letters = [cite.year_suffix]
            continue
        if collapse.startswith("year-suffix") and cite.year_suffix and cite.whole and group[at - 1][1].whole:
            year = render(index, suppress_author=True, without_suffix=True).bare
            if year == previous and letters[-1]:
                ranged = (
                    collapse == "year-suffix-ranged" and ord(cite.year_suffix[-1]) == ord(letters[-1][-1]) + 1
                )
                letters.append(cite.year_suffix)
                out[-1] = (out[-1][0], suffix_delimiter)
                out.append(([cite.year_suffix], "\x00" if ranged else within))
                continue
            previous = year
        letters = [cite.year_suffix]
        out.append((render(index, suppress_author=True).pieces, within))
        if collapse.startswith("year-suffix"):
            previous = render(index, suppress_author=True, without_suffix=True).bare
    return _ranged(out, within)


def _ranged(parts: list[tuple[list[Piece], str]], within: str) -> list[tuple[list[Piece], str]]:
    """Write letters in a row as a range."""
    out: list[tuple[list[Piece], str]] = []
    run: list[tuple[list[Piece], str]] = []
    for part in parts:
        if part[1] == "\x00" or (run and part[0] == run[-1][0]):
            run.append(part)
            continue
        _close_run(out, run, within)
        run = []
        out.append(part)
    _close_run(out, run, within)
    return out


def _close_run(out: list[tuple[list[Piece], str]], run: list[tuple[list[Piece], str]], within: str) -> None:
    if len(run) < _RUN - 1:
        out.extend((pieces, within) for pieces, _ in run)
    elif out:
        out[-1] = (out[-1][0], "\u2013")
        out.append((run[-1][0], within))


def _numbers(cites: Sequence[Rendered], delimiter: str, after: str, locale: Locale) -> list[Piece]:
    """Write numbers in a row as ranges."""
    out: list[tuple[list[Piece], str]] = []
    at = 0
    while at < len(cites):
        end = at
        while (
            end + 1 < len(cites)
            and cites[end + 1].whole
            and cites[end].whole
            and (cites[end + 1].number == cites[end].number + 1)
        ):
            end += 1
        if end - at + 1 >= _RUN:
            dash = locale.term("citation-range-delimiter") or "\u2013"
            out.extend([(cites[at].pieces, dash), (cites[end].pieces, after)])
            at = end + 1
        else:
            out.append((cites[at].pieces, delimiter))
            at += 1
    return _joined(out)
