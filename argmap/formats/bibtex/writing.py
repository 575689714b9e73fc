"""Sources to BibTeX, with what was kept of the entries from which they came."""

from collections import Counter
from collections.abc import Iterable, Mapping

from argmap.argument_map import ArgumentMap
from argmap.citations.printed_names import printed_names
from argmap.citations.source_types import type_of_entry
from argmap.formats.base import Exported, Loss
from argmap.formats.bibliographies import bibliography_losses
from argmap.formats.bibtex.blocks import MONTHS
from argmap.formats.bibtex.entries import Written, write_work
from argmap.formats.bibtex.fields import (
    BIBLATEX,
    BIBTEX,
    ENTRY_KEY,
    ENTRY_TYPE,
    IN_ISSUES,
    NO_TITLE,
    NOTES,
    inherited,
    parents_of,
)
from argmap.formats.bibtex.works import Work, read_work
from argmap.model import Person, Source
from argmap.text.ids import as_id


def write(argument_map: ArgumentMap) -> Exported:
    """Write the sources; claims and rebuttals are not part of a bibliography."""
    writer = _Writer(argument_map.sources, argument_map.people)
    entries = [writer.entry(key) for key in argument_map.sources]
    losses = [*bibliography_losses(argument_map, "BibTeX", {BIBTEX, BIBLATEX}), *writer.losses]
    return Exported("\n".join(entries), tuple(losses))


class _Writer:
    """Writes the works of a map.

    Args:
        sources: the works, by key.
        people: of the map, by key.
    """

    def __init__(self, sources: Mapping[str, Source], people: Mapping[str, Person]) -> None:
        self.losses: list[Loss] = []
        self._sources, self._people = sources, people
        self._dialect = _usual_dialect(sources.values())
        self._names = {_key(key, source): key for key, source in reversed(list(sources.items()))}
        self._made: dict[str, tuple[str, dict[str, str]]] = {}

    def entry(self, key: str) -> str:
        """Write an entry."""
        source = self._sources[key]
        kind, values = self._fields(key)
        if source.number and source.type in IN_ISSUES:
            self.losses.append(Loss("number of an article", key, "BibTeX has one number of it, the issue"))
        lines = "".join(f"  {name} = {_delimited(name, value)},\n" for name, value in values.items())
        return f"@{kind}{{{_key(key, source)},\n{lines}}}\n"

    def _fields(self, key: str) -> tuple[str, dict[str, str]]:
        """Give the type and the fields of an entry, as they were where they say what the source says."""
        if key not in self._made:
            source = _with_names(self._sources[key], self._people)
            kept = _kept(source)
            entry_type = kept.pop(ENTRY_TYPE, "")
            kept.pop(ENTRY_KEY, "")
            if type_of_entry(entry_type, kept.get("entrysubtype", "")) is not source.type:
                entry_type = ""
            dialect = next((name for name in (BIBLATEX, BIBTEX) if name in source.kept), self._dialect)
            written = write_work(source, dialect, entry_type)
            if kept.get("title") == NO_TITLE:
                del kept["title"]
                if source.title in {key, _key(key, source)}:
                    del written.by_field["title"]
            # What an entry sees that is its own parent.
            self._made[key] = written.kind, written.values
            above = read_work(written.kind, self._inherited(written.kind, kept))
            self._made[key] = written.kind, _merged(source, written, kept, above)
        return self._made[key]

    def _inherited(self, kind: str, values: Mapping[str, str]) -> dict[str, str]:
        """Give the fields that an entry has from those that it names, if they are there."""
        found: dict[str, str] = {}
        for name in parents_of(values):
            if name in self._names:
                parent_kind, theirs = self._fields(self._names[name])
                above = self._inherited(parent_kind, theirs) if name not in parents_of(theirs) else {}
                found |= inherited(parent_kind, {**above, **theirs}, kind)
        return found


def _merged(source: Source, written: Written, kept: dict[str, str], above: Work) -> dict[str, str]:
    """Put kept fields in the place of those that are written anew, where they say the same.

    What an entry has from the one that it names as its parent is not written again.
    """
    alone = read_work(written.kind, kept)
    values = dict(kept)
    for ours, anew in written.by_field.items():
        wanted = getattr(source, ours)
        if alone.said.get(ours) != wanted and (ours in alone.said or above.said.get(ours) != wanted):
            values = {**anew, **values}
    ordered = {name: values[name] for name in (*written.values, *values) if name in values}
    together = read_work(written.kind, ordered)
    for ours, used in together.used.items():
        if together.said[ours] != getattr(source, ours):
            stale = [name for name in used if name in kept and name not in NOTES[1:]]
            ordered = {name: value for name, value in ordered.items() if name not in stale}
            ordered |= written.by_field.get(ours, {})
    return ordered


def _usual_dialect(sources: Iterable[Source]) -> str:
    """Tell for which program most of the works were written that came from a bibliography."""
    found = Counter(name for source in sources for name in source.kept)
    new, old = found[BIBLATEX], found[BIBTEX]
    return BIBLATEX if new > old else BIBTEX


def _kept(source: Source) -> dict[str, str]:
    return {**source.kept.get(BIBTEX, {}), **source.kept.get(BIBLATEX, {})}


def _key(key: str, source: Source) -> str:
    """Give the citation key as it was, where the source is still called after it."""
    kept = _kept(source).get(ENTRY_KEY, "")
    return kept if kept and as_id(kept) == key else key


def _with_names(source: Source, people: Mapping[str, Person]) -> Source:
    """Put names in the place of keys of people."""
    if not people:
        return source
    fields = ("authors", "editors", "translators")
    return source.model_copy(
        update={field: tuple(printed_names(getattr(source, field), people)) for field in fields}
    )


def _delimited(name: str, value: str) -> str:
    return value if name == "month" and value in MONTHS else f"{{{value}}}"
