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


class _Marks(NamedTuple):
    """What stands between works: of one author, of others, between letters, and in a range of these."""

    within: str
    between: str
    after_collapse: str
    letters: str
    dash: str


_Parts = list[tuple[list[Piece], str]]
"""Pieces, each with what stands between it and the next."""


def join_cites(count: int, part: Part, render: Render, locale: Locale, *, note: bool) -> list[Piece]:
    """Write the works of a citation with what stands between them.

    Args:
        count: how many there are.
        part: the citation of the style.
        render: writes one of them.
        locale: the language.
        note: whether the style writes notes.
    """
    delimiter = part.layout_attributes.get("delimiter", "")
    options = part.attributes
    collapse = options.get("collapse", "")
    cites = [(index, render(index)) for index in range(count)]
    cites = [(index, cite) for index, cite in cites if cite.pieces]
    dash = locale.term("citation-range-delimiter") or "\u2013"
    after = options.get("after-collapse-delimiter", delimiter)
    if collapse == "citation-number":
        return _joined(_numbers([cite for _, cite in cites], delimiter, after, dash))
    if not (collapse.startswith("year") or "cite-group-delimiter" in options):
        return _joined([(cite.pieces, delimiter) for _, cite in cites])
    within = options.get("cite-group-delimiter", delimiter if note else ", ")
    letters = options.get("cite-group-delimiter", options.get("year-suffix-delimiter", delimiter))
    marks = _Marks(within, delimiter, options.get("after-collapse-delimiter", within), letters, dash)
    out: _Parts = []
    for group in _by_names(cites, adjacent=not part.sort_keys):
        out.extend(_group(group, collapse, marks, render))
        collapsed = len(group) > 1 or not group[-1][1].whole or collapse == "year"
        out[-1] = (out[-1][0], after if collapsed else delimiter)
    return _joined(out)


def _joined(parts: _Parts) -> list[Piece]:
    """Join pieces; a work's own prefix may begin with the mark that parts it from the one before."""
    out: list[Piece] = []
    for index, (pieces, delimiter) in enumerate(parts):
        out.extend(pieces)
        if index < len(parts) - 1 and delimiter and not _begins_with_mark(parts[index + 1][0]):
            out.append(delimiter)
    return out


def _begins_with_mark(pieces: list[Piece]) -> bool:
    return bool(pieces) and isinstance(pieces[0], str) and pieces[0].startswith((",", ";", "."))


def _by_names(cites: Sequence[tuple[int, Rendered]], *, adjacent: bool) -> list[list[tuple[int, Rendered]]]:
    """Put the works of the same authors together, where the first of them stands."""
    groups: dict[object, list[tuple[int, Rendered]]] = {}
    block = 0
    previous: tuple[str, ...] = ()
    for index, cite in cites:
        if adjacent and cite.names != previous:
            block += 1
        previous = cite.names
        groups.setdefault((block, cite.names) if cite.names else index, []).append((index, cite))
    return list(groups.values())


def _group(group: Sequence[tuple[int, Rendered]], collapse: str, marks: _Marks, render: Render) -> _Parts:
    """Write the works of the same authors."""
    out: _Parts = []
    if not collapse:
        return [(cite.pieces, marks.within) for _, cite in group]
    run: list[str] = []
    year = ""
    for at, (index, cite) in enumerate(group):
        own = render(index, suppress_author=True, without_suffix=True).bare
        if collapse.startswith("year-suffix") and cite.year_suffix and cite.whole and run and own == year:
            run.append(cite.year_suffix)
            continue
        _close_run(out, run, marks, ranged=collapse.endswith("ranged"))
        pieces = render(index, suppress_author=True).pieces if at else cite.pieces
        if not pieces:
            # Nothing but the names would have been printed, and they stand there already.
            continue
        # A locator would seem to belong to the next work, too.
        out.append((pieces, marks.within if cite.whole else marks.after_collapse))
        year, run = own, [cite.year_suffix] if cite.year_suffix and cite.whole else []
    _close_run(out, run, marks, ranged=collapse.endswith("ranged"))
    return out


def _close_run(out: _Parts, run: list[str], marks: _Marks, *, ranged: bool) -> None:
    """Write the letters of works of one year behind the first, which is written already."""
    if len(run) < 2:  # noqa: PLR2004 — the first and another one
        return
    last = out[-1][1]
    at = 0
    while at < len(run):
        end = at
        while ranged and end + 1 < len(run) and ord(run[end + 1][-1]) == ord(run[end][-1]) + 1:
            end += 1
        if end - at + 1 < _RUN:
            end = at
        if at:
            out.append(([run[at]], marks.letters))
        out[-1] = (out[-1][0], marks.dash if end > at else marks.letters)
        if end > at:
            out.append(([run[end]], marks.letters))
        at = end + 1
    out[-1] = (out[-1][0], last)


def _numbers(cites: Sequence[Rendered], delimiter: str, after: str, dash: str) -> _Parts:
    """Write numbers in a row as ranges."""
    out: _Parts = []
    at = 0
    while at < len(cites):
        end = at
        while (
            end + 1 < len(cites)
            and cites[end + 1].whole
            and cites[end].whole
            and cites[end + 1].number == cites[end].number + 1
        ):
            end += 1
        if end - at + 1 >= _RUN:
            out.extend([(cites[at].pieces, dash), (cites[end].pieces, after)])
            at = end + 1
        else:
            out.append((cites[at].pieces, delimiter))
            at += 1
    return out
