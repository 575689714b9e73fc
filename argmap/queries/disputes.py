"""Who takes part in a dispute: the challenged statements, and who challenges whom how often."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis
from argmap.queries.owing import is_hypothetical
from argmap.queries.unanswered import Standing, awaits_reply


@dataclass(frozen=True, slots=True)
class Exchange:
    """The challenges of one person to another.

    Args:
        challenger: the key of who challenges.
        challenged: the key of the author of what is challenged.
        rebuttals: the ids of the challenges and replies, in the map's order.
        inferred: whether these are those that only the map's editor sees.
        open: how many of them wait for a reply; nobody owes one to what the editor infers, nor does
            anybody who is only imagined or unnamed.
    """

    challenger: str
    challenged: str
    rebuttals: tuple[str, ...]
    inferred: bool
    open: int


def attacks_within(argument_map: ArgumentMap, chosen: Collection[str]) -> Iterator[tuple[Attack, str]]:
    """Yield each attack of a chosen statement on a chosen statement or on an inference to it, with that."""
    for attack in argument_map.attacks:
        target = argument_map.statement_of(attack.target).id
        if attack.rebuttal in chosen and target in chosen:
            yield attack, target


def disputed(argument_map: ArgumentMap, chosen: Collection[str]) -> tuple[str, ...]:
    """List the statements that take part in a dispute.

    Args:
        argument_map: the map.
        chosen: the statements that may be listed.

    Returns:
        The ids of the chosen statements that attack or are attacked by a chosen one, and of the chosen
        premises of inferences that are; in the map's order.
    """
    found: set[str] = set()
    for attack, target in attacks_within(argument_map, set(chosen)):
        step = argument_map.inferences.get(attack.target)
        found |= {attack.rebuttal, target, *attack.jointly, *(step.premises if step else ())}
    return tuple(key for key in argument_map.statements if key in found and key in chosen)


def exchanges(argument_map: ArgumentMap, chosen: Collection[str], standing: Standing) -> list[Exchange]:
    """Count who challenges whom.

    Args:
        argument_map: the map.
        chosen: the statements that count, on both sides.
        standing: the buckets of the map.

    Returns:
        For each ordered pair of people, first what somebody voiced, then what the editor infers, each
        where there is any; in the order of the first challenges. Statements by nobody take no part.
    """
    found: dict[tuple[str, str, bool], dict[str, None]] = {}
    for attack, target in attacks_within(argument_map, set(chosen)):
        challenger = argument_map.statements[attack.rebuttal].by
        challenged = argument_map.statements[target].by
        if challenger and challenged:
            pair = challenger, challenged, attack.basis is Basis.INFERRED
            found.setdefault(pair, {})[attack.rebuttal] = None
    return [
        Exchange(
            one,
            other,
            tuple(rebuttals),
            inferred,
            0
            if is_hypothetical(argument_map, other)
            else sum(awaits_reply(argument_map, argument_map.rebuttals[key], standing) for key in rebuttals),
        )
        for (one, other, inferred), rebuttals in found.items()
    ]
