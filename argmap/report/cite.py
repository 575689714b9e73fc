"""Works as scholars cite them."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from argmap.model import Citation, Source
from argmap.text.lists import and_list

_MOST_NAMED: Final = 2
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Bibliography:
    """The works of a map, cited by author and year; those alike in both are told apart by letters.

    Args:
        sources: the works, by key.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def short(self, citation: Citation) -> str:
        """Cite a place in a work: ``Arshakuni and Shapiro 2019, para. 3``.

        Args:
            citation: the work and the place in it.

        Returns:
            The citation; the work's key stands for a work that the map does not list.
        """
        source = self._sources.get(citation.work)
        work = _author_and_year(source) + self._letters.get(citation.work, "") if source else citation.work
        return f"{work}, {citation.locator}" if citation.locator else work

    def full(self, work: str) -> str:
        """Describe a listed work in full: authors, title, container, publisher and date."""
        source = self._sources[work]
        letter = self._letters.get(work)
        parts = (
            ", ".join(map(str, source.authors)),
            f"“{source.title}”",
            source.container,
            ": ".join(part for part in (source.place, source.publisher) if part),
            source.date,
            f"cited as {_author_and_year(source)}{letter}" if letter else "",
        )
        return ", ".join(part for part in parts if part) + "."

    @cached_property
    def _letters(self) -> dict[str, str]:
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for work, source in self._sources.items():
            alike[_author_and_year(source)].append(work)
        return {
            work: _letter(number)
            for works in alike.values()
            if len(works) > 1
            for number, work in enumerate(works)
        }


def source_address(source: Source) -> str | None:
    """Give the address under which a work can be read, if it has one."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def _author_and_year(source: Source) -> str:
    return f"{_authors(source) or source.title} {source.year or 'n.d.'}"


def _authors(source: Source) -> str:
    names = [author.parts.family or str(author) for author in source.authors]
    if len(names) > _MOST_NAMED:
        return f"{names[0]} et al."
    return and_list(names)


def _letter(number: int) -> str:
    """Count in letters: a to z, then aa to zz and so on."""
    more, last = divmod(number, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[last]
