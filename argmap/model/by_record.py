"""What is worked out of each record alone, for programs that ask again after each small change."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from argmap.model.base import Record

_Of = TypeVar("_Of", bound=Record)
_Worked = TypeVar("_Worked")


class ByRecord(Generic[_Of, _Worked]):
    """What was worked out of records, as long as they are there; they are known by being the same objects.

    Args:
        work_out: looks at nothing but one record, which is frozen.
    """

    def __init__(self, work_out: Callable[[_Of], _Worked]) -> None:
        self._work_out = work_out
        self._records: dict[int, _Of] = {}
        self._worked: dict[int, _Worked] = {}

    def of(self, records: Sequence[_Of]) -> list[_Worked]:
        """Give what is worked out of each record; what is known of others is forgotten.

        Args:
            records: all that there are now.
        """
        # As long as a record is kept here, no other object has its number.
        numbers = list(map(id, records))
        now = dict(zip(numbers, records, strict=True))
        worked = dict(self._worked)
        for number in self._records.keys() - now.keys():
            del worked[number]
        for number in now.keys() - self._records.keys():
            worked[number] = self._work_out(now[number])
        self._records, self._worked = now, worked
        return list(map(worked.__getitem__, numbers))
