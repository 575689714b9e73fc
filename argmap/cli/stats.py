"""``argmap stats``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import UNUSABLE, console, maps_meant, print_json, read_found, usable
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options, maps_argument
from argmap.cli.shared.stores import store_meant

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.files.find import FoundMap
    from argmap.report.documents import Document


@click.command("stats")
@maps_argument
@json_option
@keep_going_option
@map_options
def command(*, as_json: bool) -> None:
    r"""Count what the map holds: by kind of attack, bucket, source, tag and person.

    For each person: claims; how many of them are challenged; challenges and replies made; replies that the
    person owes, and is owed. Of several maps each is counted by itself; one that cannot be used does not
    hide the others.

    \b
    Examples:
      argmap stats
      argmap stats --json
      argmap stats class/*
    """
    if store := store_meant():
        from argmap.cli.stores.stats import answer

        answer(store, as_json=as_json)
        return
    maps = maps_meant()
    counted = [(found, _read(found)) for found in maps]
    if as_json:
        _print_documents(counted)
    else:
        _print_pages(counted)
    if any(argument_map is None for _, argument_map in counted):
        raise SystemExit(UNUSABLE)


def _read(found: "FoundMap") -> "ArgumentMap | None":
    """Read a map; None after saying why it cannot be used."""
    loaded = usable(read_found(found))
    return loaded.map if loaded else None


def _print_documents(counted: "list[tuple[FoundMap, ArgumentMap | None]]") -> None:
    from argmap.report.documents import maps_document

    documents = [(found.shown, _document(argument_map)) for found, argument_map in counted]
    if len(documents) > 1:
        print_json(maps_document(documents))
    elif documents[0][1] is not None:
        print_json(documents[0][1])


def _document(argument_map: "ArgumentMap | None") -> "Document | None":
    if argument_map is None:
        return None
    from argmap.queries.stats import count
    from argmap.report.answer_documents import stats_document

    return stats_document(count(argument_map))


def _print_pages(counted: "list[tuple[FoundMap, ArgumentMap | None]]") -> None:
    from argmap.queries.stats import count
    from argmap.report.headings import print_map_heading
    from argmap.report.stats import print_stats

    out = console()
    for number, (found, argument_map) in enumerate(counted):
        if len(counted) > 1:
            what = "" if argument_map else "it has errors and cannot be counted"
            print_map_heading(found.shown, what, out, first=not number)
        if argument_map is not None:
            print_stats(argument_map, count(argument_map), out)
