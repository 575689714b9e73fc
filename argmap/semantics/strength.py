"""How strong each statement of a map is, under a gradual semantics.

The map is read as a weighted bipolar graph. A statement has a base score, is supported by the inferences to
it and attacked by rebuttals. An inference is as strong as the weakest of its premises (the weakest link:
Pollock 2001), lowered by what undercuts it; so is an attack that needs partners or is itself denied. In this
linked premises act as a set (Yun & Vesic 2021).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.semantics.equilibrium import Equilibrium, Node, settle
from argmap.semantics.influence import Gradual
from argmap.semantics.participants import Terms
from argmap.semantics.reading import HELPERS, Kind, Reading, read


@dataclass(frozen=True, eq=False)
class Strengths:
    """The strengths of a map's statements and inferences.

    Args:
        reading: the map as it was read.
        semantics: by which formula.
        base: the base score of statements without a weight.
        statements: strength by id, None where it did not settle.
        steps: the same for inferences.
        equilibrium: how the numbers were found.
    """

    reading: Reading
    semantics: Gradual
    base: float
    statements: Mapping[str, float | None]
    steps: Mapping[str, float | None]
    equilibrium: Equilibrium

    def base_score(self, key: str) -> float:
        """Give a statement's base score."""
        return _base_score(self.reading, key, self.base)


def measure(
    argument_map: ArgumentMap,
    terms: Terms | None = None,
    semantics: Gradual = Gradual.QUADRATIC_ENERGY,
    base: float = 0.5,
) -> Strengths:
    """Compute the strength of every statement and inference that takes part.

    Args:
        argument_map: the map.
        terms: on what terms it is read; what is withdrawn, answered elsewhere or set aside has strength 0,
            what is assumed has strength 1.
        semantics: by which formula; the h-categoriser leaves support out of account.
        base: the base score of statements that carry no weight, between 0 and 1.
    """
    reading = read(argument_map, terms, keep_fallen=True)
    equilibrium = settle(
        [_node(reading, base, number) for number in range(reading.framework.size)], semantics
    )
    found, participants = equilibrium.strengths, reading.participants
    return Strengths(
        reading,
        semantics,
        base,
        {key: found[reading.index[key]] for key in participants.statements},
        {key: found[reading.index[key]] for key in participants.steps},
        equilibrium,
    )


def _base_score(reading: Reading, key: str, base: float) -> float:
    if key in reading.participants.marked:
        return 0.0
    if key in reading.terms.assumed:
        return 1.0
    weight = reading.participants.statements[key].weight
    return base if weight is None else weight


def _node(reading: Reading, base: float, number: int) -> Node:
    """Turn an argument back into a node of a bipolar graph: what it may lack is what it needs."""
    arguments, attackers = reading.arguments, reading.framework.attackers
    argument = arguments[number]
    if argument.kind in HELPERS or argument.id in reading.participants.marked:
        return Node(0.0)
    attacks: list[int] = []
    needs: list[int] = []
    supports: list[int] = []
    for attacker in attackers[number]:
        match arguments[attacker].kind:
            case Kind.LACK:
                needs += attackers[attacker]
            case Kind.GROUNDLESS:
                supports += attackers[attacker]
            case _:
                attacks.append(attacker)
    own = _base_score(reading, argument.id, base) if argument.kind is Kind.STATEMENT else None
    return Node(own, tuple(needs), tuple(attacks), tuple(supports))
