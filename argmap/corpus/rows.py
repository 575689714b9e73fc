"""From a map to the rows of the tables of a store."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Final, TypeAlias

from argmap.argument_map import ArgumentMap
from argmap.corpus.tables import TABLES
from argmap.model import Basis, Claim, Person, Rebuttal, Record, fields_but_origin
from argmap.text.fold import fold

Cell: TypeAlias = str | int | bool | None
Row: TypeAlias = tuple[Cell, ...]
Rows: TypeAlias = dict[str, list[Row]]

_DIGITS: Final = 8
_IN_STATEMENTS = frozenset(
    (
        "id",
        "by",
        "basis",
        "main",
        "title",
        "text",
        "source",
        "quote",
        "kind",
        "tags",
        "because",
        "aims",
        "origin",
    )
)


@dataclass(frozen=True, slots=True)
class Source:
    """From where a map comes.

    Args:
        name: the file or folder, as it was named.
        sha256: the fingerprint of what was read.
    """

    name: str
    sha256: str


def rows_of(argument_map: ArgumentMap, source: Source, number: int, first: int) -> tuple[Rows, int]:
    """Write a map as rows.

    Args:
        argument_map: the map; every name in it is somebody's or something's.
        source: from where it was read.
        number: the map's own number in the store.
        first: the first number that is free for what it holds.

    Returns:
        The rows of each table, in the order of `argmap.corpus.tables`, and the next free number.
    """
    writer = _Writer(argument_map, number, first)
    return writer.rows(source), writer.next


def rows_of_fault(source: Source, fault: str, number: int) -> Rows:
    """Write a row for a map that could not be read, so that it is missed by nobody.

    Args:
        source: from where it would have been read.
        fault: why not.
        number: the map's own number in the store.
    """
    maps: list[Row] = [(number, source.name, source.sha256, 0, fault, None, None)]
    return {table.name: maps if table.name == "maps" else [] for table in TABLES}


def who_is_called(name: str, key: str) -> str:
    """Say who it is in a store of whom a map tells a name and nothing more.

    Args:
        name: the name as it is printed.
        key: the person's key in the map, for names of which nothing can be kept.
    """
    return fold(name).replace(" ", "-") or key


class _Writer:
    def __init__(self, argument_map: ArgumentMap, number: int, first: int) -> None:
        self._map = argument_map
        self._number = number
        numbers = count(first)
        self._nodes = {key: next(numbers) for key in (*argument_map.statements, *argument_map.inferences)}
        self._people = {key: next(numbers) for key in _voices(argument_map)}
        self._identities: dict[str, str] = {}
        self._sources = {key: next(numbers) for key in argument_map.sources}
        self._attacks = [next(numbers) for _ in argument_map.attacks]
        self.next = next(numbers)

    def rows(self, source: Source) -> Rows:
        info, size = self._map.info, len(self._map.statements)
        return {
            "maps": [
                (self._number, source.name, source.sha256, size, None, info.title, _rest(info, {"title"}))
            ],
            "people": list(self._people_rows()),
            "members": list(self._members()),
            "sources": [
                (self._sources[key], self._number, key, work.title, work.date, _rest(work, {"title", "date"}))
                for key, work in self._map.sources.items()
            ],
            "statements": [self._statement(each) for each in self._map.statements.values()],
            "tags": [
                (self._number, self._nodes[key], place, tag)
                for key, each in self._map.statements.items()
                for place, tag in enumerate(each.tags)
            ],
            "inferences": [
                (
                    self._nodes[key],
                    self._number,
                    key,
                    self._nodes[step.conclusion],
                    step.basis is Basis.INFERRED,
                    _rest(step, {"id", "premises", "basis", "conclusion"}),
                )
                for key, step in self._map.inferences.items()
            ],
            "premises": [
                (self._number, self._nodes[key], place, self._nodes[premise], self._is_inferred(premise))
                for key, step in self._map.inferences.items()
                for place, premise in enumerate(step.premises)
            ],
            "attacks": list(self._attack_rows()),
            "partners": [
                (self._number, attack, place, self._nodes[partner], self._is_inferred(partner))
                for attack, each in zip(self._attacks, self._map.attacks, strict=True)
                for place, partner in enumerate(each.jointly)
            ],
            "origins": [
                (self._number, self._nodes[key], each.origin.file, each.origin.id)
                for key, each in self._map.statements.items()
                if each.origin
            ],
        }

    def _people_rows(self) -> Iterator[Row]:
        seen: Counter[str] = Counter()
        for key, person in _voices(self._map).items():
            record = None if person is None else _rest(person, {"name", "hypothetical"}) or "{}"
            name = person.name if person else key
            identity = self._identity(key)
            seen[identity] += 1
            # Two people whom a map tells apart are two people.
            who = identity if seen[identity] == 1 else f"{identity}-{seen[identity]}"
            hypothetical = person is not None and person.hypothetical
            yield self._people[key], self._number, key, name, who, hypothetical, record

    def _identity(self, key: str) -> str:
        """Say who somebody is: the name and, where more than that is told, a sign of all that is told.

        Those whose members are told in a circle are not followed again.
        """
        if key not in self._identities:
            person = self._map.people.get(key)
            self._identities[key] = key
            plain = who_is_called(person.name if person else key, key)
            told = person and person.model_copy(
                update={"name": plain, "members": tuple(self._identity(member) for member in person.members)}
            )
            if told and told != Person(name=plain, origin=told.origin):
                digest = sha256(fields_but_origin(told).encode()).hexdigest()
                plain = f"{plain}-{digest[:_DIGITS]}"
            self._identities[key] = plain
        return self._identities[key]

    def _members(self) -> Iterator[Row]:
        for key, person in self._map.people.items():
            for member in dict.fromkeys(person.members):
                yield self._number, self._people[key], self._people[member]

    def _statement(self, one: Claim | Rebuttal) -> Row:
        place = self._map.locations.get(one.id)
        return (
            self._nodes[one.id],
            self._number,
            one.id,
            isinstance(one, Rebuttal),
            self._people[one.by] if one.by else None,
            one.basis is Basis.INFERRED,
            str(one.marker) if isinstance(one, Rebuttal) and one.marker else None,
            isinstance(one, Claim) and one.main,
            one.title,
            one.text,
            one.source.work if one.source else None,
            one.source.locator if one.source else None,
            one.quote,
            str(one.kind) if isinstance(one, Rebuttal) else None,
            place.file if place else None,
            place.line if place else None,
            place.column if place else None,
            _rest(one, _IN_STATEMENTS),
        )

    def _is_inferred(self, key: str) -> bool:
        return self._map.statements[key].basis is Basis.INFERRED

    def _attack_rows(self) -> Iterator[Row]:
        numbers = iter(self._attacks)
        for rebuttal in self._map.rebuttals.values():
            made = self._map.attacks_by.get(rebuttal.id, ())
            for aim, attack in zip(rebuttal.distinct_aims, made, strict=True):
                hit = self._map.statement_of(attack.target)
                rest = {"kind": str(aim.kind) if aim.kind else None, "scheme": aim.scheme}
                rest["origin"] = str(aim.origin) if aim.origin else None
                yield (
                    next(numbers),
                    self._number,
                    self._nodes[rebuttal.id],
                    self._nodes[attack.target],
                    self._nodes[hit.id],
                    isinstance(hit, Rebuttal),
                    str(attack.kind),
                    attack.basis is Basis.INFERRED,
                    bool(attack.jointly),
                    attack.id or None,
                    attack.denies or None,
                    aim.target if aim.target != attack.target else None,
                    _json({key: value for key, value in rest.items() if value}),
                )


def _voices(argument_map: ArgumentMap) -> Mapping[str, Person | None]:
    """Give all who speak: the people of a map, and those whom only a statement or a joint voice names."""
    named: list[str] = [one.by for one in argument_map.statements.values() if one.by]
    named += [member for person in argument_map.people.values() for member in person.members]
    return {**argument_map.people, **{key: None for key in named if key not in argument_map.people}}


def _rest(record: Record, without: frozenset[str] | set[str]) -> str | None:
    """Write the fields of a record that have no column, those that say nothing left out."""
    return _json(record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(without)))


def _json(fields: Mapping[str, object]) -> str | None:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if fields else None
