"""What a store holds, counted: `argmap.queries.stats`, as far as that goes without walking through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.corpus.engine import Engine
from argmap.corpus.tallies import PersonCounts, find_debts, tally
from argmap.queries.buckets import Bucket

_MOST_PEOPLE: Final = 20
# Works of several maps are one if all that is told of them agrees; two that a map tells apart are two.
_WORKS: Final = (
    "SELECT SUM(x.most) FROM (SELECT t.title, t.date, t.record, MAX(t.number) AS most FROM ("
    "SELECT map, title, date, record, COUNT(*) AS number FROM sources GROUP BY map, title, date, record) t "
    "GROUP BY t.title, t.date, t.record) x"
)


@dataclass(frozen=True, slots=True)
class StoreStats:
    """Counts over a store.

    Args:
        maps: how many maps could be read.
        faults: the others, each with what is wrong.
        numbers: claims, rebuttals, inferences, people, sources and quotes.
        kinds: attacks by kind.
        buckets: claims and challenges by bucket.
        by_person: the people to whom most replies are owed.
        by_tag: the most frequent tags.
    """

    maps: int
    faults: Mapping[str, str]
    numbers: Mapping[str, int]
    kinds: Mapping[str, int]
    buckets: Mapping[str, int]
    by_person: Sequence[PersonCounts]
    by_tag: Mapping[str, int]


def count(engine: Engine) -> StoreStats:
    """Count what a store holds.

    Args:
        engine: what answers; it knows the tables of a store and its answers.
    """
    faults = {
        str(name): str(fault)
        for name, fault in engine.rows("SELECT name, fault FROM maps WHERE fault IS NOT NULL ORDER BY name")
    }
    buckets = _grouped(engine, "SELECT bucket, COUNT(*) FROM buckets GROUP BY bucket")
    find_debts(engine)
    return StoreStats(
        maps=_one(engine, "SELECT COUNT(*) FROM maps WHERE fault IS NULL"),
        faults=faults,
        numbers={
            "claims": _one(engine, "SELECT COUNT(*) FROM statements WHERE NOT is_rebuttal"),
            "rebuttals": _one(engine, "SELECT COUNT(*) FROM statements WHERE is_rebuttal"),
            "inferences": _one(engine, "SELECT COUNT(*) FROM inferences"),
            "people": _one(engine, "SELECT COUNT(DISTINCT who) FROM people"),
            "sources": _one(engine, _WORKS),
            "quotes": _one(engine, "SELECT COUNT(quote) FROM statements"),
        },
        kinds=_grouped(engine, "SELECT kind, COUNT(*) FROM attacks GROUP BY kind ORDER BY kind"),
        buckets={bucket.value: buckets.get(bucket.value, 0) for bucket in Bucket},
        by_person=tally(engine, _MOST_PEOPLE),
        by_tag=_grouped(engine, "SELECT tag, COUNT(*) FROM tags GROUP BY tag ORDER BY 2 DESC, 1 LIMIT 20"),
    )


def _one(engine: Engine, select: str) -> int:
    return int(engine.rows(select)[0][0] or 0)


def _grouped(engine: Engine, select: str) -> dict[str, int]:
    return {str(name): int(number or 0) for name, number in engine.rows(select)}
