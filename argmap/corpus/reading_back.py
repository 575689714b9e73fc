"""From the rows of a store back to a map."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from argmap.argument_map import ArgumentMap
from argmap.corpus.rows import Rows
from argmap.corpus.tables import TABLES
from argmap.diagnostics import Location
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from argmap.references import NewNames, renamed

_Fields: TypeAlias = dict[str, Any]


def map_of(rows: Rows) -> ArgumentMap:
    """Read rows of one map, or of a part of one, as a map.

    What the rows do not hold is left out: targets, partners, and inferences of which a premise is missing.

    Args:
        rows: the rows of each table, in the order of its numbers.
    """
    return _Reader(rows).read()


def joined_map(rows: Rows) -> ArgumentMap:
    """Read rows of several maps of a store, or of parts of them, as one map.

    Ids and keys of works begin with the number of their map, and equal people are one.

    Args:
        rows: as for `map_of`.
    """
    people: dict[str, Person] = {}
    sources: dict[str, Source] = {}
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    locations: dict[str, Location] = {}
    for number, own in _by_map(rows).items():
        names = _names_in_store(number, own)
        found = map_of(own)
        for key, person in found.people.items():
            people.setdefault(names.people[key], renamed(person, names))
        sources |= {names.sources[key]: renamed(work, names) for key, work in found.sources.items()}
        claims |= {names.node(key): renamed(claim, names) for key, claim in found.claims.items()}
        rebuttals |= {names.node(key): renamed(one, names) for key, one in found.rebuttals.items()}
        locations |= {names.node(key): place for key, place in found.locations.items()}
    return ArgumentMap(MapInfo(), people, sources, claims, rebuttals, locations)


def id_in_store(number: int, name: str) -> str:
    """Give the name that a statement or a work has in a store of several maps."""
    return f"{number}.{name}"


class _InMap(Mapping[str, str]):
    """The names that ids of one map have in a store; automatic ids of inferences follow their conclusions."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __getitem__(self, name: str) -> str:
        if "/" in name:
            raise KeyError(name)
        return id_in_store(self._number, name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _names_in_store(number: int, rows: Rows) -> NewNames:
    people = {row["key"]: row["who"] for row in _named("people", rows["people"])}
    return NewNames(people, _InMap(number), _InMap(number))


def _by_map(rows: Rows) -> dict[int, Rows]:
    """Part rows by the map that they belong to."""
    found: dict[int, Rows] = {}
    for table in TABLES:
        place = [column.name for column in table.columns].index("map")
        for row in rows.get(table.name, ()):
            own = found.setdefault(int(row[place] or 0), {each.name: [] for each in TABLES})
            own[table.name].append(row)
    return found


class _Reader:
    def __init__(self, rows: Rows) -> None:
        self._rows = {table.name: _named(table.name, rows.get(table.name, ())) for table in TABLES}
        self._ids = {
            row["node"]: row["id"] for name in ("statements", "inferences") for row in self._rows[name]
        }
        self._people = {row["person"]: row["key"] for row in self._rows["people"]}

    def read(self) -> ArgumentMap:
        claims: dict[str, Claim] = {}
        rebuttals: dict[str, Rebuttal] = {}
        locations: dict[str, Location] = {}
        parts = _Parts(self._rows, self._ids)
        for row in self._rows["statements"]:
            fields = self._statement(row, parts)
            if row["is_rebuttal"]:
                if fields["attacks"]:
                    rebuttals[row["id"]] = Rebuttal.model_validate(fields)
            else:
                claims[row["id"]] = Claim.model_validate(fields)
            if row["file"] is not None:
                locations[row["id"]] = Location(row["file"], row["line"], row["character"])
        return ArgumentMap(self._info(), self._persons(), self._sources(), claims, rebuttals, locations)

    def _info(self) -> MapInfo:
        rows = self._rows["maps"]
        return MapInfo.model_validate({"title": rows[0]["title"], **_rest(rows[0])}) if rows else MapInfo()

    def _persons(self) -> Mapping[str, Person]:
        return {
            self._people[row["person"]]: Person.model_validate(
                {"name": row["name"], "hypothetical": row["is_hypothetical"], **_rest(row)}
            )
            for row in self._rows["people"]
            if row["record"] is not None
        }

    def _sources(self) -> Mapping[str, Source]:
        return {
            row["key"]: Source.model_validate({"title": row["title"], "date": row["date"], **_rest(row)})
            for row in self._rows["sources"]
        }

    def _statement(self, row: _Fields, parts: "_Parts") -> _Fields:
        node = row["node"]
        fields: _Fields = {
            "id": row["id"],
            "by": self._people.get(row["speaker"]),
            "title": row["title"],
            "text": row["text"],
            "source": {"work": row["work"], "locator": row["locator"]} if row["work"] else None,
            "quote": row["quote"],
            "tags": parts.tags.get(node, []),
            "because": parts.reasons.get(node, []),
            "basis": _basis(row),
            "origin": parts.origins.get(node),
            **_rest(row),
        }
        if row["is_rebuttal"]:
            fields |= {"kind": row["kind"], "attacks": parts.aims.get(node, [])}
        else:
            fields["main"] = row["main"]
        return fields


class _Parts:
    """What belongs to a statement but stands in tables of its own, by the statement's number."""

    def __init__(self, rows: Mapping[str, Sequence[_Fields]], ids: Mapping[int, str]) -> None:
        self.tags = _listed((row["node"], row["tag"]) for row in rows["tags"])
        self.origins = {row["node"]: {"file": row["file"], "id": row["id"]} for row in rows["origins"]}
        whole = _listed((row["inference"], row["premise"]) for row in rows["premises"])
        # A step without one of its premises would be another step.
        premises = {
            step: [ids[node] for node in nodes]
            for step, nodes in whole.items()
            if all(node in ids for node in nodes)
        }
        self.reasons = _listed(
            (
                row["conclusion"],
                {"id": row["id"], "premises": premises[row["node"]], "basis": _basis(row), **_rest(row)},
            )
            for row in rows["inferences"]
            if row["node"] in premises
        )
        partners = _listed(
            (row["attack"], ids[row["partner"]]) for row in rows["partners"] if row["partner"] in ids
        )
        self.aims = _listed(
            (
                row["rebuttal"],
                {
                    "target": row["aim"] or ids[row["target"]],
                    "id": row["name"],
                    "with": partners.get(row["attack"], []),
                    **_rest(row),
                },
            )
            for row in rows["attacks"]
            if row["target"] in ids
        )


def _named(table: str, rows: Iterable[Sequence[object]]) -> list[_Fields]:
    columns = next(each.columns for each in TABLES if each.name == table)
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _listed(pairs: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _basis(row: _Fields) -> str:
    return "inferred" if row["inferred"] else "stated"


def _rest(row: _Fields) -> _Fields:
    rest: _Fields = json.loads(row["record"]) if row["record"] else {}
    return rest
