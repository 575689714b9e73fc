"""The works of a map, cited and listed as a style of the Citation Style Language has it."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.citations.csl_items import csl_item
from argmap.citations.printed_names import printed_names
from argmap.csl import Cite, Entry, Formatted, Processor, Run, load_style, parse_locator
from argmap.model import Citation, Source, SourceType

DEFAULT_STYLE: Final = "chicago"
_ADDRESSES: Final = frozenset({"URL", "DOI"})
_ANY_NUMBER: Final = re.compile("[2-9]|[1-9][0-9]{1,5}")
_SOME_NUMBER: Final = "987654321"
"""Stands for any single number: a style sets all alike, and a map has thousands of places in a work."""

_LESS_THAN: Final = "\ufdd0"
"""A sign that no text has, for one that begins markup in CSL: the texts of a map hold none."""


class Bibliography:
    """Cites the works of a map.

    What tells works of the same author and year apart takes all works that begin with the same name. Only
    those are looked at for a citation, so that it costs the same in a large map.

    Args:
        argument_map: the map.
        style: the name of a bundled style, or what the file of one holds.

    Raises:
        CslError: the style cannot be used.
    """

    def __init__(self, argument_map: ArgumentMap, style: str | bytes = DEFAULT_STYLE) -> None:
        self._map = argument_map
        self._style = load_style(style)
        self._processors: dict[tuple[str, bool], Processor] = {}
        self._full: dict[tuple[str, bool], dict[str, Formatted]] = {}
        self._places: dict[tuple[str, str | None], Formatted] = {}
        self._cited: dict[tuple[str, str, str], Formatted] = {}

    def short(self, citation: Citation) -> Formatted:
        """Cite a place in a work, without the brackets of the style: ``Arshakuni and Shapiro 2019, para. 3``.

        The speeches of a debate, which have one author and one day or none, are cited by their titles.

        Args:
            citation: the work and the place in it. The key stands for a work that the map does not list.
        """
        key = citation.work, citation.locator
        if key not in self._places:
            self._places[key] = self._place(citation)
        return self._places[key]

    def _place(self, citation: Citation) -> Formatted:
        if citation.work not in self._map.sources:
            return Formatted((Run(str(citation)),))
        if self._is_of_debate(citation.work):
            said = (self._map.sources[citation.work].title, citation.locator)
            return Formatted((Run(", ".join(filter(None, said))),))
        label, locator = parse_locator(citation.locator or "")
        is_number = _ANY_NUMBER.fullmatch(locator) is not None and not self._has_some_number(citation.work)
        found = self._short(citation.work, _SOME_NUMBER if is_number else locator, label)
        return _renumbered(found, locator) if is_number else found

    def _has_some_number(self, work: str) -> bool:
        return _SOME_NUMBER in self._short(work, "", "").text()

    def _short(self, work: str, locator: str, label: str) -> Formatted:
        key = work, locator, label
        if key not in self._cited:
            cite = Cite(work, _hidden(locator), label)
            found = _shown(self._of(work, with_address=True).short(cite))
            self._cited[key] = found if found.runs else self._title(work)
        return self._cited[key]

    def _title(self, work: str) -> Formatted:
        """Give what stands for a work of which the style says nothing."""
        return Formatted((Run(self._map.sources[work].title),))

    def full(self, work: str, *, with_address: bool = True) -> Formatted:
        """Give the entry of a listed work in a bibliography.

        Args:
            work: its key.
            with_address: whether to say where it can be read.

        Returns:
            The entry; the title of the work where the style has none for it.
        """
        key = self._group(work), with_address
        if key not in self._full:
            listed = self._of(work, with_address=with_address).bibliography(substitute=False)
            said = (entry for entry in listed if entry.formatted.runs)
            self._full[key] = {entry.id: _shown(entry.formatted) for entry in said}
        return self._full[key].get(work) or self._title(work)

    def entries(self, works: Sequence[str], *, with_address: bool = True) -> list[Entry]:
        """Give the bibliography of some listed works, in the order of the style.

        Args:
            works: their keys.
            with_address: whether to say where they can be read.
        """
        entries = self._processor(works, with_address=with_address).bibliography()
        return [Entry(entry.id, _shown(entry.formatted)) for entry in entries]

    def _is_of_debate(self, work: str) -> bool:
        source = self._map.sources[work]
        return source.type is SourceType.SPEECH and (work in self._map.info.sequence or not source.date)

    def _processor(self, works: Sequence[str], *, with_address: bool) -> Processor:
        items = {key: self._item(key, with_address=with_address) for key in works}
        return Processor(self._style, items, self._map.info.language)

    def _item(self, key: str, *, with_address: bool) -> dict[str, Any]:
        item = csl_item(key, self._map.sources[key], self._map.people)
        return {
            name: _hidden(value) if name != "id" else value
            for name, value in item.items()
            if with_address or name not in _ADDRESSES
        }

    def _group(self, work: str) -> str:
        """Name the works that are told apart from one: those that begin with the same name."""
        # The title tells a speech of a debate apart, and letters would only confuse.
        return f"\n{work}" if self._is_of_debate(work) else self._first_name(self._map.sources[work])

    def _of(self, work: str, *, with_address: bool) -> Processor:
        """Give the processor of a work and of those that are told apart from it."""
        key = self._group(work), with_address
        if key not in self._processors:
            self._processors[key] = self._processor(self._alike[key[0]], with_address=with_address)
        return self._processors[key]

    @cached_property
    def _alike(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for work in self._map.sources:
            found.setdefault(self._group(work), []).append(work)
        return found

    def _first_name(self, source: Source) -> str:
        """Give the first name by which a work is cited: an author's, else an editor's, else its title."""
        return next(self._names(source), source.title).casefold()

    def _names(self, source: Source) -> Iterator[str]:
        for names in (source.authors, source.editors, source.translators):
            for name in printed_names(names, self._map.people):
                yield name.parts.family or str(name)


def _hidden(value: Any) -> Any:  # noqa: ANN401 — any value of an item
    """Put a sign for what would begin markup."""
    if isinstance(value, str):
        return value.replace("<", _LESS_THAN)
    if isinstance(value, list):
        return [_hidden(item) for item in value]
    return {key: _hidden(item) for key, item in value.items()} if isinstance(value, dict) else value


def _renumbered(formatted: Formatted, number: str) -> Formatted:
    return Formatted(
        tuple(Run(run.text.replace(_SOME_NUMBER, number), run.looks, run.link) for run in formatted.runs)
    )


def _shown(formatted: Formatted) -> Formatted:
    """Put back what was hidden."""
    if not any(_LESS_THAN in run.text for run in formatted.runs):
        return formatted
    return Formatted(
        tuple(Run(run.text.replace(_LESS_THAN, "<"), run.looks, run.link) for run in formatted.runs)
    )
