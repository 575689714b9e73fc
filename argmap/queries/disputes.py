"""Who takes part in a dispute: the challenged statements, and who challenges whom how often."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.unanswered import Standing, owed_by


@dataclass(frozen=True, slots=True)
class Exchange:
    """The challenges of one person to another.

    Args:
        challenger: the key of who challenges.
        challenged: the key of the author of what is challenged.
        rebuttals: the ids of the challenges and replies, in the map's order.
        inferred: whether these are those that only the map's editor sees.
        open: how many of them wait for a reply; nobody owes one to what only the editor sees.
    """

    challenger: str
    challenged: str
    rebuttals: tuple[str, ...]
    inferred: bool
    open: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one person does in a debate.

    Args:
        person: the key.
        claims: how many claims are the person's.
        challenged: how many of these somebody has challenged.
        made: how many challenges and replies are, those that somebody voiced.
        inferred: how many the map's editor puts down to the person.
        owes: how many challenges wait for a reply of the person.
        owed: how many of the person's challenges wait for a reply.
    """

    person: str
    claims: int = 0
    challenged: int = 0
    made: int = 0
    inferred: int = 0
    owes: int = 0
    owed: int = 0


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
        For each ordered pair of people, first what somebody voiced, then what only the editor sees, each
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
        Exchange(one, other, tuple(rebuttals), inferred, 0 if inferred else _waiting(rebuttals, standing))
        for (one, other, inferred), rebuttals in found.items()
    ]


def parts(argument_map: ArgumentMap, chosen: Collection[str], standing: Standing) -> list[Part]:
    """Count what each person does.

    Args:
        argument_map: the map.
        chosen: the statements that count.
        standing: the buckets of the map.

    Returns:
        One part for each author of a chosen statement, in the map's order of people.
    """
    authors = {argument_map.statements[key].by for key in chosen}
    listed = dict.fromkeys([*argument_map.people, *(s.by for s in argument_map.statements.values() if s.by)])
    found = {key: Part(key) for key in listed if key in authors}
    for key in chosen:
        for person, change in _changes(argument_map, key, standing):
            if person in found:
                part = found[person]
                found[person] = replace(part, **{change: getattr(part, change) + 1})
    return list(found.values())


def _changes(argument_map: ArgumentMap, key: str, standing: Standing) -> Iterator[tuple[str | None, str]]:
    """Name which counts of whom a statement raises."""
    statement = argument_map.statements[key]
    rebuttal = argument_map.rebuttals.get(key)
    if rebuttal is None:
        yield statement.by, "claims"
        if key not in standing.buckets:
            yield statement.by, "challenged"
    elif rebuttal.basis is Basis.INFERRED:
        yield statement.by, "inferred"
    else:
        yield statement.by, "made"
        if standing.buckets.get(key) in NEEDS_REPLY:
            yield statement.by, "owed"
            yield from ((debtor, "owes") for debtor in owed_by(argument_map, rebuttal))


def _waiting(rebuttals: Iterable[str], standing: Standing) -> int:
    return sum(standing.buckets.get(key) in NEEDS_REPLY for key in rebuttals)
