"""The names of the places to which the links of a report lead.

GitHub and pandoc give each heading a name of its own, which must not be another statement's.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

_SILENT: Final = re.compile(r"[^\w\- ]")
_COUNTED: Final = re.compile(r"-\d{1,9}$")
_OTHER: Final = ":"
"""What no id has in it, and no name of a heading."""


def anchors(headings: Mapping[str, str], others: Iterable[str]) -> dict[str, str]:
    """Name the place of each statement: by its id, unless another heading gets this name.

    Args:
        headings: the heading of each statement, by id.
        others: further headings.
    """
    owners: dict[str, set[str]] = {}
    for key, heading in (*headings.items(), *(("", heading) for heading in others)):
        owners.setdefault(_slug(heading), set()).add(key)
    return {key: key if _is_free(key, owners) else f"{key}{_OTHER}" for key in headings}


def _is_free(key: str, owners: Mapping[str, set[str]]) -> bool:
    """Tell whether no other heading is called so, nor is called so as the second or third of its name."""
    alike = (owners.get(key.lower(), set()), owners.get(_COUNTED.sub("", key.lower()), set()))
    return all(owner == key for owner in set().union(*alike))


def _slug(heading: str) -> str:
    return _SILENT.sub("", heading.lower()).replace(" ", "-")
