"""``argmap agree``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.alignments import read_alignment, said_of
from argmap.cli.shared.context import console, leave_unusable, print_json, read_found, usable, usage
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.named_maps import find_maps
from argmap.cli.shared.options import MAP_PATH, color_option, json_option
from argmap.cli.shared.progress import counting
from argmap.cli.shared.saying import print_data
from argmap.cli.shared.several_maps import refuse_two_forms

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap

_FEWEST = 2


@click.command("agree")
@click.argument("others", metavar="MAP MAP...", type=MAP_PATH, nargs=-1, required=True)
@click.option(
    "--align",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Which statement of the first map is which, as `compare --write-align` wrote it.",
)
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print all that was judged, a row for each unit, as CSV.")
@keep_going_option
@color_option
def command(others: tuple[Path, ...], align: Path | None, *, as_json: bool, as_csv: bool) -> None:
    r"""Tell how far the makers of several maps of the same material agree.

    Statements are recognised as by `argmap compare`. Of all maps together: Cohen's or Fleiss's kappa and
    Krippendorff's alpha of what the statements are (roles), how they bear on each other (relations), and the
    kinds of attacks. Of each two: Cohen's kappa of the same, CASS (Duthie et al. 2016), and the relation
    scores of DialAM-2024: the general F1, and the focused F1 with the one or the other map as gold.

    Then come, with their places, the units about which they do not agree, and the statements that not every
    map has. docs/comparing.md says what the units and categories are.

    \b
    Examples:
      argmap agree ada.yaml boris.yaml
      argmap agree annotations/* --csv > units.csv
      argmap compare ada.yaml boris.yaml --write-align pairs.yaml
      argmap agree ada.yaml boris.yaml --align pairs.yaml
    """
    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    found = find_maps(others)
    if len(found) < _FEWEST:
        usage(
            "It takes two maps at least to agree" + (", and all these are one." if len(others) > 1 else ".")
        )
    loaded = [(one.shown, read_found(one)) for one in counting("reading maps", found)]
    parts = [(name, usable(one)) for name, one in loaded]
    maps = {name: part.map for name, part in parts if part}
    if len(maps) < len(parts):
        leave_unusable()
    _tell(maps, align, [name for name, one in loaded if one.errors], as_json=as_json, as_csv=as_csv)


def _tell(
    maps: "dict[str, ArgumentMap]", align: Path | None, incomplete: list[str], *, as_json: bool, as_csv: bool
) -> None:
    from argmap.queries.comparing.agree import agree
    from argmap.report.agree import print_agreement, units_csv
    from argmap.report.agree_json import agreement_document

    (_, first), *others = maps.items()
    file = read_alignment(align) if align else None
    given = [said_of(file, name, first, one) if file else None for name, one in others]
    agreement = agree(list(maps.values()), given)
    if as_json:
        print_json(agreement_document(agreement, list(maps), incomplete), fractions=True)
    elif as_csv:
        print_data(units_csv(agreement, list(maps)).encode())
    else:
        print_agreement(agreement, list(maps), console())
