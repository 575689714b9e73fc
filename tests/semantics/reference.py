"""The semantics straight from their definitions, by looking at every set of arguments.

A set is an integer whose bit ``a`` says whether argument ``a`` is in it. Nothing here is shared with the
package, and nothing is clever: it is the yardstick.
"""

from collections.abc import Callable, Iterable

Sets = list[int]


def extensions(size: int, attacks: Iterable[tuple[int, int]]) -> dict[str, set[frozenset[int]]]:
    """Return the extensions of a framework under every semantics, by its ICCMA code."""
    attacked, attackers = [0] * size, [0] * size
    for source, target in attacks:
        attacked[source] |= 1 << target
        attackers[target] |= 1 << source
    everything = range(1 << size)
    plus = [_union(attacked, chosen) for chosen in everything]
    reach = [chosen | plus[chosen] for chosen in everything]
    defended = [
        sum(1 << argument for argument in range(size) if not attackers[argument] & ~plus[chosen])
        for chosen in everything
    ]
    conflict_free = [chosen for chosen in everything if not chosen & plus[chosen]]
    admissible = [chosen for chosen in conflict_free if not chosen & ~defended[chosen]]
    complete = [chosen for chosen in conflict_free if chosen == defended[chosen]]
    preferred = _maximal(admissible, lambda chosen: chosen)
    semi_stable = _maximal(complete, lambda chosen: reach[chosen])
    found = {
        "CO": complete,
        "PR": preferred,
        "ST": [chosen for chosen in conflict_free if reach[chosen] == (1 << size) - 1],
        "SST": semi_stable,
        "STG": _maximal(conflict_free, lambda chosen: reach[chosen]),
        "GR": [chosen for chosen in complete if all(chosen & ~other == 0 for other in complete)],
        "ID": _largest_within(admissible, preferred),
        "EA": _largest_within(admissible, semi_stable),
    }
    return {code: {_members(chosen) for chosen in sets} for code, sets in found.items()}


def _union(attacked: list[int], chosen: int) -> int:
    union = 0
    for argument, targets in enumerate(attacked):
        if chosen >> argument & 1:
            union |= targets
    return union


def _maximal(sets: Sets, measure: Callable[[int], int]) -> Sets:
    def beaten(mine: int) -> bool:
        return any(mine != theirs and mine & ~theirs == 0 for theirs in map(measure, sets))

    return [chosen for chosen in sets if not beaten(measure(chosen))]


def _largest_within(admissible: Sets, bounds: Sets) -> Sets:
    inside = [chosen for chosen in admissible if all(chosen & ~bound == 0 for bound in bounds)]
    return [chosen for chosen in inside if all(other & ~chosen == 0 for other in inside)]


def _members(chosen: int) -> frozenset[int]:
    return frozenset(argument for argument in range(chosen.bit_length()) if chosen >> argument & 1)
