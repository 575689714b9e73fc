"""Strengths that agree with one another: in order where nothing is circular, else as a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.semantics.csr import Csr
from argmap.semantics.influence import Gradual, strength
from argmap.semantics.strongly_connected import strong_components

PRECISION: Final = 1e-9
"""How far a strength on a circle may be from what its neighbours make of it, to count as settled."""

_MOST_STEPS: Final = 20_000
_EVALUATIONS: Final = 8_000_000
_LONGEST_STEP: Final = 0.5


@dataclass(frozen=True, slots=True)
class Node:
    """Something that has a strength.

    Args:
        base: its base score; None where the least strength among its needs takes that place.
        needs: the nodes of which it is the weakest, before anything attacks it.
        attacks: the nodes that attack it.
        supports: the nodes that support it.
    """

    base: float | None
    needs: tuple[int, ...] = ()
    attacks: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()

    @property
    def inputs(self) -> tuple[int, ...]:
        """The nodes that its strength depends on."""
        return (*self.needs, *self.attacks, *self.supports)


@dataclass(frozen=True)
class Equilibrium:
    """The strengths of all nodes.

    Args:
        strengths: one number between 0 and 1 for each node; None where it did not settle, or depends on
            one that did not.
        circles: how many groups of nodes depend on themselves.
        unsettled: how many of those did not settle.
    """

    strengths: tuple[float | None, ...]
    circles: int
    unsettled: int


def settle(nodes: Sequence[Node], semantics: Gradual) -> Equilibrium:
    """Find the strengths of nodes that depend on one another.

    Groups of nodes that depend on themselves are taken in the order of dependence. A node outside them is
    computed once and exactly. A group follows the differential equation of Potyka (2018; 2019), in which
    each strength moves towards what its neighbours make of it, from the base scores on, by the fourth-order
    Runge-Kutta method; it has settled when no strength is further than `PRECISION` from that. No sum-based
    semantics converges on every circle (Mossakowski & Neuhaus 2018), and an unsettled number is not a result.

    Args:
        nodes: what depends on what; needs, attacks and supports are indices.
        semantics: by which formula.
    """
    found: list[float | None] = [None] * len(nodes)
    circles = unsettled = 0
    for group in strong_components(_inputs(nodes)):
        inside = set(group)
        is_circle = len(group) > 1 or group[0] in nodes[group[0]].inputs
        circles += is_circle
        if any(
            found[other] is None for member in group for other in nodes[member].inputs if other not in inside
        ):
            continue
        settled = (
            _limit(nodes, group, found, semantics) if is_circle else _compute(nodes, group, found, semantics)
        )
        if settled is None:
            unsettled += 1
        else:
            for member, value in zip(group, settled, strict=True):
                found[member] = value
    return Equilibrium(tuple(found), circles, unsettled)


def _inputs(nodes: Sequence[Node]) -> Csr:
    pairs = [(number, other) for number, node in enumerate(nodes) for other in node.inputs]
    return Csr(len(nodes), [number for number, _ in pairs], [other for _, other in pairs])


def _compute(
    nodes: Sequence[Node], group: Sequence[int], values: Sequence[float | None], semantics: Gradual
) -> list[float]:
    """Say what the neighbours make of each member of a group."""

    def of(others: Sequence[int]) -> list[float]:
        return [value for other in others if (value := values[other]) is not None]

    found: list[float] = []
    for member in group:
        node = nodes[member]
        base = min(of(node.needs), default=1.0) if node.base is None else node.base
        found.append(strength(semantics, base, of(node.attacks), of(node.supports)))
    return found


def _limit(
    nodes: Sequence[Node], group: Sequence[int], known: Sequence[float | None], semantics: Gradual
) -> list[float] | None:
    """Follow a group until it settles; None where it does not."""
    width = max(len(nodes[member].inputs) for member in group)
    step = min(_LONGEST_STEP, 2 / (1 + width))
    values: list[float | None] = list(known)
    state = [base if (base := nodes[member].base) is not None else 1.0 for member in group]

    def slope(point: Sequence[float]) -> list[float]:
        for member, value in zip(group, point, strict=True):
            values[member] = value
        return [new - old for new, old in zip(_compute(nodes, group, values, semantics), point, strict=True)]

    def moved(by: Sequence[float], far: float) -> list[float]:
        return [old + far * change for old, change in zip(state, by, strict=True)]

    inputs = sum(len(nodes[member].inputs) + 1 for member in group)
    for _ in range(min(_MOST_STEPS, max(100, _EVALUATIONS // (4 * inputs)))):
        first = slope(state)
        if max(map(abs, first)) < PRECISION:
            return state
        second = slope(moved(first, step / 2))
        third = slope(moved(second, step / 2))
        fourth = slope(moved(third, step))
        state = [
            old + step / 6 * (one + 2 * two + 2 * three + four)
            for old, one, two, three, four in zip(state, first, second, third, fourth, strict=True)
        ]
    return None
