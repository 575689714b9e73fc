"""What of a map takes part when it is weighed, and what has fallen before the weighing begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Claim, Inference, Marker, Rebuttal


@dataclass(frozen=True)
class Terms:
    """On what terms a map is read.

    Args:
        include_inferred: whether what only the editor supplied takes part.
        without: ids of statements and inferences that are set aside, as though withdrawn.
        assumed: ids of statements and inferences that are granted, whatever speaks against them.
    """

    include_inferred: bool = False
    without: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()


class Fall(StrEnum):
    """Why something does not stand, whatever the rest of the map says."""

    WITHDRAWN = "withdrawn"
    ANSWERED_ELSEWHERE = "answered-elsewhere"
    SET_ASIDE = "set-aside"
    PREMISE = "premise"
    REASONS = "reasons"


MARKED = {Marker.WITHDRAWN: Fall.WITHDRAWN, Marker.ANSWERED_ELSEWHERE: Fall.ANSWERED_ELSEWHERE}
"""The recorded ends of a rebuttal with which it stands no longer."""


@dataclass(frozen=True, eq=False)
class Participants:
    """The statements and inferences that take part, and those among them that have fallen.

    Args:
        statements: by id, in the map's order.
        steps: the inferences by id; each concludes to one of the statements.
        reasons: statement to the inferences for it; no entry where none is stated.
        marked: what is withdrawn, answered elsewhere or set aside, by id.
        fallen: that, and what falls with it: an inference with a premise, a statement with its last reason.
    """

    statements: Mapping[str, Claim | Rebuttal]
    steps: Mapping[str, Inference]
    reasons: Mapping[str, tuple[Inference, ...]]
    marked: Mapping[str, Fall]
    fallen: Mapping[str, Fall]


def find_participants(argument_map: ArgumentMap, terms: Terms) -> Participants:
    """Find what takes part.

    Statements and inferences that only the editor supplied stay out unless asked for, or granted by name.
    An inference of the editor's does take part once somebody has challenged it: then it is in dispute.

    Args:
        argument_map: the map.
        terms: on what terms it is read.
    """
    statements = {
        key: statement
        for key, statement in argument_map.statements.items()
        if _counts(statement.basis, terms) or key in terms.assumed
    }
    challenged = {attack.target for attack in argument_map.attacks if attack.rebuttal in statements}
    reasons: dict[str, tuple[Inference, ...]] = {}
    for key, statement in statements.items():
        taken = tuple(
            step
            for step in statement.because
            if _counts(step.basis, terms) or step.id in challenged or step.id in terms.assumed
        )
        if taken:
            reasons[key] = taken
    steps = {step.id: step for taken in reasons.values() for step in taken}
    marked = _marked(terms, statements)
    fallen = _fallen(argument_map, terms, reasons, marked)
    return Participants(statements, steps, reasons, marked, fallen)


def _counts(basis: Basis, terms: Terms) -> bool:
    return terms.include_inferred or basis is Basis.STATED


def _marked(terms: Terms, statements: Mapping[str, Claim | Rebuttal]) -> dict[str, Fall]:
    marked = {
        key: MARKED[statement.marker]
        for key, statement in statements.items()
        if isinstance(statement, Rebuttal) and statement.marker in MARKED and key not in terms.assumed
    }
    return marked | dict.fromkeys(sorted(terms.without), Fall.SET_ASIDE)


def _fallen(
    argument_map: ArgumentMap,
    terms: Terms,
    reasons: Mapping[str, tuple[Inference, ...]],
    marked: Mapping[str, Fall],
) -> dict[str, Fall]:
    """Follow what is withdrawn, answered elsewhere or set aside to what cannot stand without it."""
    fallen = dict(marked)
    taken = {step.id for steps in reasons.values() for step in steps}
    queue = list(fallen)
    for key in queue:
        if key in argument_map.inferences:
            conclusion = argument_map.inferences[key].conclusion
            steps = reasons.get(conclusion, ())
            lost = [conclusion] if steps and all(step.id in fallen for step in steps) else []
            cause = Fall.REASONS
        else:
            lost = [step.id for step in argument_map.uses_of.get(key, ()) if step.id in taken]
            cause = Fall.PREMISE
        for other in lost:
            if other not in fallen and other not in terms.assumed:
                fallen[other] = cause
                queue.append(other)
    return fallen
