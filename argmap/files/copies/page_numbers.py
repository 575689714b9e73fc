"""The numbers that the pages of a work bear, which in an article or behind a preface are not 1, 2, 3."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_AT_EITHER_END: Final = re.compile(r"^\W*(\d{1,5})(?!\S)|(?<!\S)(\d{1,5})\W*$")


def first_page(pages: Sequence[str], labels: Sequence[str] = ()) -> int:
    """Tell the number of the first page.

    Args:
        pages: the texts of the pages.
        labels: what the file calls them, where it calls them anything.

    Returns:
        The number from which the others count on, as most of the labels or else the first and last lines of
        the pages say; less than 1 where pages without a number come first, and 1 where nothing is known.
    """
    counted = [str(number) for number, _ in enumerate(labels, 1)]
    said = [int(label) - at for at, label in enumerate(labels) if label.isdecimal()]
    if said and list(labels) != counted:
        return Counter(said).most_common(1)[0][0]
    printed = Counter(number - at for at, page in enumerate(pages) for number in _printed(page))
    number, times = printed.most_common(1)[0] if printed else (1, 0)
    return number if times > 1 and 2 * times >= len(pages) else 1


def without_number(page: str, number: int) -> str:
    """Leave out the line of a page on which nothing but its number stands."""
    return "\n".join(line for line in page.splitlines() if line.strip(" -\u2013\u2014\t") != str(number))


def _printed(page: str) -> Iterator[int]:
    """Give the numbers at the ends of the first and the last line of a page, each once."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    ends = {*lines[:1], *lines[-1:]}
    found = {int(match[1] or match[2]) for line in ends for match in _AT_EITHER_END.finditer(line)}
    yield from sorted(found)
