"""A folder of YAML files to a map and everything that is wrong with it."""

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, Related, Severity, UnreadableMapError
from argmap.files.faults.suggestions import Misnamed, suggest_names
from argmap.files.faults.unknown_names import check_references
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.folder import STANDARD_INPUT, list_files, shown_name
from argmap.files.records.recovery import read_with_recovery
from argmap.files.records.validate import Found, validate_document
from argmap.files.text_file import read_standard_input, read_text
from argmap.files.yaml.places import Places, ReadFile
from argmap.model import MapInfo


@dataclass(frozen=True)
class Loaded:
    """What a folder gave.

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


def load(path: str | Path) -> ArgumentMap:
    """Load a map.

    Args:
        path: a folder of YAML files, or one file.

    Returns:
        The map.

    Raises:
        UnreadableMapError: with every finding, where there is an error.
    """
    loaded = read_map(path)
    if loaded.errors:
        raise UnreadableMapError(loaded.diagnostics)
    return loaded.map


def read_map(path: str | Path) -> Loaded:
    """Read a map as far as it can be read; faults are data and never stop the reading.

    Args:
        path: a folder of YAML files, one file, or ``-`` for standard input.
    """
    with no_garbage_collection():
        collected = _Collected()
        files, faults = list_files(Path(path))
        collected.faults.extend(faults)
        for file in files:
            collected.read(file)
        argument_map = collected.to_map()
        collected.faults.extend(suggest_names(argument_map, collected.misnamed))
        collected.faults.extend(check_references(argument_map, collected.places, collected.lost))
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    return Loaded(
        argument_map,
        tuple(sorted(collected.faults)),
        collected.places,
        frozenset(collected.mentioned),
        collected.damaged,
        folder,
    )


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Hold the collector while a million lasting objects are made, which it would walk again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass
class _Collected:
    """Records of all files so far."""

    sections: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {"map": {}, "people": {}, "sources": {}, "claims": {}, "rebuttals": {}}
    )
    places: Places = field(default_factory=Places)
    lost: UnreadNames = field(default_factory=UnreadNames)
    misnamed: list[Misnamed] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    damaged: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def read(self, path: Path) -> None:
        name = shown_name(path)
        text, faults = read_standard_input(name) if path == STANDARD_INPUT else read_text(path, name)
        self.faults.extend(faults)
        if not text.strip():
            if not faults:
                hint = "write at least `claims:`, or delete the file"
                self.faults.append(Diagnostic(Location(name, 1, 1), "Y112", "the file is empty", hint=hint))
            return
        self._take(name, text)

    def _take(self, name: str, text: str) -> None:
        recovered = read_with_recovery(text, name)
        file = ReadFile(name, recovered.text, text, recovered.document.starts)
        self.places.files[name] = file
        records = validate_document(recovered.document, file)
        self.faults.extend((*recovered.document.faults, *records.faults))
        self.lost.update(recovered.lost)
        self.lost.update(records.lost)
        self.misnamed += [one for one in records.misnamed if one.fault.location.line not in recovered.mended]
        self.mentioned |= recovered.mentioned | records.mentioned
        self.damaged |= records.damaged
        for section, found in records.sections.items():
            self._add_section(section, found, file)

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
