"""The one map that is served, as it stands on disk now."""

from collections.abc import Callable

from argmap.files.assembling import Loaded
from argmap.files.find import FoundMap
from argmap.files.load import read_found
from argmap.files.record_cache import RecordCache


class MapOnDisk:
    """A map whose files are read again where they have changed.

    Args:
        find: finds the map, whose settings may name another place one day.
    """

    def __init__(self, find: Callable[[], FoundMap]) -> None:
        self._find = find
        self._cache = RecordCache()

    def read(self) -> Loaded:
        """Read the map as it stands now; what has not changed is not read again."""
        return read_found(self._find(), self._cache)
