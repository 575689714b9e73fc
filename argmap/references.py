"""Which field of which record holds the name of what: the only list.

Checking, merging, taking parts, renaming and drawing pages ask here, so that a new field is added once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar

from argmap.model import Aim, Citation, Claim, Inference, MapInfo, Name, Person, Rebuttal, Record, Source

_Record = TypeVar("_Record", bound=Record)
Path = tuple[str | int, ...]


class Named(StrEnum):
    """What a name stands for."""

    # An enumeration's own is written in Python, and every name in a map is put where its kind belongs.
    __hash__ = str.__hash__

    PERSON = "person"
    AUTHOR = "author"
    """A person where there is one of that key, else a name as it is printed."""
    SOURCE = "source"
    STATEMENT = "statement"
    TARGET = "target"
    """A claim, a rebuttal, an inference or a named attack: whatever can be attacked."""
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in a record.

    Args:
        path: field names as they are written in files, and list positions, from the record inwards.
        kind: what the name stands for.
        name: the name.
        is_key: whether the name is the key of a mapping, not a value.
    """

    path: Path
    kind: Named
    name: str
    is_key: bool = False


@dataclass(frozen=True)
class NewNames:
    """What is to be called otherwise, old name to new name.

    Args:
        people: keys of people.
        sources: keys of sources.
        nodes: ids of statements, inferences and named attacks. An inference without an id of its own is
            called after its conclusion and follows it.
        tags: tags.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    nodes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: Named, name: str) -> str:
        """Give the new name of what a name stands for; the same where it keeps its name."""
        if kind in {Named.PERSON, Named.AUTHOR}:
            return self.people.get(name, name)
        if kind is Named.SOURCE:
            return self.sources.get(name, name)
        if kind is Named.TAG:
            return self.tags.get(name, name)
        return self.node(name)

    def node(self, name: str) -> str:
        """Give the new id of a statement, an inference or a named attack."""
        conclusion, slash, number = name.rpartition("/")
        if slash and name not in self.nodes:
            return f"{self.nodes.get(conclusion, conclusion)}/{number}"
        return self.nodes.get(name, name)


_STATEMENT: Final[Mapping[str, Named | type[Record]]] = {
    "by": Named.PERSON,
    "source": Citation,
    "tags": Named.TAG,
    "because": Inference,
    "restates": Named.STATEMENT,
}
REFERRING: Final[Mapping[type[Record], Mapping[str, Named | type[Record]]]] = {
    MapInfo: {"tags": Named.TAG, "sequence": Named.SOURCE},
    Person: {"members": Named.PERSON},
    Source: {"authors": Name, "editors": Name, "translators": Name},
    Name: {"name": Named.AUTHOR},
    Citation: {"work": Named.SOURCE},
    Inference: {"premises": Named.STATEMENT},
    Aim: {"target": Named.TARGET, "jointly": Named.STATEMENT},
    Claim: _STATEMENT,
    Rebuttal: {
        **_STATEMENT,
        "aims": Aim,
        "conceded": Citation,
        "withdrawn": Citation,
        "answered_elsewhere": Citation,
        "seen": Named.TARGET,
    },
}
"""Record to its fields that hold names: what they name, or the inner record that holds them.

A field may hold one name, a list of names, or a mapping whose keys are names.
"""

NAMING: Final[Mapping[type[Record], frozenset[str]]] = {
    Claim: frozenset({"id"}),
    Rebuttal: frozenset({"id"}),
    Inference: frozenset({"id", "conclusion"}),
    Aim: frozenset({"id"}),
}
"""Record to its fields that say what it is called itself, or what it belongs to."""


def fields_naming(kind: Named) -> frozenset[str]:
    """Give the fields, as they are written in files, that hold the name of something, or a record that does.

    Args:
        kind: what the name stands for.
    """
    found = {field for model in REFERRING for field in _fields_of(model, kind)}
    return frozenset(found)


def _fields_of(model: type[Record], kind: Named) -> Iterator[str]:
    for name, held in REFERRING[model].items():
        is_citation = held is Citation and kind is Named.SOURCE
        if held is kind or is_citation:
            yield model.model_fields[name].alias or name


def references(record: Record) -> Iterator[Reference]:
    """Give every name in a record that stands for something else.

    Args:
        record: a person, source, claim or rebuttal, or what the map says of itself.

    Yields:
        The names, in the order of the fields.
    """
    values = record.__dict__
    for field_name, written, held in _written_fields(type(record)):
        if value := values[field_name]:
            yield from _in_field(written, held, value)


def used_names(records: Iterable[Record]) -> Mapping[Named, set[str]]:
    """Give the names in many records, by what they stand for; much quicker than `references`."""
    found: dict[Named, set[str]] = {kind: set() for kind in Named}
    for record in records:
        _collect(record, found)
    return found


def renamed(record: _Record, names: NewNames) -> _Record:
    """Give a record under its new name, with the new names of all that it refers to.

    Args:
        record: a person, source, claim or rebuttal, or what the map says of itself.
        names: what is to be called otherwise.
    """
    changes: dict[str, Any] = {}
    for field_name, held in REFERRING[type(record)].items():
        if value := getattr(record, field_name):
            changes[field_name] = _renamed_value(value, held, names)
    for field_name in NAMING.get(type(record), ()):
        if value := getattr(record, field_name):
            changes[field_name] = names.node(value)
    return record.model_copy(update=changes)


@cache
def _written_fields(model: type[Record]) -> tuple[tuple[str, str, Named | type[Record]], ...]:
    """Give the fields of a record that hold names, each with how it is written and what it holds."""
    fields = model.model_fields
    return tuple((name, fields[name].alias or name, held) for name, held in REFERRING[model].items())


def _in_field(written: str, held: Named | type[Record], value: Any) -> Iterator[Reference]:  # noqa: ANN401 — a field's
    if isinstance(held, Named):
        if isinstance(value, str):
            yield Reference((written,), held, value)
        else:
            is_key = isinstance(value, Mapping)
            for number, name in enumerate(value):
                yield Reference((written, name if is_key else number), held, name, is_key)
        return
    inner = [((written,), value)] if isinstance(value, Record) else _numbered(written, value)
    for path, record in inner:
        for one in references(record):
            yield Reference((*path, *one.path), one.kind, one.name, one.is_key)


def _numbered(written: str, records: Iterable[Record]) -> Iterator[tuple[Path, Record]]:
    return (((written, number), record) for number, record in enumerate(records))


def _collect(record: Record, found: Mapping[Named, set[str]]) -> None:
    values = record.__dict__
    for field_name, held in REFERRING[type(record)].items():
        value = values[field_name]
        if not value:
            continue
        if isinstance(held, Named):
            if isinstance(value, str):
                found[held].add(value)
            else:
                found[held].update(value)
        elif isinstance(value, Record):
            _collect(value, found)
        else:
            for inner in value:
                _collect(inner, found)


def _renamed_value(value: Any, held: Named | type[Record], names: NewNames) -> Any:  # noqa: ANN401 — a field's
    if isinstance(value, Mapping):
        return {names.of(_kind(held), name): rest for name, rest in value.items()}
    if isinstance(value, str):
        return names.of(_kind(held), value)
    if isinstance(value, Record):
        return renamed(value, names)
    if isinstance(held, Named):
        return tuple(names.of(held, name) for name in value)
    return tuple(renamed(inner, names) for inner in value)


def _kind(held: Named | type[Record]) -> Named:
    assert isinstance(held, Named)  # noqa: S101 — for the type checker: only fields of names hold texts
    return held
