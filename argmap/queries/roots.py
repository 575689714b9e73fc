"""Where the trees of a map begin."""

from collections.abc import Iterable, Sequence

from argmap.argument_map import ArgumentMap
from argmap.model import Claim


def find_roots(argument_map: ArgumentMap, chosen: Sequence[str]) -> list[str]:
    """Find where trees begin: claims that are not a reason for another, and one of each circle.

    Args:
        argument_map: the map.
        chosen: the statements that the trees must hold.

    Returns:
        Ids: first the theses of their authors, then the others, each in the map's order.
    """
    inside = set(chosen)
    above = {key: [other for other in _parents(argument_map, key) if other in inside] for key in chosen}
    roots = [key for key in chosen if not above[key]]
    reached = _below(argument_map, roots, inside)
    for key in chosen:
        if key not in reached:
            roots.append(key)
            reached |= _below(argument_map, [key], inside)
    return theses_first(argument_map, roots)


def is_thesis(argument_map: ArgumentMap, key: str) -> bool:
    """Tell whether a statement is a thesis of its author."""
    statement = argument_map.statements[key]
    return isinstance(statement, Claim) and statement.main


def theses_first(argument_map: ArgumentMap, keys: Iterable[str]) -> list[str]:
    """Put theses before the other statements, each in the order in which they are given."""
    return sorted(keys, key=lambda key: not is_thesis(argument_map, key))


def _parents(argument_map: ArgumentMap, key: str) -> list[str]:
    """Name the statements under which a statement hangs: its conclusions and its targets."""
    conclusions = [step.conclusion for step in argument_map.uses_of.get(key, ())]
    targets = [argument_map.statement_of(a.target).id for a in argument_map.attacks_by.get(key, ())]
    return conclusions + targets


def _below(argument_map: ArgumentMap, roots: Iterable[str], inside: set[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(roots)
    while waiting:
        key = waiting.pop()
        if key in reached or key not in inside:
            continue
        reached.add(key)
        statement = argument_map.statements[key]
        waiting.extend(premise for step in statement.because for premise in step.premises)
        waiting.extend(attack.rebuttal for attack in argument_map.challenges_to(key))
    return reached
