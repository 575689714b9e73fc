"""What ``argmap agree`` prints: how far annotators agree, all of them and each two."""

from collections.abc import Sequence
from typing import Final

from argmap.queries.comparing.agree import Agreement, PairAgreement
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.coefficients import AlphaMissingError
from argmap.report.console import Console
from argmap.report.count_table import CountRow, print_count_table
from argmap.report.page import Page
from argmap.text.clean import one_line
from argmap.text.plurals import count

_RESPECTS: Final = ("units", "agreed", "kappa", "alpha")
_PAIRS: Final = ("roles", "relations", "kinds", "shared", "CASS-k", "CASS-F1", "general", "focused", "back")


def notes(agreement: Agreement) -> tuple[str, ...]:
    """Say what could not be computed, and why."""
    return () if agreement.has_alpha else (str(AlphaMissingError()),)


def print_agreement(agreement: Agreement, names: Sequence[str], console: Console) -> None:
    """Print how far annotators agree.

    Args:
        agreement: what was found.
        names: what the maps are called.
        console: where to.
    """
    page = Page(console)
    statements = count(agreement.total, "statement")
    page.paragraph(f"{len(names)} maps: {statements}, {agreement.common:,} of them in every map")
    page.blank()
    rows = [
        CountRow(name, (str(one.units), str(one.agreed), _shown(one.kappa), _shown(one.alpha)))
        for name, one in agreement.respects.items()
    ]
    print_count_table(page, "", _RESPECTS, rows)
    page.blank()
    pairs = [CountRow(_names(pair, names), _cells(pair)) for pair in agreement.pairs]
    print_count_table(page, "", _PAIRS, pairs)
    page.blank()
    for (one, two), alignment in sorted(agreement.between.items(), key=lambda item: item[0]):
        page.paragraph(f"{one_line(names[one])} and {one_line(names[two])}: {_aligned(alignment)}")


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
