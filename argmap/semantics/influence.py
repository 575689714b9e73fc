"""How strong a statement is, given its base score and the strengths of what attacks and supports it."""

from collections.abc import Iterable
from enum import StrEnum
from math import exp, prod


class Gradual(StrEnum):
    """A gradual semantics for weighted bipolar graphs; all scores and strengths lie between 0 and 1.

    H_CATEGORISER: Besnard & Hunter (2001), with base scores as in Amgoud, Ben-Naim, Doder & Vesic (2017); it
    knows attacks alone. DF_QUAD: Rago, Toni, Aurisicchio & Baroni (2016). EULER: Amgoud & Ben-Naim (2018).
    QUADRATIC_ENERGY: Potyka (2018).
    """

    QUADRATIC_ENERGY = "quadratic-energy"
    DF_QUAD = "df-quad"
    EULER = "euler"
    H_CATEGORISER = "h-categoriser"


def strength(semantics: Gradual, base: float, attacks: Iterable[float], supports: Iterable[float]) -> float:
    """Give the strength that follows from a base score and the strengths around it.

    Args:
        semantics: by which formula.
        base: the base score.
        attacks: the strengths of the attackers.
        supports: the strengths of the supporters.
    """
    match semantics:
        case Gradual.H_CATEGORISER:
            return base / (1 + sum(attacks))
        case Gradual.DF_QUAD:
            energy = prod(1 - attack for attack in attacks) - prod(1 - support for support in supports)
            return base + energy * (1 - base if energy > 0 else base)
        case Gradual.EULER:
            return 1 - (1 - base * base) / (1 + base * exp(sum(supports) - sum(attacks)))
        case Gradual.QUADRATIC_ENERGY:
            energy = sum(supports) - sum(attacks)
            impact = energy * energy / (1 + energy * energy)
            return base + impact * (1 - base) if energy > 0 else base - impact * base
