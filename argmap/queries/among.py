"""Sets of statements of one map that take little room, so that thousands of them may overlap."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Among(Collection[str]):
    """Some of a list of statements, in its order.

    Args:
        keys: the list.
        first: the place in it before which none is.
        bits: a bit for each place from there on, the lowest for the first.
    """

    keys: Sequence[str]
    first: int = 0
    bits: int = 0

    def __len__(self) -> int:
        """Count them, without looking at each."""
        return self.bits.bit_count()

    def __iter__(self) -> Iterator[str]:
        """Yield them in the order of the list."""
        bits, place = self.bits, self.first
        while bits:
            skipped = (bits & -bits).bit_length()
            place += skipped
            yield self.keys[place - 1]
            bits >>= skipped

    def __contains__(self, key: object) -> bool:
        """Tell whether a statement is one of them; each is looked at."""
        return any(key == one for one in self)

    def common(self, other: "Among") -> "Among":
        """Return those that are in another set of the same list as well."""
        last = max(self.first, other.first)
        bits = (self.bits >> (last - self.first)) & (other.bits >> (last - other.first))
        return Among(self.keys, last, bits)


def among(keys: Sequence[str], is_wanted: Callable[[str], bool]) -> Among:
    """Choose some of a list.

    Args:
        keys: the list.
        is_wanted: which of them.
    """
    digits = "".join("1" if is_wanted(key) else "0" for key in reversed(keys))
    return Among(keys, 0, int(digits or "0", 2))


def at(keys: Sequence[str], bits: int) -> Among:
    """Return a set of a list.

    Args:
        keys: the list.
        bits: a bit for each place, the lowest for the first.
    """
    first = (bits & -bits).bit_length() - 1 if bits else 0
    return Among(keys, first, bits >> first)
