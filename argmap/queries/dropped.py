"""What was passed over: challenges and replies that nobody answered, though who owes the answer spoke again.

In a debate an argument that is not answered in the next speech of those whom it hits is called dropped; of a
literature it says that somebody wrote again and did not reply.
"""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Rebuttal
from argmap.queries.order import order_of_works
from argmap.queries.owing import owed_by
from argmap.queries.spoken import works_of_voices
from argmap.text.lists import and_list


@dataclass(frozen=True)
class Drops:
    """What was passed over, and what may have been.

    Args:
        passed_over: challenge or reply to the later works of those who owe the answer, in their order.
        unplaced: challenges and replies without an answer of which the order of works does not tell whether
            somebody passed them over.
        is_known: whether it was looked at; of a store it is not.
    """

    passed_over: Mapping[str, tuple[str, ...]]
    unplaced: tuple[str, ...]
    is_known: bool = True


def find_drops(
    argument_map: ArgumentMap,
    replies: Container[str],
    *,
    include_inferred: bool = False,
    by: Collection[str] = (),
) -> Drops:
    """Find what nobody answered although who owes the answer spoke again later.

    Args:
        argument_map: the map.
        replies: what was answered, as `Standing.replies` has it; any reply is an answer, by whomever.
        include_inferred: whether conflicts inferred by the editor can be passed over.
        by: where given, only what one of these people passed over.
    """
    verdicts = _Verdicts(argument_map)
    passed_over: dict[str, tuple[str, ...]] = {}
    unplaced: list[str] = []
    for key, rebuttal in argument_map.rebuttals.items():
        if not _waits(rebuttal, replies, include_inferred=include_inferred):
            continue
        debtors = tuple(one for one in owed_by(argument_map, rebuttal) if not by or one in by)
        later, is_placed = verdicts.of(debtors, rebuttal.source.work if rebuttal.source else None)
        if later:
            passed_over[key] = later
        elif not is_placed:
            unplaced.append(key)
    return Drops(passed_over, tuple(unplaced))


def in_words(works: Iterable[str]) -> str:
    """Say in which works something was passed over.

    Args:
        works: what the works are called where this is read.

    Returns:
        Such as `passed over in 2AC and 1AR`; empty where there is no work.
    """
    named = and_list(works)
    return f"passed over in {named}" if named else ""


def _waits(rebuttal: Rebuttal, replies: Container[str], *, include_inferred: bool) -> bool:
    counts = include_inferred or rebuttal.basis is Basis.STATED
    return counts and rebuttal.marker is None and rebuttal.id not in replies


class _Verdicts:
    """Tells what became of an attack without an answer, by who owes it and by the work of the attack."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._order = order_of_works(argument_map)
        self._works = works_of_voices(argument_map)
        self._known: dict[tuple[str, str | None], tuple[frozenset[str], bool]] = {}

    def of(self, debtors: Iterable[str], work: str | None) -> tuple[tuple[str, ...], bool]:
        """Give the later works of some people, and whether it is told of each of theirs if it is later."""
        found = [self._of_one(debtor, work) for debtor in debtors]
        later = frozenset[str]().union(*(works for works, _ in found))
        return self._order.in_order(later), all(is_placed for _, is_placed in found)

    def _of_one(self, debtor: str, work: str | None) -> tuple[frozenset[str], bool]:
        asked = debtor, work
        if asked not in self._known:
            self._known[asked] = self._look_up(self._works.get(debtor, frozenset()), work)
        return self._known[asked]

    def _look_up(self, spoken: frozenset[str], work: str | None) -> tuple[frozenset[str], bool]:
        if work is None:
            return frozenset(), False
        order, others = self._order, spoken - {work}
        later = frozenset(one for one in others if order.is_later(one, work))
        if not order.is_known(work):
            return frozenset(), bool(spoken) and not others
        return later, all(order.is_later(work, one) for one in others - later)
