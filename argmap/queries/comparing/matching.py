"""What of two lists belongs together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_One = TypeVar("_One")
_Two = TypeVar("_Two")


def _any(_one: object, _two: object) -> bool:
    return True


def take_matches(
    ones: list[_One],
    twos: list[_Two],
    mark: Callable[[_One], Hashable],
    its_mark: Callable[[_Two], Hashable],
    belong: Callable[[_One, _Two], bool] = _any,
) -> list[tuple[_One, _Two]]:
    """Take out of two lists what belongs together, one to one and in the order of the first.

    Args:
        ones: a list, from which what has found a match is removed.
        twos: another one, the same.
        mark: what a member of the first list is known by.
        its_mark: what a member of the second is; only those with equal marks belong together.
        belong: whether two members with equal marks do.
    """
    waiting: dict[Hashable, list[_Two]] = defaultdict(list)
    for two in twos:
        waiting[its_mark(two)].append(two)
    found = []
    for one in ones:
        rivals = waiting.get(mark(one), [])
        at = next((at for at, two in enumerate(rivals) if belong(one, two)), None)
        if at is not None:
            found.append((one, rivals.pop(at)))
    _take(ones, [one for one, _ in found])
    _take(twos, [two for _, two in found])
    return found


def _take(members: list[_One], taken: Iterable[_One]) -> None:
    counts = Counter(id(one) for one in taken)
    left = []
    for one in members:
        if counts[id(one)]:
            counts[id(one)] -= 1
        else:
            left.append(one)
    members[:] = left
