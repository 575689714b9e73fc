"""``argmap list``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli.shared.context import FINDINGS, console, load_found, looking_up_names, maps_meant, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import (
    csv_option,
    json_option,
    map_options,
    maps_argument,
    selection_options,
)
from argmap.cli.shared.saying import say
from argmap.cli.shared.several_maps import MapAnswer, leave, refuse_two_forms, tell_each
from argmap.cli.shared.stores import store_meant

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.files.find import FoundMap
    from argmap.queries.select import Selection
    from argmap.queries.unanswered import Standing
    from argmap.report.documents import Document


@click.command("list")
@click.option(
    "--type", "kind", type=click.Choice(["claim", "rebuttal"]), help="Only claims, or only rebuttals."
)
@click.option("--main", is_flag=True, help="Only the main theses of their authors.")
@maps_argument
@selection_options
@json_option
@csv_option
@keep_going_option
@map_options
def command(kind: str | None, selection: "Selection", *, main: bool, as_json: bool, as_csv: bool) -> None:
    r"""List the statements of the map.

    In a pipe each line is id, author and title, separated by tabs. What the editor infers is listed
    as inferred; --include-inferred lets it count for what is open. Exit code 1 where nothing fits.
    Several maps have a row each, in which their statements are counted.

    \b
    Examples:
      argmap list --by toft
      argmap list --main --by bordachev
      argmap list --type rebuttal | cut -f1
      argmap list class/* --tag traffic
    """
    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    if (store := store_meant()) and not as_csv:
        from argmap.cli.stores.list import answer

        return answer(store, kind, selection, main=main, as_json=as_json)
    maps = maps_meant()
    if len(maps) > 1 or as_csv:
        return _tell_each(maps, _Question(selection, kind, main), as_json=as_json, as_csv=as_csv)
    return _tell(load_found(maps[0]), _Question(selection, kind, main), as_json=as_json)


@dataclass(frozen=True)
class _Question:
    """What is asked of a map."""

    selection: "Selection"
    kind: str | None
    main: bool

    def ask(self, argument_map: "ArgumentMap") -> "_Found":
        """Ask a map.

        Raises:
            NoMatchError: a name means nothing in it.
        """
        from argmap.queries.listing import list_statements
        from argmap.queries.unanswered import find_standing

        keys = list_statements(argument_map, self.selection, self.kind, main=self.main)
        standing = find_standing(argument_map, include_inferred=self.selection.include_inferred)
        return _Found(argument_map, standing, keys)


class _Found(NamedTuple):
    """What was found in a map."""

    map: "ArgumentMap"
    standing: "Standing"
    keys: list[str]

    def document(self) -> "Document":
        from argmap.report.answer_documents import list_document

        return list_document(self.map, self.standing, self.keys)


def _tell(argument_map: "ArgumentMap", question: _Question, *, as_json: bool) -> None:
    """Print what one map answers."""
    with looking_up_names():
        found = question.ask(argument_map)
    if as_json:
        print_json(found.document())
    else:
        from argmap.report.listing import print_list

        print_list(*found, console())
    if not found.keys:
        from argmap.report.notes import NOTHING_FITS

        say(NOTHING_FITS)
        raise SystemExit(FINDINGS)


def _tell_each(maps: "Sequence[FoundMap]", question: _Question, *, as_json: bool, as_csv: bool) -> None:
    """Print a row for each of several maps."""
    from argmap.report.listing import COLUMNS, list_row

    def ask(argument_map: "ArgumentMap") -> MapAnswer:
        found = question.ask(argument_map)
        return MapAnswer(list_row(*found), found.document)

    leave(tell_each(maps, ask, COLUMNS, as_json=as_json, as_csv=as_csv))
