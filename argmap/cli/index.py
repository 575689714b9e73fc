"""``argmap index``."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import FINDINGS, UNUSABLE
from argmap.cli.shared.options import MAP_PATH
from argmap.cli.shared.saying import note, say, styled_stderr
from argmap.cli.shared.stores import needing_extra
from argmap.text.lists import and_list
from argmap.text.plurals import agree, count

if TYPE_CHECKING:
    from argmap.corpus.indexing import Indexed, Unit
    from argmap.formats.base import Format

_MOST_NAMED = 20


@click.command("index")
@click.argument("maps", metavar="MAP...", nargs=-1, type=MAP_PATH)
@click.option("-o", "--output", required=True, type=MAP_PATH, metavar="STORE", help="The store, a folder.")
@click.option("--format", "format_name", metavar="FORMAT", help="What the files of other programs are.")
@click.option("--statements", type=MAP_PATH, metavar="FILE", help="A map in tables: its statements.")
@click.option("--attacks", type=MAP_PATH, metavar="FILE", help="Which of them attacks which, and how.")
@click.option("--reasons", type=MAP_PATH, metavar="FILE", help="Which of them are reasons for which.")
def command(maps: tuple[Path, ...], output: Path, *, format_name: str | None, **tables: Path | None) -> None:
    r"""Bring maps into a store: a folder of Parquet files that commands read as a map.

    A MAP is a map, a file of another program, or a folder of any number of these. Where the store is there
    already, maps are added; one that has changed takes the place of its older form, one that has not is left
    alone. Whoever is interrupted goes on by doing the same again. A map that cannot be read is named in the
    store, which then never passes for whole, and the exit code is 1.

    With --statements the map is in tables, CSV or a JSON row on each line, of any length: statements with the
    columns id, by, title, text, source, locator, quote, tags and basis; attacks with rebuttal, target and
    kind; reasons with conclusion, premise and, for premises that belong together, group. An .af file of ICCMA
    as --attacks is a map by itself.

    Afterwards --map STORE means the store for: show, unanswered, list, status, stats, search, and around a
    NAME tree, path, why, render --focus and export --focus. Needs argmap[corpus].

    \b
    Examples:
      argmap index qt30/ -o qt30.store
      argmap --map qt30.store unanswered
      argmap index class/* -o class.store
      argmap index --statements posts.csv --attacks replies.csv -o forum.store
    """
    with needing_extra("corpus"):
        from argmap.cli.shared.indexing import Finder
        from argmap.corpus.indexing import index
        from argmap.corpus.store import StoreError, make_store
    sheets = {name: path for name, path in tables.items() if path}
    if bool(maps) == bool(sheets):
        raise click.UsageError("Name either maps, or with --statements the tables of one.")
    if sheets:
        _index_tables(sheets, output)
        return
    finder = Finder(_format(format_name))
    looks = finder.units(maps)
    try:
        store = make_store(output)
        _, done = index(store, _with_progress(looks))
    except StoreError as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from None
    from argmap.cli.shared.importing import print_losses

    print_losses(finder.losses, every=False)
    _sum_up(done, finder.strange, output)
    if done.faults:
        raise SystemExit(FINDINGS)


def _index_tables(sheets: Mapping[str, Path], output: Path) -> None:
    with needing_extra("corpus"):
        from argmap.corpus.engine import EngineError
        from argmap.corpus.indexing import index_whole
        from argmap.corpus.store import StoreError, make_store, working_folder
        from argmap.corpus.streamed.framework_file import is_framework
        from argmap.corpus.streamed.map_in_tables import FaultsError, MapInTables
        from argmap.corpus.streamed.sheets import SheetError
    if "statements" not in sheets and not ("attacks" in sheets and is_framework(sheets["attacks"])):
        raise click.UsageError("--attacks and --reasons need --statements, but for attacks in an .af file.")
    try:
        with working_folder() as work, MapInTables(sheets, work) as whole:
            _, done = index_whole(make_store(output), whole)
    except (SheetError, StoreError, EngineError) as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from None
    except FaultsError as error:
        for line in error.first:
            say(line)
        more = f", the first {len(error.first)} of them named" if error.count > len(error.first) else ""
        note(f"{count(error.count, 'fault')}{more}; nothing was indexed.")
        raise SystemExit(UNUSABLE) from None
    for opened in whole.files.values():
        if opened.unread:
            note(f"{opened.name}: not read: {and_list(f'`{name}`' for name in opened.unread)}")
    _sum_up(done, (), output)


def _format(name: str | None) -> "Format | None":
    from argmap.formats.registry import BY_NAME, IMPORTS

    if name is None:
        return None
    if name not in BY_NAME or not BY_NAME[name].reads:
        listed = ", ".join(each.name for each in IMPORTS)
        raise click.UsageError(f"There is no format `{name}` to read; the formats are {listed}.")
    return BY_NAME[name]


def _with_progress(looks: "Sequence[Callable[[], Unit | None]]") -> "Iterator[Unit]":
    hidden = not (len(looks) > 1 and sys.stderr.isatty())
    with click.progressbar(looks, label="Indexing", file=styled_stderr(), hidden=hidden) as progress:
        for look in progress:
            unit = look()
            if unit:
                yield unit


def _sum_up(done: "Indexed", strange: Sequence[str], output: Path) -> None:
    for name, fault in list(done.faults.items())[:_MOST_NAMED]:
        say(fault if fault.startswith(name) else f"{name}: {fault}")
    if len(done.faults) > _MOST_NAMED:
        note(f"and {len(done.faults) - _MOST_NAMED:,} more that cannot be read; `argmap stats` names them")
    if strange:
        many = agree(len(strange), "looks like no known format and is", "look like no known format and are")
        note(f"{count(len(strange), 'file')} {many} left out.")
    told = [
        f"{number:,} {what}"
        for number, what in ((done.new, "new"), (done.replaced, "replaced"), (done.unchanged, "unchanged"))
        if number
    ]
    counted = count(done.new + done.replaced + done.unchanged, "map")
    note(f"{counted} in {output} ({', '.join(told) or 'none new'}).")
    note(f"{count(done.statements, 'statement')} added.")
