"""Take records out of a map, with what refers to them where that is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from argmap.argument_map import ArgumentMap
from argmap.editing.intention import Intention, value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.written_paths import written_path
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import Claim, Rebuttal, Record
from argmap.references import Named, NewNames, Reference, references, renamed

_Record = TypeVar("_Record", bound=Record)
Gone = tuple[str, str]
"""What goes: people, sources, tags or nodes, and its name."""

_KINDS: Final[Mapping[Named, str]] = {
    Named.PERSON: "people",
    Named.AUTHOR: "people",
    Named.SOURCE: "sources",
    Named.TAG: "tags",
    Named.STATEMENT: "nodes",
    Named.TARGET: "nodes",
}


@dataclass(frozen=True, slots=True)
class Referrer:
    """A record that refers to something.

    Args:
        section: its section.
        key: its key or id.
        reference: where in it, and by which name.
    """

    section: str
    key: str
    reference: Reference


@dataclass
class Removal:
    """What goes when something is taken out of a map.

    Args:
        records: section and key of the records.
        parts: section and key of other records, to the paths of what goes from them.
        names: what is called otherwise then: inferences with automatic ids when earlier ones are gone, and
            authors of works by their printed names when the people of those keys are.
    """

    records: set[tuple[str, str]] = field(default_factory=set)
    parts: dict[tuple[str, str], set[Path]] = field(default_factory=dict)
    names: NewNames = field(default_factory=NewNames)


def referrers(argument_map: ArgumentMap, gone: set[Gone]) -> Iterator[Referrer]:
    """Find what refers to things.

    Args:
        argument_map: the map.
        gone: the things; what is owned by one of them, such as the inferences to a claim, must be among them.
    """
    for section, key, record in _records(argument_map):
        for one in references(record):
            if (_KINDS[one.kind], one.name) in gone:
                yield Referrer(section, key, one)


def owned(argument_map: ArgumentMap, name: str) -> set[Gone]:
    """Give a statement with its inferences and its named attacks, which go with it."""
    statement = argument_map.statements[name]
    found = {("nodes", name), *(("nodes", step.id) for step in statement.because)}
    if isinstance(statement, Rebuttal):
        found |= {("nodes", aim.id) for aim in statement.aims if aim.id}
    return found


def plan_removal(argument_map: ArgumentMap, gone: set[Gone]) -> Removal:
    """Work out all that goes with things: what cannot be without them, and what cannot be without that.

    An inference without one of its premises would be another inference, and an attack without a partner
    another attack: they go. A rebuttal goes with its last attack. Speakers, citations, tags, restatements
    and members are merely no longer named; the authors of works keep their printed names.

    Args:
        argument_map: the map.
        gone: what is taken out.
    """
    removal = Removal()
    gone = set(gone)
    before = -1
    while before != len(gone) + len(removal.records):
        before = len(gone) + len(removal.records)
        _take_statements(argument_map, gone, removal)
        for section, key, record in _records(argument_map):
            if (section, key) not in removal.records:
                _take_parts(section, key, record, gone, removal)
    _take_entries(argument_map, gone, removal)
    printed = {
        name: argument_map.people[name].name for section, name in removal.records if section == "people"
    }
    removal.names = NewNames(people=printed, nodes=_renumbered(argument_map, gone))
    return removal


def _records(argument_map: ArgumentMap) -> Iterator[tuple[str, str, Record]]:
    sections: tuple[tuple[str, Mapping[str, Record]], ...] = (
        ("people", argument_map.people),
        ("sources", argument_map.sources),
        ("claims", argument_map.claims),
        ("rebuttals", argument_map.rebuttals),
    )
    yield "map", "", argument_map.info
    for section, records in sections:
        for key, record in records.items():
            yield section, key, record


def _take_statements(argument_map: ArgumentMap, gone: set[Gone], removal: Removal) -> None:
    for name, statement in argument_map.statements.items():
        section = "rebuttals" if isinstance(statement, Rebuttal) else "claims"
        if ("nodes", name) in gone or (section, name) in removal.records:
            removal.records.add((section, name))
            removal.parts.pop((section, name), None)
            gone |= owned(argument_map, name)


def _take_entries(argument_map: ArgumentMap, gone: set[Gone], removal: Removal) -> None:
    for section, known in (("people", argument_map.people), ("sources", argument_map.sources)):
        removal.records |= {(section, name) for kind, name in gone if kind == section and name in known}


def _take_parts(section: str, key: str, record: Record, gone: set[Gone], removal: Removal) -> None:
    paths = removal.parts.setdefault((section, key), set())
    for one in references(record):
        if (_KINDS[one.kind], one.name) in gone and one.kind is not Named.AUTHOR:
            paths.add(_part(one.path))
    if isinstance(record, Claim | Rebuttal):
        for number, step in enumerate(record.because):
            if ("nodes", step.id) in gone:
                paths.add(("because", number))
            elif ("because", number) in paths:
                gone.add(("nodes", step.id))
    if isinstance(record, Rebuttal):
        _take_attacks(key, record, gone, removal, paths)
    if not paths:
        del removal.parts[section, key]


def _take_attacks(key: str, rebuttal: Rebuttal, gone: set[Gone], removal: Removal, paths: set[Path]) -> None:
    for number, aim in enumerate(rebuttal.aims):
        if aim.id and ("nodes", aim.id) in gone:
            paths.add(("attacks", number))
        elif aim.id and ("attacks", number) in paths:
            gone.add(("nodes", aim.id))
    left = {aim.target for number, aim in enumerate(rebuttal.aims) if ("attacks", number) not in paths}
    paths |= {("seen", target) for target in rebuttal.seen if target not in left}
    if not left:
        removal.records.add(("rebuttals", key))


def _part(path: Path) -> Path:
    """Give what goes from a record when a name in it goes: an inference, an attack, a field or an item."""
    if path[0] in {"because", "attacks"}:
        return path[:2]
    return path[:1] if path[-1] == "work" else path


def _renumbered(argument_map: ArgumentMap, gone: set[Gone]) -> dict[str, str]:
    """Give the inferences that are called after another number when earlier ones are gone."""
    found: dict[str, str] = {}
    for name, statement in argument_map.statements.items():
        left = [step.id for step in statement.because if ("nodes", step.id) not in gone]
        for number, step in enumerate(left, 1):
            if step.startswith(f"{name}/") and step != f"{name}/{number}":
                found[step] = f"{name}/{number}"
    return found


def map_without(argument_map: ArgumentMap, removal: Removal) -> ArgumentMap:
    """Give what is left of a map.

    Args:
        argument_map: the map.
        removal: what goes.
    """
    left: dict[str, dict[str, Any]] = {"people": {}, "sources": {}, "claims": {}, "rebuttals": {}}
    for section, key, record in _records(argument_map):
        if section in left and (section, key) not in removal.records:
            kept = _without(record, removal.parts.get((section, key), set()))
            left[section][key] = renamed(kept, removal.names)
    info = _without(argument_map.info, removal.parts.get(("map", ""), set()))
    return replace(argument_map, info=info, locations={}, **left)


def _without(record: _Record, paths: set[Path]) -> _Record:
    changes: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        gone = {path[1:] for path in paths if path[0] == (info.alias or name)}
        value = getattr(record, name)
        if () in gone:
            changes[name] = info.get_default()
        elif gone and isinstance(value, dict):
            changes[name] = {key: one for key, one in value.items() if (key,) not in gone}
        elif gone:
            changes[name] = tuple(one for number, one in enumerate(value) if (number,) not in gone)
    return record.model_copy(update=changes) if changes else record


def mean_removal(edit: MapEdit, removal: Removal) -> None:
    """Add to an edit all that goes, with the comments in it and directly above it."""
    documents: dict[str, Mapping[str, Value]] = {}
    for (section, key), (file, path, _) in edit.loaded.places.records.items():
        intention = edit.of(file.name)
        if file.name not in documents:
            documents[file.name] = read_document(file.text, file.name).sections
        if (section, key) in removal.records:
            intention.removed.add(path)
            intention.with_comments.add(path)
            continue
        _mean_parts(documents[file.name], path, removal.parts.get((section, key), set()), intention)
        record = edit.loaded.map.record(section, key)
        _mean_renamed(documents[file.name], path, record, removal, intention)


def _mean_parts(sections: Mapping[str, Value], record: Path, paths: set[Path], intention: Intention) -> None:
    """Take parts out of a record; a list or mapping with nothing left goes as a whole."""
    by_field: dict[str | int, set[Path]] = {}
    for path in paths:
        by_field.setdefault(path[0], set()).add(written_path(sections, record, path))
    for name, written in by_field.items():
        whole = (*record, name)
        held = value_at(sections, whole)
        is_all = whole in written or (isinstance(held, list | dict) and len(held) == len(written))
        going = {whole} if is_all else written
        intention.removed |= going
        intention.with_comments |= going


def _mean_renamed(
    sections: Mapping[str, Value], record: Path, of: Record, removal: Removal, intention: Intention
) -> None:
    for one in references(of):
        new = removal.names.of(one.kind, one.name)
        if new != one.name:
            at = written_path(sections, record, one.path)
            if not any(at[: len(path)] == path for path in intention.removed):
                (intention.keys if one.is_key else intention.values)[at] = new
