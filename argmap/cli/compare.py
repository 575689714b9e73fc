"""``argmap compare``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.alignments import read_alignment, said_of
from argmap.cli.shared.context import UNUSABLE, console, print_json, read_found, usable
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.named_maps import find_maps
from argmap.cli.shared.new_files import file_names, write_new
from argmap.cli.shared.options import MAP_PATH, color_option, csv_option, json_option
from argmap.cli.shared.progress import counting
from argmap.cli.shared.saying import print_data, say
from argmap.cli.shared.several_maps import leave, refuse_two_forms
from argmap.text.plurals import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.argument_map import ArgumentMap
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.formats.alignment_file import AlignmentFile
    from argmap.queries.comparing.compare import Comparison
    from argmap.report.map_rows import MapRow


@click.command("compare")
@click.argument("key", type=MAP_PATH)
@click.argument("others", metavar="MAP...", type=MAP_PATH, nargs=-1, required=True)
@click.option(
    "--align",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Which statement is which, as --write-align wrote it and you corrected it.",
)
@click.option(
    "--write-align",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write which statement is which to a new file, to be corrected.",
)
@click.option(
    "--markdown",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write feedback on each map to a file in this folder.",
)
@json_option
@csv_option
@keep_going_option
@color_option
def command(
    key: Path,
    others: tuple[Path, ...],
    align: Path | None,
    write_align: Path | None,
    folder: Path | None,
    *,
    as_json: bool,
    as_csv: bool,
) -> None:
    r"""Compare maps with a key: what is found, what is missing, and what is otherwise.

    Statements are recognised by their ids, by their quotes, else by their words; the answer shows which was
    taken for which, and calls doubtful what is doubtful. Then come precision, recall and F1 of claims,
    attacks by kind, reasons and inferences, and in words what is otherwise: other targets and kinds, missed
    undercuts, premises that are linked or not. Several maps have a row each, one with errors as well.

    \b
    Examples:
      argmap compare key.yaml class/ada
      argmap compare key.yaml class/* --markdown feedback
      argmap compare key.yaml class/* --csv > class.csv
      argmap compare key.yaml class/* --write-align pairs.yaml
      argmap compare key.yaml class/* --align pairs.yaml
    """
    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    shown, whole = _read_key(key)
    given = read_alignment(align) if align else None
    compared = _compare_all(whole, find_maps(others), given)
    if given:
        _tell_unused(given, compared)
    if write_align:
        _write_alignment(write_align, compared, shown)
    if folder:
        _write_feedback(folder, compared, shown)
    if as_json:
        _print_document(compared, shown)
    else:
        _print(compared, as_csv=as_csv)
    broken = sum(one.comparison is None for one in compared)
    if broken and len(compared) > 1:
        say(f"{broken} of {len(compared)} maps cannot be used")
    leave(UNUSABLE if broken else 0)


@dataclass(frozen=True)
class _Compared:
    """A map beside the key; without a comparison where it cannot be used."""

    name: str
    errors: int
    comparison: "Comparison | None"

    def row(self) -> "MapRow":
        from argmap.report.compare import compare_row
        from argmap.report.map_rows import CANNOT_BE_USED, IN_PART, MapRow

        if self.comparison is None:
            return MapRow(self.name, self.errors, None, remark=CANNOT_BE_USED)
        remark = IN_PART if self.errors else ""
        return MapRow(
            self.name, self.errors, compare_row(self.comparison), is_certain=not self.errors, remark=remark
        )


def _read_key(path: Path) -> "tuple[str, ArgumentMap]":
    """Read the key, which must be without errors."""
    from argmap.cli.shared.context import refuse

    (found,) = find_maps([path])
    loaded = read_found(found)
    if loaded.errors:
        refuse(loaded.errors, loaded)
    return found.shown, loaded.map


def _compare_all(
    key: "ArgumentMap", maps: "Sequence[FoundMap]", given: "AlignmentFile | None"
) -> list[_Compared]:
    loaded = [(found.shown, read_found(found)) for found in counting("reading maps", maps)]
    whole = [(name, one, usable(one)) for name, one in loaded]
    return [
        _Compared(name, len(one.errors), _compare(key, name, part, given) if part else None)
        for name, one, part in counting("comparing maps", whole)
    ]


def _compare(key: "ArgumentMap", name: str, loaded: "Loaded", given: "AlignmentFile | None") -> "Comparison":
    from argmap.queries.comparing.compare import compare_with_key

    said = said_of(given, name, key, loaded.map) if given else None
    return compare_with_key(key, loaded.map, said)


def _tell_unused(given: "AlignmentFile", compared: "Sequence[_Compared]") -> None:
    """Name the maps of which the alignment says something in vain."""
    known = {one.name for one in compared}
    for name in given.names:
        if name not in known:
            say(f"--align: `{name}` is not among the maps that are compared")


def _write_alignment(path: Path, compared: "Sequence[_Compared]", key: str) -> None:
    from argmap.formats.alignment_file import write_alignments

    comparisons = {one.name: one.comparison for one in compared if one.comparison}
    write_new({path: write_alignments(comparisons, key).encode()})
    say(f"{path} written: look at the names with a question mark")


def _write_feedback(folder: Path, compared: "Sequence[_Compared]", key: str) -> None:
    """Write the feedback on each map to a file of its own, named after the map."""
    from argmap.report.compare_markdown import compare_markdown, unusable_markdown

    files = {}
    for one, name in zip(compared, file_names([one.name for one in compared]), strict=True):
        if one.comparison is None:
            text = unusable_markdown(name=one.name, key=key, errors=one.errors)
        else:
            text = compare_markdown(one.comparison, name=one.name, key=key, errors=one.errors)
        files[folder / f"{name}.md"] = text.encode()
    write_new(files)
    say(f"{count(len(files), 'file')} in {folder}")


def _print_document(compared: "Sequence[_Compared]", key: str) -> None:
    from argmap.report.compare_json import comparisons_document

    print_json(
        comparisons_document(key, [(one.name, one.errors, one.comparison) for one in compared]),
        fractions=True,
    )


def _print(compared: "Sequence[_Compared]", *, as_csv: bool) -> None:
    from argmap.report.compare import COLUMNS, OF_ROWS, print_comparison
    from argmap.report.map_rows import map_rows_csv, print_map_rows

    if as_csv:
        print_data(map_rows_csv([one.row() for one in compared], tuple(COLUMNS)).encode())
    elif len(compared) > 1:
        shown = {name: heading for name, heading in COLUMNS.items() if heading}
        print_map_rows([one.row() for one in compared], shown, console())
        say(OF_ROWS)
    elif (comparison := compared[0].comparison) is not None:
        print_comparison(comparison, console())
