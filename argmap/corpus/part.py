"""A few statements of a store with what belongs to them, as an ordinary map with its buckets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.corpus.engine import Engine
from argmap.corpus.reading_back import id_in_store, joined_map, map_of
from argmap.corpus.rows import Rows
from argmap.corpus.tables import BY_NAME, TABLES, Table
from argmap.queries.buckets import Bucket
from argmap.queries.dropped import Drops
from argmap.queries.unanswered import Standing

_MOST: Final = 20_000
# Answers are sorted by what is hit, and attacks are not: all of them would be read. Few are inferred.
_ATTACKERS: Final = (
    "SELECT h.rebuttal FROM sd_hits h JOIN wanted w ON h.statement = w.node UNION "
    "SELECT a.rebuttal FROM attacks a JOIN wanted w ON a.hit = w.node WHERE a.inferred"
)


class TooMuchError(Exception):
    """What hangs together with some statements does not fit into memory; the message says so, for people."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a store.

    Args:
        map: its statements, and around them what they name.
        standing: the buckets that these have in the whole store. What was passed over is not told.
        keys: the ids of the statements that were asked for, in their order.
    """

    map: ArgumentMap
    standing: Standing
    keys: tuple[str, ...]


def load_part(engine: Engine, nodes: Sequence[int], *, threads: bool = False) -> Part:
    """Load statements with their reasons, what they attack, and what attacks them.

    Args:
        engine: what answers; it knows the tables of a store and its answers.
        nodes: the numbers of the statements.
        threads: whether what attacks the attacks is loaded as well, to the end.

    Raises:
        TooMuchError: too many others belong to them.
    """
    near = _with_threads(engine, nodes) if threads else set(nodes)
    return _part(engine, nodes, _fetch(engine, _with_context(engine, near)))


def load_around(engine: Engine, nodes: Sequence[int], depth: int | None = None) -> Part:
    """Load statements with all that hangs together with them.

    Args:
        engine: what answers; it knows the tables of a store and its answers.
        nodes: the numbers of the statements.
        depth: how many attacks or reasons away something may be; None for no limit.

    Raises:
        TooMuchError: that is too much for a map in memory.
    """
    near, new, steps = set(nodes), set(nodes), 0
    while new and (depth is None or steps < depth):
        new = _neighbours(engine, new) - near
        near |= new
        steps += 1
        _check(near)
    return _part(engine, nodes, _fetch(engine, _with_context(engine, sorted(near))))


def _with_threads(engine: Engine, nodes: Iterable[int]) -> set[int]:
    """Add what attacks, and what attacks that."""
    near = new = set(nodes)
    while new:
        engine.load("wanted", ("node",), ((node,) for node in sorted(new)))
        found = engine.rows(_ATTACKERS)
        new = {int(row[0] or 0) for row in found} - near
        near = near | new
        _check(near)
    return near


def _with_context(engine: Engine, nodes: Iterable[int]) -> list[int]:
    """Add what stands one step away, and of each rebuttal all that its attacks name, up to the claims."""
    near = set(nodes)
    near |= _neighbours(engine, near)
    new = near
    while new:
        engine.load("wanted", ("node",), ((node,) for node in sorted(new)))
        found = engine.rows(
            "SELECT a.hit FROM attacks a JOIN wanted w ON a.rebuttal = w.node UNION "
            # What an undercut of a claim means hangs on how many reasons that has.
            "SELECT p.premise FROM attacks a JOIN wanted w ON a.rebuttal = w.node "
            "JOIN inferences i ON a.hit = i.conclusion JOIN premises p ON i.node = p.inference "
            "WHERE a.kind = 'undercut' OR a.target <> a.hit UNION "
            "SELECT p.partner FROM attacks a JOIN wanted w ON a.rebuttal = w.node "
            "JOIN partners p ON a.attack = p.attack"
        )
        new = {int(row[0] or 0) for row in found} - near
        near |= new
        _check(near)
    return sorted(near)


def _neighbours(engine: Engine, nodes: Iterable[int]) -> set[int]:
    engine.load("wanted", ("node",), ((node,) for node in sorted(nodes)))
    engine.keep(
        "wanted_steps", "SELECT DISTINCT p.inference FROM premises p JOIN wanted w ON p.premise = w.node"
    )
    found = engine.rows(
        f"{_ATTACKERS} UNION SELECT a.hit FROM attacks a JOIN wanted w ON a.rebuttal = w.node UNION "
        "SELECT p.partner FROM partners p JOIN attacks a ON p.attack = a.attack "
        "JOIN wanted w ON a.rebuttal = w.node UNION "
        "SELECT p.premise FROM premises p JOIN inferences i ON p.inference = i.node "
        "JOIN wanted w ON i.conclusion = w.node UNION "
        "SELECT i.conclusion FROM inferences i JOIN wanted_steps w ON i.node = w.inference UNION "
        "SELECT p.premise FROM premises p JOIN wanted_steps w ON p.inference = w.inference"
    )
    engine.forget("wanted_steps")
    return {int(row[0] or 0) for row in found}


def _check(nodes: set[int]) -> None:
    if len(nodes) > _MOST:
        raise TooMuchError(f"more than {_MOST:,} statements hang together with it")


def _fetch(engine: Engine, nodes: Sequence[int]) -> Rows:
    """Give the rows of some statements and of all that lies between them."""
    engine.load("wanted", ("node",), ((node,) for node in nodes))
    # As tables of their own, so that an engine knows how few they are before it reads what it looks up.
    for table, columns in (
        ("wanted_people", "speaker"),
        ("wanted_works", "map, work"),
        ("wanted_maps", "map"),
    ):
        engine.keep(table, f"SELECT DISTINCT {columns} FROM statements s JOIN wanted w ON s.node = w.node")
    engine.keep("wanted_steps", "SELECT i.node FROM inferences i JOIN wanted w ON i.conclusion = w.node")
    joins = {
        "statements": ("t", "JOIN wanted w ON t.node = w.node"),
        "tags": ("t", "JOIN wanted w ON t.node = w.node"),
        "origins": ("t", "JOIN wanted w ON t.node = w.node"),
        "inferences": ("t", "JOIN wanted_steps w ON t.node = w.node"),
        "premises": ("t", "JOIN wanted_steps w ON t.inference = w.node"),
        "attacks": ("t", "JOIN wanted w ON t.rebuttal = w.node"),
        "partners": ("t", "JOIN attacks a ON t.attack = a.attack JOIN wanted w ON a.rebuttal = w.node"),
        "people": ("t", "JOIN wanted_people w ON t.person = w.speaker"),
        "sources": ("t", "JOIN wanted_works w ON t.map = w.map AND t.key = w.work"),
        "maps": ("t", "JOIN wanted_maps w ON t.map = w.map"),
    }
    found = {
        table.name: _select(engine, table, *joins[table.name]) if table.name in joins else []
        for table in TABLES
    }
    engine.forget("wanted_people", "wanted_works", "wanted_maps", "wanted_steps")
    return found


def _select(
    engine: Engine, table: Table, short: str, joins: str
) -> list[tuple[str | int | bool | None, ...]]:
    columns = [column.name for column in table.columns]
    listed = ", ".join(f"{short}.{column}" for column in columns)
    order = ", ".join(f"{short}.{column}" for column in _ORDER.get(table.name, (columns[0],)))
    rows = engine.rows(f"SELECT {listed} FROM {table.name} {short} {joins} ORDER BY {order}")
    return [tuple(int(cell) if isinstance(cell, float) else cell for cell in row) for row in rows]


_ORDER: Final = {
    "tags": ("node", "position"),
    "premises": ("inference", "position"),
    "partners": ("attack", "position"),
    "origins": ("node",),
    "sources": ("source",),
}


def is_joint(engine: Engine) -> bool:
    """Tell whether a store has several maps, so that their ids are told apart by the map's number.

    Args:
        engine: what answers; it knows the tables of a store.
    """
    found = engine.rows("SELECT maps FROM store_size")
    return int(found[0][0] or 0) > 1


def _part(engine: Engine, nodes: Sequence[int], rows: Rows) -> Part:
    several = is_joint(engine)
    found = joined_map(rows) if several else map_of(rows)
    columns = [column.name for column in BY_NAME["statements"].columns]
    number, own, name = (columns.index(one) for one in ("node", "map", "id"))
    ids = {
        int(row[number] or 0): id_in_store(int(row[own] or 0), str(row[name])) if several else str(row[name])
        for row in rows["statements"]
    }
    buckets = {
        ids[int(node or 0)]: Bucket(str(bucket))
        for node, bucket in engine.rows(
            "SELECT b.node, b.bucket FROM buckets b JOIN wanted w ON b.node = w.node ORDER BY b.node"
        )
    }
    hits = [
        (ids[int(statement or 0)], ids.get(int(rebuttal or 0)))
        for statement, rebuttal in engine.rows(
            "SELECT h.statement, h.rebuttal FROM sd_hits h JOIN wanted w ON h.statement = w.node "
            "ORDER BY 1, 2"
        )
    ]
    # To what takes no part nobody replies.
    counted = {
        ids[int(node or 0)]
        for (node,) in engine.rows("SELECT s.node FROM status s JOIN wanted w ON s.node = w.node")
    }
    replies: dict[str, list[str]] = {}
    for statement, rebuttal in hits:
        if (
            statement in counted
            and statement in found.rebuttals
            and rebuttal is not None
            and rebuttal in found.rebuttals
        ):
            replies.setdefault(statement, []).append(rebuttal)
    standing = Standing(
        buckets,
        {key: tuple(keys) for key, keys in replies.items()},
        frozenset(statement for statement, _ in hits),
        lambda: Drops({}, (), is_known=False),
    )
    return Part(found, standing, tuple(ids[node] for node in nodes if node in ids))
