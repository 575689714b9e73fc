"""Keys and names of those whom the rows of a table only name."""

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.corpus.rows import who_is_called
from argmap.text.ids import as_id, as_slug


def keyed(named: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str, str, bool]]:
    """Give a key to everything that rows name: the name itself, or one made of it where that cannot be a key.

    Args:
        named: what the rows say, and how it is printed where they say that, too.

    Returns:
        For each: what the rows say, its key, how it is printed, and whether that is more than the key.
    """
    listed = list(named)
    taken = {name for name, _ in listed if as_id(name) == name}
    used: Counter[str] = Counter()
    for name, printed in listed:
        key = name
        if key not in taken:
            base = key = as_slug(name) or "unnamed"
            while key in taken:
                used[base] += 1
                key = f"{base}-{used[base] + 1}"
            taken.add(key)
        yield name, key, printed or name, printed is not None or name != key


def who(people: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Say who people are in a store, by key and name; two of one name are two people."""
    seen: Counter[str] = Counter()
    for key, name in people:
        identity = who_is_called(name, key)
        seen[identity] += 1
        yield identity if seen[identity] == 1 else f"{identity}-{seen[identity]}"
