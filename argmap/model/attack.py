"""The relation of attack, as the graph has it."""

from dataclasses import dataclass

from argmap.model.statements import AttackKind, Basis


@dataclass(frozen=True, order=True, slots=True)
class Attack:
    """One rebuttal against one target, after an undercut has found the inference that it means.

    Args:
        rebuttal: the id of what attacks.
        target: the id of the claim, rebuttal or inference that is hit.
        kind: how.
        basis: whether somebody voiced it.
    """

    rebuttal: str
    target: str
    kind: AttackKind
    basis: Basis
