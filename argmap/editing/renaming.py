"""Give something another name, wherever it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.editing.intention import value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.written_paths import written_path
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import MapInfo, Rebuttal, Record
from argmap.references import NewNames, references, renamed


def rename(edit: MapEdit, names: NewNames) -> ArgumentMap:
    """Mean people, sources, statements, inferences, named attacks or tags to be called otherwise.

    Every reference follows: authors, premises, targets, partners, restatements, citations, fingerprints,
    members and tags. Texts that merely hold the word stay.

    Args:
        edit: to which it is added.
        names: the new names, which nothing else may have.

    Returns:
        The map that is meant.
    """
    loaded = edit.loaded
    documents = {name: read_document(file.text, name).sections for name, file in loaded.places.files.items()}
    for (section, key), (file, path, _) in loaded.places.records.items():
        record = loaded.map.record(section, key)
        intention = edit.of(file.name)
        found = _Renaming(documents[file.name], path, names)
        for at, new in found.values(record):
            intention.values[at] = new
        for at, new in found.keys(section, key, record):
            intention.keys[at] = new
    return renamed_map(loaded.map, names)


def renamed_map(argument_map: ArgumentMap, names: NewNames) -> ArgumentMap:
    """Give a map in which everything has its new name.

    Args:
        argument_map: the map.
        names: the new names.
    """
    return replace(
        argument_map,
        info=renamed(argument_map.info, names),
        people={names.people.get(k, k): renamed(one, names) for k, one in argument_map.people.items()},
        sources={names.sources.get(k, k): renamed(one, names) for k, one in argument_map.sources.items()},
        claims={names.node(k): renamed(one, names) for k, one in argument_map.claims.items()},
        rebuttals={names.node(k): renamed(one, names) for k, one in argument_map.rebuttals.items()},
        locations={},
    )


@dataclass(frozen=True)
class _Renaming:
    """What changes in one record.

    Args:
        sections: the values of its file.
        record: its path.
        names: the new names.
    """

    sections: Mapping[str, Value]
    record: Path
    names: NewNames

    def values(self, record: Record) -> Iterator[tuple[Path, str]]:
        """Give the texts that change, each with the new one."""
        for one in references(record):
            new = self.names.of(one.kind, one.name)
            if new != one.name and not one.is_key:
                yield self._text(one.path, one.name, new)
        for path, name in _own_names(record):
            new = self.names.node(name)
            if new != name:
                yield self._text(path, name, new)

    def _text(self, path: Path, name: str, new: str) -> tuple[Path, str]:
        """Put a new name in place of one, behind which in a citation the place inside the work may follow."""
        at = written_path(self.sections, self.record, path)
        said = value_at(self.sections, at)
        rest = said.removeprefix(name) if isinstance(said, str) else ""
        return at, new + rest

    def keys(self, section: str, key: str, record: Record) -> Iterator[tuple[Path, str]]:
        """Give the keys that change, each with the new one."""
        named = {"people": self.names.people, "sources": self.names.sources}.get(section, {})
        if key in named:
            yield self.record, named[key]
        for one in references(record):
            new = self.names.of(one.kind, one.name)
            if one.is_key and new != one.name and not (isinstance(record, MapInfo) and not self.names.tags):
                yield written_path(self.sections, self.record, one.path), new


def _own_names(record: Record) -> Iterator[tuple[Path, str]]:
    """Give the ids that a statement, its inferences and its attacks have, with their paths."""
    name = getattr(record, "id", None)
    if name is None:
        return
    yield ("id",), name
    for number, step in enumerate(getattr(record, "because", ())):
        if "/" not in step.id:
            yield ("because", number, "id"), step.id
    for number, aim in enumerate(record.aims if isinstance(record, Rebuttal) else ()):
        if aim.id:
            yield ("attacks", number, "id"), aim.id
