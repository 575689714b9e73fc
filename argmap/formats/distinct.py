"""The attacks of a rebuttal, without those that only repeat another."""

from argmap.model import Aim, AttackKind, Rebuttal


def distinct_aims(rebuttal: Rebuttal) -> list[Aim]:
    """Give the attacks that count: of one kind on one target only the first, unless they have names."""
    found: dict[tuple[str, AttackKind, str], Aim] = {}
    for aim in rebuttal.aims:
        found.setdefault((aim.target, aim.kind or rebuttal.kind, aim.id or ""), aim)
    return list(found.values())
