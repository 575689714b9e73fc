"""``argmap stats``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import console, load_found, maps_meant, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import csv_option, json_option, map_options, maps_argument
from argmap.cli.shared.several_maps import MapAnswer, leave, refuse_two_forms, tell_each
from argmap.cli.shared.stores import store_meant

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.queries.stats import Stats
    from argmap.report.documents import Document


@click.command("stats")
@maps_argument
@json_option
@csv_option
@keep_going_option
@map_options
def command(*, as_json: bool, as_csv: bool) -> None:
    r"""Count what the map holds: by kind of attack, bucket, source, tag and person.

    For each person: claims; how many of them are challenged; challenges and replies made; replies that the
    person owes, and is owed. Several maps have a row each, one with errors as well; numbers from a map with
    errors (--keep-going) have a question mark.

    \b
    Examples:
      argmap stats
      argmap stats --json
      argmap stats class/*
      argmap stats class/* --csv > class.csv
    """
    from argmap.queries.stats import count
    from argmap.report.stats import COLUMNS, print_stats

    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    if (store := store_meant()) and not as_csv:
        from argmap.cli.stores.stats import answer

        answer(store, as_json=as_json)
        return
    maps = maps_meant()
    if len(maps) > 1 or as_csv:
        leave(tell_each(maps, _answer, COLUMNS, as_json=as_json, as_csv=as_csv))
        return
    argument_map = load_found(maps[0])
    if as_json:
        print_json(_document(count(argument_map)))
    else:
        print_stats(argument_map, count(argument_map), console())


def _answer(argument_map: "ArgumentMap") -> MapAnswer:
    from argmap.queries.stats import count
    from argmap.report.stats import stats_row

    stats = count(argument_map)
    return MapAnswer(stats_row(stats), lambda: _document(stats))


def _document(stats: "Stats") -> "Document":
    from argmap.report.answer_documents import stats_document

    return stats_document(stats)
