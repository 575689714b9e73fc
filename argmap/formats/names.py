"""Ids that are valid and unique, from titles and from the ids of other programs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from argmap.text.ids import LONGEST, as_id
from argmap.text.lists import and_list

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_opaque(foreign: str) -> bool:
    """Tell whether a foreign id is a universal identifier, which nobody could remember."""
    return _UUID.fullmatch(foreign) is not None


def is_telling(foreign: str) -> bool:
    """Tell whether a foreign id may serve as an id as it stands."""
    return as_id(foreign) == foreign and not is_opaque(foreign)


def joint_name(members: Iterable[str]) -> str:
    """Call a joint voice after its members, where it has no name of its own."""
    return and_list(members)


@dataclass
class Names:
    """The ids given out so far."""

    _taken: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def new(self, wanted: str, fallback: str) -> str:
        """Give out an id that nobody has: the wanted one, else with ``-2``, ``-3`` and so on.

        Args:
            wanted: a title or a foreign id.
            fallback: what to call it where nothing of ``wanted`` can be kept.
        """
        base = as_id(wanted) or fallback
        name, number = base, self._last.get(base, 1)
        while name in self._taken:
            number += 1
            ending = f"-{number}"
            name = base[: LONGEST - len(ending)] + ending
        self._last[base] = number
        self._taken.add(name)
        return name
