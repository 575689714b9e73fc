"""Stores for tests: of maps, and of random maps in which everything bears on everything."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.indexing import Unit, index
from argmap.corpus.rows import Source
from argmap.corpus.store import Store, make_store
from argmap.model import Claim, Rebuttal


def unit(name: str, argument_map: ArgumentMap, sha256: str = "0") -> Unit:
    return Unit(Source(name, sha256), lambda: argument_map)


def store_of(folder: Path, *maps: ArgumentMap) -> Store:
    store, _ = index(make_store(folder), [unit(f"map-{number}", each) for number, each in enumerate(maps)])
    return store


@contextmanager
def opened(*maps: ArgumentMap) -> Iterator[DuckDbEngine]:
    """Give an engine that knows the tables of a new store of maps."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "work").mkdir()
        engine = DuckDbEngine(Path(folder) / "work")
        store_of(Path(folder) / "store", *maps).show_to(engine)
        yield engine
        engine.close()


def dense_map(chance: random.Random) -> ArgumentMap:
    """Draw a map of up to thirty statements: chains, circles, undercuts, denials, partners and markers."""
    size = chance.choice([4, 8, 15, 30])
    return _Drawing(chance, size, max(1, int(size * chance.choice([0.2, 0.5])))).map()


class _Drawing:
    def __init__(self, chance: random.Random, size: int, claims: int) -> None:
        self._chance = chance
        self._ids = [f"s{number}" for number in range(size)]
        self._claims = claims
        self._steps: list[str] = []
        self._named: list[str] = []

    def map(self) -> ArgumentMap:
        ids, claims = self._ids, self._claims
        records = {key: self._record(key) for key in ids}
        return ArgumentMap(
            claims={key: Claim.model_validate(records[key]) for key in ids[:claims]},
            rebuttals={
                ids[number]: Rebuttal.model_validate({**records[ids[number]], **self._rebuts(number)})
                for number in range(claims, len(ids))
            },
        )

    def _record(self, key: str) -> dict[str, Any]:
        chance = self._chance
        because: list[dict[str, Any]] = []
        for place in range(chance.choice([0, 0, 0, 1, 1, 2])):
            premises = chance.sample(self._ids, chance.choice([1, 1, 2]))
            step: dict[str, Any] = {"premises": premises, "basis": self._basis(0.3)}
            if chance.random() < 0.5:
                step["id"] = f"{key}-i{place}"
                self._steps.append(f"{key}-i{place}")
            because.append(step)
        speaker = chance.choice(["a", "b", None])
        return {"id": key, "by": speaker, "text": "t", "because": because, "basis": self._basis(0.1)}

    def _rebuts(self, number: int) -> dict[str, Any]:
        aims = [self._aim(number, place) for place in range(self._chance.choice([1, 1, 1, 2, 3]))]
        marker = self._chance.choice(["conceded", "withdrawn", "answered-elsewhere"])
        marked: Mapping[str, str] = {marker: "m, 1"} if self._chance.random() < 0.12 else {}
        return {"attacks": aims, **marked}

    def _aim(self, number: int, place: int) -> dict[str, Any]:
        chance = self._chance
        found = self._target(number)
        if chance.random() < 0.2:
            found["id"] = f"n{number}-{place}"
            self._named.append(found["id"])
        if chance.random() < 0.1:
            found["with"] = chance.sample(self._ids, chance.choice([1, 2]))
        return found

    def _target(self, number: int) -> dict[str, Any]:
        chance, ids = self._chance, self._ids
        kind, draw = chance.choice(["rebut", "undermine"]), chance.random()
        if draw < 0.2 and self._steps:
            return {"target": chance.choice(self._steps), "kind": "undercut"}
        if draw < 0.35 and self._named:
            return {"target": chance.choice(self._named), "kind": "undercut"}
        if draw < 0.45:
            return {"target": chance.choice(ids[self._claims :]), "kind": "undercut"}
        if draw < 0.8:
            return {"target": ids[max(0, number - chance.randrange(1, 4))], "kind": kind}
        return {"target": chance.choice(ids), "kind": chance.choice([kind, "undercut"])}

    def _basis(self, share: float) -> str:
        return "inferred" if self._chance.random() < share else "stated"
