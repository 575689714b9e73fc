"""What records that could not be read may have been called."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.text.fold import fold


@dataclass
class UnreadNames:
    """The names of records that could not be read, so that nobody is blamed for referring to them.

    Args:
        names: keys and ids as they were written, which may be their fault.
        has_nameless: whether there is a record whose name nobody can tell.
    """

    names: set[str] = field(default_factory=set)
    has_nameless: bool = False
    _folded: set[str] = field(default_factory=set, repr=False)

    def add(self, names: Iterable[str]) -> None:
        """Note some names."""
        for name in names:
            self.names.add(name)
            self._folded.add(fold(name))

    def update(self, other: "UnreadNames") -> None:
        """Note what another part of the map has lost."""
        self.add(other.names)
        self.has_nameless = self.has_nameless or other.has_nameless

    def __contains__(self, name: str) -> bool:
        return name in self.names or (bool(self._folded) and fold(name) in self._folded)
