"""Statements of a store that are asked for, in numbers and a page at a time."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.corpus.engine import Engine
from argmap.corpus.naming import people_meant
from argmap.corpus.quoting import quoted_text
from argmap.queries.buckets import Bucket
from argmap.queries.select import NoMatchError, Selection
from argmap.text.fold import fold

_PAGE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """A query for statements, ``node`` and what tells them apart; it can be asked for as often as needed."""

    engine: Engine
    select: str

    def count(self) -> int:
        """Count them."""
        return int(self.engine.rows(f"SELECT COUNT(*) FROM ({self.select}) c")[0][0] or 0)

    def first(self, most: int) -> list[int]:
        """Give the numbers of the first ones, in the order of the store."""
        rows = self.engine.rows(f"SELECT node FROM ({self.select}) c ORDER BY node LIMIT {most}")
        return [int(row[0] or 0) for row in rows]

    def all(self) -> Iterator[int]:
        """Give the numbers of all, in the order of the store."""
        last = -1
        while True:
            rows = self.engine.rows(
                f"SELECT node FROM ({self.select}) c WHERE node > {last} ORDER BY node LIMIT {_PAGE}"
            )
            yield from (int(row[0] or 0) for row in rows)
            if len(rows) < _PAGE:
                return
            last = int(rows[-1][0] or 0)


def choose(
    engine: Engine,
    selection: Selection,
    *,
    kind: str | None = None,
    main: bool = False,
    inferred: bool | None = None,
) -> Chosen:
    """Choose statements by people, tags and works.

    Args:
        engine: what answers; it knows the tables of a store.
        selection: what to choose; what is near to something is not asked of a store in this way.
        kind: `claim` or `rebuttal`; None for both.
        main: whether to choose only the theses of their authors.
        inferred: whether to choose also what only the editor supplied; by default what the selection says.

    Raises:
        NoMatchError: a name means nothing in the store.
    """
    wanted = ["TRUE" if selection.include_inferred or inferred else "NOT s.inferred"]
    if selection.by:
        people = [person for name in selection.by for person in people_meant(engine, name)]
        wanted.append(f"s.speaker IN ({', '.join(map(str, people))})")
    if selection.tag:
        wanted.append(f"s.node IN (SELECT node FROM tags WHERE tag IN ({_tags(engine, selection.tag)}))")
    if selection.source:
        wanted.append(f"({' OR '.join(_work(engine, name) for name in selection.source)})")
    if kind:
        wanted.append("s.is_rebuttal" if kind == "rebuttal" else "NOT s.is_rebuttal")
    if main:
        wanted.append("s.main")
    return Chosen(engine, f"SELECT s.node FROM statements s WHERE {' AND '.join(wanted)}")


def said_by(engine: Engine, people: Sequence[int]) -> Chosen:
    """Choose what some people say."""
    return Chosen(engine, f"SELECT node FROM statements WHERE speaker IN ({', '.join(map(str, people))})")


def among(chosen: Chosen, nodes: Collection[int]) -> Chosen:
    """Take of some statements those with given numbers; until the next call, since it keeps them."""
    chosen.engine.load("meant", ("node",), ((node,) for node in sorted(set(nodes))))
    return Chosen(chosen.engine, f"SELECT c.node FROM ({chosen.select}) c JOIN meant m ON c.node = m.node")


def in_bucket(
    chosen: Chosen, bucket: Bucket, debtors: Sequence[int] = (), *, heard: bool | None = None
) -> Chosen:
    """Take of some statements those in a bucket.

    Args:
        chosen: the statements.
        bucket: the bucket.
        debtors: where given, only challenges to which one of these people owes the reply.
        heard: whether somebody is there to answer; None for both.
    """
    select = (
        f"SELECT c.node FROM ({chosen.select}) c JOIN buckets b ON c.node = b.node AND b.bucket = '{bucket}'"
    )
    if debtors:
        people = ", ".join(map(str, debtors))
        select += (
            " JOIN (SELECT DISTINCT a.rebuttal FROM attacks a JOIN statements t ON a.hit = t.node "
            "JOIN people p ON t.speaker = p.person AND NOT p.is_hypothetical "
            f"WHERE t.speaker IN ({people})) d ON c.node = d.rebuttal"
        )
    if heard is not None:
        select += f" LEFT JOIN heard h ON c.node = h.node WHERE h.node IS {'NOT ' if heard else ''}NULL"
    return Chosen(chosen.engine, select)


def _tags(engine: Engine, names: Collection[str]) -> str:
    known = {str(row[0]) for row in engine.rows("SELECT DISTINCT tag FROM tags")}
    found = {name: [tag for tag in known if tag == name or fold(tag) == fold(name)] for name in names}
    for name, tags in found.items():
        if not tags:
            raise NoMatchError(name, ())
    return ", ".join(quoted_text(tag) for tags in found.values() for tag in sorted(tags))


def _work(engine: Engine, name: str) -> str:
    """Write the SQL for being traced to a work, by its key or its title."""
    text = quoted_text(name)
    rows = engine.rows(f"SELECT map, key FROM sources WHERE key = {text} OR lower(title) = lower({text})")
    if not rows:
        raise NoMatchError(name, ())
    return " OR ".join(f"(s.map = {number} AND s.work = {quoted_text(str(key))})" for number, key in rows)
