"""What ``argmap strength`` prints: a number for each statement, and how sure the number is."""

from collections.abc import Sequence
from math import log10

from argmap.report.console import Console
from argmap.report.documents import Document, document
from argmap.report.page import Page
from argmap.semantics.equilibrium import PRECISION
from argmap.semantics.strength import Strengths
from argmap.text.clean import one_line
from argmap.text.plurals import agree, count

_DECIMALS = round(-log10(PRECISION))
_BLANK = "  -  "


def strength_document(strengths: Strengths, keys: Sequence[str]) -> Document:
    """Describe the strengths of some statements."""
    terms, equilibrium = strengths.reading.terms, strengths.equilibrium
    return document(
        "strength",
        semantics=strengths.semantics.value,
        base=strengths.base,
        include_inferred=terms.include_inferred,
        without=sorted(terms.without),
        assumed=sorted(terms.assumed),
        converged=not equilibrium.unsettled,
        circles=equilibrium.circles,
        unsettled_circles=equilibrium.unsettled,
        precision=PRECISION,
        strengths={key: _rounded(strengths.statements[key]) for key in keys},
        base_scores={key: strengths.base_score(key) for key in keys},
        inferences={key: _rounded(value) for key, value in strengths.steps.items()},
    )


def print_strengths(strengths: Strengths, keys: Sequence[str], console: Console) -> None:
    """Print the strongest statements first, each with its base score where that differs from the common one.

    Args:
        strengths: the strengths of the map.
        keys: the statements to print.
        console: where to.
    """
    page = Page(console)
    number = count(len(keys), "statement")
    page.paragraph(
        f"{number} under {strengths.semantics.value}, base score {strengths.base:g}. {_how(strengths)}"
    )
    page.blank()
    argument_map = strengths.reading.map
    for key in _ranked(strengths, keys):
        statement, value, own = (
            argument_map.statements[key],
            strengths.statements[key],
            strengths.base_score(key),
        )
        author = f"{one_line(argument_map.person_name(statement.by))}: " if statement.by else ""
        base = f" (base score {own:g})" if own != strengths.base else ""
        shown = _BLANK if value is None else f"{value:.3f}"
        page.entry((shown, "name"), f"  {author}{one_line(statement.label)}", (base, "quiet"), key=key)


def _rounded(value: float | None) -> float | None:
    """Drop the digits that nothing vouches for."""
    return None if value is None else round(value, _DECIMALS)


def _ranked(strengths: Strengths, keys: Sequence[str]) -> list[str]:
    def rank(key: str) -> tuple[bool, float]:
        value = strengths.statements[key]
        return value is None, -round(value or 0.0, 9)

    return sorted(keys, key=rank)


def _how(strengths: Strengths) -> str:
    """Say how the numbers were found, and whether they all were."""
    equilibrium = strengths.equilibrium
    if not equilibrium.circles:
        return "Nothing is circular: every number is exact."
    circles = count(equilibrium.circles, "circle")
    if not equilibrium.unsettled:
        return f"{circles} of attack or support settled to {_DECIMALS} decimals."
    blanks = sum(value is None for value in strengths.statements.values())
    return (
        f"{equilibrium.unsettled} of {circles} did not converge: "
        f"{count(blanks, 'statement')} on or behind {agree(equilibrium.unsettled, 'it', 'them')} "
        f"{agree(blanks, 'has', 'have')} no number."
    )
