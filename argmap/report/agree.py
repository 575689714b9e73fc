"""What ``argmap agree`` prints: how far annotators agree, all and each two, and about what they do not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.formats.csv_cells import table
from argmap.queries.comparing.agree import CATEGORIES, Agreement, Coefficients, Difference, PairAgreement
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.annotations import Relation
from argmap.report.compare import recognised
from argmap.report.compare_words import DOUBT
from argmap.report.console import Console
from argmap.report.count_table import CountRow, print_count_table
from argmap.report.page import Page
from argmap.text.clean import one_line
from argmap.text.lists import and_list
from argmap.text.plurals import count

_PAIRS: Final = ("roles", "relations", "kinds", "shared", "CASS-k", "CASS-F1", "general", "focused", "back")
_LEGEND: Final = (
    "roles, relations, kinds: kappa. shared: the share of statements that both have. focused, back: with the "
    "first and with the second map as the standard. -: cannot be computed."
)
_PAIR: Final = 2
_SCALE: Final = "kappa, alpha: 1 if all agree, 0 if no more than by chance, below 0 if less."
_NO_UNITS: Final = {
    "roles": "no statement is in two maps",
    "relations": "no two statements are in two maps",
    "kinds": "no two maps see an attack between the same statements",
}
_DIFFERENCES: Final = {
    "roles": "Different roles",
    "relations": "Different relations",
}


def print_agreement(agreement: Agreement, names: Sequence[str], console: Console) -> None:
    """Print how far annotators agree, and where they do not.

    Args:
        agreement: what was found.
        names: what the maps are called.
        console: where to.
    """
    page = Page(console)
    statements = count(agreement.total, "statement")
    page.paragraph(f"{len(names)} maps: {statements}, {agreement.common:,} of them in every map")
    page.blank()
    _print_coefficients(agreement.respects, len(names), page)
    page.blank()
    pairs = [CountRow(_names(pair, names), _cells(pair)) for pair in agreement.pairs]
    print_count_table(page, "", _PAIRS, pairs)
    page.paragraph((_LEGEND, "quiet"))
    page.blank()
    _print_used(agreement.respects, names, page)
    for respect, heading in _DIFFERENCES.items():
        _print_differences(
            agreement, names, [one for one in agreement.differences if one.respect == respect], heading, page
        )
    _print_partial(agreement, names, page)
    for (one, two), alignment in agreement.between.items():
        page.paragraph(f"{one_line(names[one])} and {one_line(names[two])}: {_aligned(alignment)}")
        for pair in alignment.doubtful:
            page.paragraph(
                f"{pair.key} = {pair.other}", (f"  {recognised(pair)}", "quiet"), indent=2, hanging=2
            )
            page.paragraph(_words(agreement, one, pair.key), indent=4)
            page.paragraph(_words(agreement, two, pair.other), indent=4)


def units_csv(agreement: Agreement, names: Sequence[str]) -> str:
    """Write everything that was judged as CSV, a row for each unit, so that other programs can count as well.

    Args:
        agreement: what was found.
        names: what the maps are called. Each has a column for what it says and one for each id.
    """
    rows = (
        [
            respect,
            *(cell for nodes, rating in zip(ids, unit, strict=True) for cell in _csv_cells(nodes, rating)),
        ]
        for respect, ids, unit in agreement.units()
    )
    header = [cell for name in names for cell in (name, f"{name} from", f"{name} to")]
    return table(["respect", *header], rows)


def _csv_cells(nodes: tuple[str, ...] | None, rating: object) -> tuple[str, str, str]:
    one, two = (*(nodes or ()), "", "")[:_PAIR]
    return "" if rating is None else str(rating), one, two


def _print_coefficients(respects: Mapping[str, Coefficients], maps: int, page: Page) -> None:
    """Print the coefficients of all maps, what they mean, and why some are missing."""
    rows = [
        CountRow(
            name,
            (
                str(one.units),
                *([str(one.complete)] if maps > _PAIR else []),
                str(one.agreed),
                _shown(one.kappa),
                _shown(one.alpha),
            ),
        )
        for name, one in respects.items()
    ]
    by_all = ["by all"] if maps > _PAIR else []
    print_count_table(page, "", ("units", *by_all, "agreed", "kappa", "alpha"), rows)
    page.paragraph((_SCALE, "quiet"))
    for name, one in respects.items():
        for reason in _missing(name, one):
            page.paragraph((reason, "quiet"))


def _missing(respect: str, one: Coefficients) -> Iterator[str]:
    """Tell why coefficients cannot be computed."""
    missing = [name for name, number in (("kappa", one.kappa), ("alpha", one.alpha)) if number is None]
    if missing:
        yield f"No {' and no '.join(missing)} for {respect}: {_why(respect, one)}."


def _why(respect: str, one: Coefficients) -> str:
    if not one.units:
        return _NO_UNITS[respect]
    if len(one.used) == 1:
        return (
            f"everybody says {next(iter(one.used))} of everything, so that chance alone would agree as well"
        )
    if not one.complete:
        return "nothing is judged by all maps"
    return "of what all maps judge everybody says the same, so that chance alone would agree as well"


def _print_used(respects: Mapping[str, Coefficients], names: Sequence[str], page: Page) -> None:
    """Print how often each map gives each category, which is what chance is computed from."""
    used = {**respects["roles"].used, **respects["relations"].used}
    if used:
        page.paragraph(("How many of the units each map puts into which category", "heading"))
        rows = [CountRow(name, [str(used[one][at]) for one in used]) for at, name in enumerate(names)]
        print_count_table(page, "", tuple(used), rows)
        page.blank()


def _print_differences(
    agreement: Agreement, names: Sequence[str], differences: Sequence[Difference], heading: str, page: Page
) -> None:
    if not differences:
        return
    page.paragraph((f"{heading} ({len(differences)})", "heading"))
    for one in differences:
        place, ids = next((place, ids) for place, ids in enumerate(one.nodes) if ids)
        page.paragraph(" → ".join(_words(agreement, place, name) for name in ids), indent=2)
        said = [f"{rating}: {and_list(where)}" for rating, where in _said(agreement, names, one).items()]
        page.paragraph("; ".join(said), indent=4, hanging=2)
        if one.is_doubtful:
            page.paragraph((DOUBT, "quiet"), indent=4)
    page.blank()


def _said(agreement: Agreement, names: Sequence[str], one: Difference) -> dict[str, list[str]]:
    """Give each rating with where it is given."""
    found: dict[str, list[str]] = {}
    for at, (ids, rating) in enumerate(zip(one.nodes, one.ratings, strict=True)):
        if ids is not None and rating is not None:
            found.setdefault(str(rating), []).append(place_of(agreement, names, at, holder(one, ids, rating)))
    return {name: found[name] for name in CATEGORIES if name in found}


def holder(one: Difference, ids: tuple[str, ...], rating: object) -> str:
    """Give the statement whose record says it, or would say it: a reason stands with its conclusion."""
    others = {said for said in one.ratings if said is not None} - {Relation.NONE}
    is_reason = rating is Relation.REASON or (rating is Relation.NONE and others == {Relation.REASON})
    return ids[-1] if is_reason else ids[0]


def place_of(agreement: Agreement, names: Sequence[str], at: int, name: str) -> str:
    """Tell where a statement of a map stands."""
    place = agreement.maps[at].locations.get(name)
    return str(place) if place else f"{names[at]} ({name})"


def _print_partial(agreement: Agreement, names: Sequence[str], page: Page) -> None:
    if not agreement.partial:
        return
    page.paragraph((f"Not in every map ({len(agreement.partial)})", "heading"))
    for ids in agreement.partial:
        there = [(at, name) for at, name in enumerate(ids) if name is not None]
        page.paragraph(_words(agreement, *there[0]), indent=2)
        page.paragraph(
            f"only: {and_list(place_of(agreement, names, at, name) for at, name in there)}",
            indent=4,
            hanging=2,
        )
    page.blank()


def _words(agreement: Agreement, at: int, name: str) -> str:
    return f"“{one_line(agreement.maps[at].statements[name].label).removesuffix('.')}”"


def _cells(pair: PairAgreement) -> list[str]:
    numbers = (pair.roles, pair.relations, pair.kinds, pair.shared, pair.cass_kappa, pair.cass_f1)
    return [_shown(number) for number in (*numbers, pair.general, pair.focused, pair.focused_back)]


def _names(pair: PairAgreement, names: Sequence[str]) -> str:
    return f"{names[pair.first]}, {names[pair.second]}"


def _aligned(alignment: Alignment) -> str:
    doubtful = len(alignment.doubtful)
    told = count(len(alignment.pairs), "pair") + " of statements"
    return told + (f", {doubtful} of them doubtful" if doubtful else "")


def _shown(number: float | None) -> str:
    return "-" if number is None else f"{number:.2f}"
