"""What a map holds, counted."""

from collections import Counter
from dataclasses import dataclass

import networkx as nx

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.tally import Counts, tally
from argmap.queries.unanswered import find_standing, part_by_hearers


@dataclass(frozen=True)
class Stats:
    """Counts over a whole map.

    Args:
        title: the map's own, None where it has none.
        claims, rebuttals, inferences, people, sources, quotes: how many there are.
        inferred: rebuttals inferred by the editor.
        kinds: attacks by kind.
        buckets: claims and challenges by bucket.
        against_hypothetical: challenges that stand open or re-opened, but nobody is there to answer.
        by_person: a row for each person for whom there is something to count, in the map's order.
        by_source: statements traced to each work.
        by_tag: statements that carry each tag.
        components: sizes of the connected parts, largest first, in statements.
    """

    title: str | None
    claims: int
    rebuttals: int
    inferences: int
    people: int
    sources: int
    quotes: int
    inferred: int
    kinds: dict[str, int]
    buckets: dict[str, int]
    against_hypothetical: int
    by_person: tuple[Counts, ...]
    by_source: dict[str, int]
    by_tag: dict[str, int]
    components: tuple[int, ...]


def count(argument_map: ArgumentMap) -> Stats:
    """Count what a map holds."""
    standing = find_standing(argument_map)
    statements = argument_map.statements.values()
    buckets = Counter(standing.buckets.values())
    open_ones = [key for bucket in NEEDS_REPLY for key in standing.members(bucket)]
    return Stats(
        title=argument_map.info.title,
        claims=len(argument_map.claims),
        rebuttals=len(argument_map.rebuttals),
        inferences=len(argument_map.inferences),
        people=len(argument_map.people),
        sources=len(argument_map.sources),
        quotes=sum(statement.quote is not None for statement in statements),
        inferred=sum(r.basis is Basis.INFERRED for r in argument_map.rebuttals.values()),
        kinds=dict(sorted(Counter(attack.kind.value for attack in argument_map.attacks).items())),
        buckets={bucket.value: buckets[bucket] for bucket in Bucket},
        against_hypothetical=len(part_by_hearers(argument_map, open_ones)[1]),
        by_person=tuple(filter(None, (each.counts for each in tally(argument_map, standing).values()))),
        by_source=dict(Counter(s.source.work for s in statements if s.source)),
        by_tag=dict(Counter(tag for s in statements for tag in s.tags).most_common()),
        components=_components(argument_map),
    )


def _components(argument_map: ArgumentMap) -> tuple[int, ...]:
    parts = nx.weakly_connected_components(argument_map.graph)
    return tuple(
        sorted((sum(node in argument_map.statements for node in part) for part in parts), reverse=True)
    )
