"""One question to several maps: a row for each, or a document of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.shared.context import FINDINGS, UNUSABLE, console, print_json, read_found, usable, usage
from argmap.cli.shared.progress import counting
from argmap.cli.shared.saying import print_data, say

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.report.documents import Document


class MapAnswer(NamedTuple):
    """What a map answers.

    Args:
        counts: the numbers of its row, by column.
        document: makes the document that the map has alone.
    """

    counts: Mapping[str, int]
    document: "Callable[[], Document]"


def leave(code: int) -> None:
    """Leave with an exit code, unless it says that all is well."""
    if code:
        raise SystemExit(code)


Ask = Callable[["ArgumentMap"], MapAnswer]


def refuse_two_forms(*, as_json: bool, as_csv: bool) -> None:
    """Leave with 2 where both a document and a table are wanted."""
    if as_json and as_csv:
        usage("--json and --csv are two forms; choose one, or run argmap once for each.")


def tell_each(
    maps: "Sequence[FoundMap]", ask: Ask, columns: Mapping[str, str], *, as_json: bool, as_csv: bool
) -> int:
    """Ask each of several maps, and print what they answer.

    A map with errors has its row as well. Without ``--keep-going`` nothing is counted in it.

    Args:
        maps: the maps.
        ask: the question; it raises `NoMatchError` where a name means nothing in the map.
        columns: what is counted, each with its heading; what has none stands in the CSV alone.
        as_json: whether to print a document.
        as_csv: whether to print CSV.

    Returns:
        The exit code: 2 where a map cannot be used, 1 where a name means nothing in one, else 0.
    """
    loaded = [(found, read_found(found)) for found in counting("reading maps", maps)]
    asked = [_ask(found, one, ask) for found, one in loaded]
    if as_json:
        _print_documents(asked)
    else:
        _print_rows(asked, columns, as_csv=as_csv)
    if broken := sum(not one.is_usable for one in asked):
        if len(asked) > 1:
            say(f"{broken} of {len(asked)} maps cannot be used")
        return UNUSABLE
    return FINDINGS if any(one.answer is None for one in asked) else 0


@dataclass(frozen=True)
class _Asked:
    """A map that was asked.

    Args:
        name: its path.
        errors: how many errors it has.
        answer: what it answers; None where it does not.
        remark: why it does not, or does so only in part.
        is_usable: whether it can be asked at all.
    """

    name: str
    errors: int
    answer: MapAnswer | None
    remark: str = ""
    is_usable: bool = True


def _ask(found: "FoundMap", loaded: "Loaded", ask: Ask) -> _Asked:
    from argmap.queries.select import NoMatchError
    from argmap.report.map_rows import CANNOT_BE_USED, IN_PART

    errors = len(loaded.errors)
    part = usable(loaded)
    if part is None:
        return _Asked(found.shown, errors, None, CANNOT_BE_USED, is_usable=False)
    try:
        return _Asked(found.shown, errors, ask(part.map), IN_PART if errors else "")
    except NoMatchError as error:
        say(f"{found.shown}: {error}")
        return _Asked(found.shown, errors, None, f"nothing is called {error.name}")


def _print_documents(asked: Sequence[_Asked]) -> None:
    from argmap.report.documents import maps_document

    documents = [(one.name, one.errors, one.answer and one.answer.document()) for one in asked]
    if len(documents) > 1:
        print_json(maps_document(documents))
    elif (alone := documents[0][2]) is not None:
        print_json(alone)


def _print_rows(asked: Sequence[_Asked], columns: Mapping[str, str], *, as_csv: bool) -> None:
    from argmap.report.map_rows import MapRow, map_rows_csv, print_map_rows

    rows = [
        MapRow(one.name, one.errors, one.answer and one.answer.counts, not one.errors, one.remark)
        for one in asked
    ]
    if as_csv:
        print_data(map_rows_csv(rows, tuple(columns)).encode())
    else:
        print_map_rows(rows, {name: heading for name, heading in columns.items() if heading}, console())
