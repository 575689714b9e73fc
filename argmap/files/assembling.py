"""The records of several files to one map and everything that is wrong with it: a pure function."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, Related, Severity
from argmap.files.faults.misnamed import Misnamed
from argmap.files.faults.record_names import RecordNames
from argmap.files.faults.suggestions import suggest_names
from argmap.files.faults.unknown_names import check_references
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.records.file_records import FileRecords, Found
from argmap.files.yaml.document import SECTIONS
from argmap.files.yaml.places import Places, ReadFile
from argmap.model import MapInfo


@dataclass(frozen=True)
class Loaded:
    """What the files of a map gave.

    Args:
        map: the records that are valid.
        diagnostics: what is wrong, sorted by place.
        places: where every record and field stands.
        mentioned: names and words of the records with faults, which may refer to others.
        damaged: ids of claims and rebuttals that are there without fields that had faults, and those fields.
        folder: where relative paths of the map start.
    """

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]
    places: Places
    mentioned: frozenset[str] = frozenset()
    damaged: Mapping[str, Collection[str]] = field(default_factory=dict)
    folder: Path = Path()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that forbid using the map."""
        return tuple(finding for finding in self.diagnostics if finding.severity is Severity.ERROR)


def assemble(
    files: Iterable[FileRecords],
    folder: Path = Path(),
    faults: Iterable[Diagnostic] = (),
    names: RecordNames | None = None,
) -> Loaded:
    """Join the records of files, which stay as they are, to a map.

    Args:
        files: what `read_text` gave for each, in the order in which their records shall stand.
        folder: where relative paths of the map start.
        faults: what else is wrong, such as files that cannot be read.
        names: the names in the records, as far as they are remembered.
    """
    with no_garbage_collection():
        collected = _Collected(faults=list(faults))
        for file in files:
            collected.add(file)
        argument_map = collected.to_map()
        collected.faults.extend(suggest_names(argument_map, collected.misnamed, names))
        collected.faults.extend(check_references(argument_map, collected.places, collected.unread, names))
    return Loaded(
        argument_map,
        tuple(sorted(collected.faults)),
        collected.places,
        frozenset(collected.mentioned),
        collected.damaged,
        folder,
    )


@dataclass
class _Collected:
    """Records of all files so far."""

    sections: dict[str, dict[str, Any]] = field(default_factory=lambda: {section: {} for section in SECTIONS})
    places: Places = field(default_factory=Places)
    unread: UnreadNames = field(default_factory=UnreadNames)
    misnamed: list[Misnamed] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    damaged: dict[str, Collection[str]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def add(self, records: FileRecords) -> None:
        self.places.files[records.file.name] = records.file
        self.faults.extend(records.faults)
        self.unread.update(records.unread)
        self.misnamed += records.misnamed
        self.mentioned |= records.mentioned
        self.damaged |= records.damaged
        for section, found in records.sections.items():
            self._add_section(section, found, records.file)

    def _add_section(self, section: str, found: list[Found], file: ReadFile) -> None:
        known = self.sections[section]
        for item in found:
            path = (section,) if section == "map" else (section, item.at)
            if first := self._first(section, item.key):
                self.faults.append(_repeated(section, item, _named_at(file, path), first))
            else:
                known[item.key] = item.record
                self.places.records[section, item.key] = (file, path, item.start)

    def _first(self, section: str, key: str) -> Location | None:
        """Find where a key or id is taken already; claims and rebuttals share their ids."""
        rivals = ("claims", "rebuttals") if section in {"claims", "rebuttals"} else (section,)
        for rival in rivals:
            if key in self.sections[rival]:
                inner, path, _ = self.places.records[rival, key]
                return _named_at(inner, path)
        return None

    def to_map(self) -> ArgumentMap:
        claims, rebuttals = self.sections["claims"], self.sections["rebuttals"]
        return ArgumentMap(
            info=self.sections["map"].get("", MapInfo()),
            people=self.sections["people"],
            sources=self.sections["sources"],
            claims=claims,
            rebuttals=rebuttals,
            locations={
                **{key: self.places.start("claims", key) for key in claims},
                **{key: self.places.start("rebuttals", key) for key in rebuttals},
            },
        )


def _named_at(file: ReadFile, path: tuple[str | int, ...]) -> Location:
    """Find where a record says what it is called."""
    if path[0] in {"claims", "rebuttals"}:
        return file.locate((*path, "id"))
    return file.locate(path, key=True)


def _repeated(section: str, item: Found, place: Location, first: Location) -> Diagnostic:
    related = (Related(first, "first here"),)
    if section == "map":
        message, hint = "the map is described twice", "keep one `map:` section"
    else:
        message, hint = f"the id `{item.key}` is taken", "give one of the two another id"
    return Diagnostic(place, "R307", message, hint=hint, related=related)
