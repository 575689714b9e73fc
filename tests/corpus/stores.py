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
    """Draw a map of up to thirty statements with chains, circles, undercuts, denials, partners and markers."""
    ids = [f"s{number}" for number in range(chance.choice([4, 8, 15, 30]))]
    claims = max(1, int(len(ids) * chance.choice([0.2, 0.5])))
    steps: list[str] = []
    named: list[str] = []

    def record(number: int) -> dict[str, Any]:
        because: list[dict[str, Any]] = []
        for place in range(chance.choice([0, 0, 0, 1, 1, 2])):
            step = {"premises": chance.sample(ids, chance.choice([1, 1, 2])), "basis": _basis(chance, 0.3)}
            if chance.random() < 0.5:
                step["id"] = f"{ids[number]}-i{place}"
                steps.append(step["id"])
            because.append(step)
        speaker = chance.choice(["a", "b", None])
        return {
            "id": ids[number],
            "by": speaker,
            "text": "t",
            "because": because,
            "basis": _basis(chance, 0.1),
        }

    def aim(number: int, place: int) -> dict[str, Any]:
        kind, draw = chance.choice(["rebut", "undermine"]), chance.random()
        found: dict[str, Any] = {"target": chance.choice(ids), "kind": chance.choice([kind, "undercut"])}
        if draw < 0.2 and steps:
            found = {"target": chance.choice(steps), "kind": "undercut"}
        elif draw < 0.35 and named:
            found = {"target": chance.choice(named), "kind": "undercut"}
        elif draw < 0.45:
            found = {"target": chance.choice(ids[claims:]), "kind": "undercut"}
        elif draw < 0.8:
            found = {"target": ids[max(0, number - chance.randrange(1, 4))], "kind": kind}
        if chance.random() < 0.2:
            found["id"] = f"n{number}-{place}"
            named.append(found["id"])
        if chance.random() < 0.1:
            found["with"] = chance.sample(ids, chance.choice([1, 2]))
        return found

    records = {ids[number]: record(number) for number in range(len(ids))}
    rebuttals: dict[str, Rebuttal] = {}
    for number in range(claims, len(ids)):
        aims = [aim(number, place) for place in range(chance.choice([1, 1, 1, 2, 3]))]
        marker = chance.choice(["conceded", "withdrawn", "answered-elsewhere"])
        marked: Mapping[str, str] = {marker: "m, 1"} if chance.random() < 0.12 else {}
        rebuttals[ids[number]] = Rebuttal.model_validate({**records[ids[number]], "attacks": aims, **marked})
    return ArgumentMap(
        claims={key: Claim.model_validate(records[key]) for key in ids[:claims]}, rebuttals=rebuttals
    )


def _basis(chance: random.Random, share: float) -> str:
    return "inferred" if chance.random() < share else "stated"
