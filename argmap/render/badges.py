"""What stands above a box that is not as it was in an older version of the map."""

from collections.abc import Mapping
from typing import Final

from argmap.queries.changes.fates import Change

BADGES: Final[Mapping[str, str]] = {
    Change.NEW: "+ new",
    Change.GONE: "- gone",
    Change.REWORDED: "~ reworded",
    Change.CHANGED: "~ changed",
}
"""The words by what became of it."""
