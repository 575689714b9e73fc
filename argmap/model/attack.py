"""The relation of attack, as the graph has it."""

from dataclasses import dataclass, field

from argmap.model.origin import Origin
from argmap.model.statements import AttackKind, Basis


@dataclass(frozen=True, order=True, slots=True)
class Attack:
    """One rebuttal against one target, after an undercut has found the inference that it means.

    Args:
        rebuttal: the id of what attacks.
        target: the id of the claim, rebuttal or inference that is hit.
        kind: how.
        basis: whether somebody voiced it.
        id: the attack's own name; empty where it has none.
        jointly: the ids of statements that attack together with the rebuttal, which alone does not.
        denies: for the undercut of a named attack, that attack's name; its target is then the rebuttal
            that makes the attack. Else empty.
        scheme: the scheme of the conflict; empty where none is given.
        origin: where it was imported from, if anywhere; it does not tell attacks apart.
    """

    rebuttal: str
    target: str
    kind: AttackKind
    basis: Basis
    id: str = ""
    jointly: tuple[str, ...] = ()
    denies: str = ""
    scheme: str = ""
    origin: Origin | None = field(default=None, compare=False)
