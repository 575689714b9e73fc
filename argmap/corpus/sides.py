"""Which rebuttals challenge and which reply: the sides of `argmap.queries.dialectic`, as joins.

A rebuttal of a claim challenges; of a challenge, replies; of a reply, challenges. Where a rebuttal attacks
one statement alone, as most do, it stands on the other side of it, and chains of such rebuttals are followed
to their heads. Only from those with several targets the sides are walked outwards, round by round, and
what takes many rounds is finished in memory where it fits.
"""

from collections.abc import Iterator

from argmap.corpus.chains import follow_chains
from argmap.corpus.engine import Engine
from argmap.corpus.framework import counts

CHALLENGE, REPLY = 0, 1
_FINISH_AFTER = 16
_MOST_IN_MEMORY = 4_000_000


def find_sides(engine: Engine, *, include_inferred: bool = False) -> None:
    """Tell the sides.

    Makes the tables ``sd_hits`` (``statement, rebuttal, hits_rebuttal``), which rebuttal attacks which
    statement or an inference to it, and ``sd_challenges`` (``node``), the rebuttals that challenge.

    Args:
        engine: what answers; it knows the tables of a store.
        include_inferred: whether conflicts inferred by the editor take part.
    """
    taken = counts("inferred", include_inferred=include_inferred)
    # What is looked up later comes first, since a table is kept in the order of its first column.
    engine.keep(
        "sd_hits", f"SELECT DISTINCT hit AS statement, rebuttal, hits_rebuttal FROM attacks WHERE {taken}"
    )
    engine.view("sd_on_rebuttals", "SELECT rebuttal, statement FROM sd_hits WHERE hits_rebuttal")
    engine.keep("sd_on_claims", "SELECT DISTINCT rebuttal AS node FROM sd_hits WHERE NOT hits_rebuttal")
    _shorten(engine)
    _walk(engine)
    engine.keep(
        "sd_challenges",
        f"SELECT DISTINCT node FROM (SELECT node FROM sd_reached WHERE side = {CHALLENGE} UNION ALL "
        "SELECT c.node FROM sd_chains c JOIN sd_reached r ON c.ptr = r.node "
        f"WHERE (c.par + r.side) % 2 = {CHALLENGE}) x",
    )
    engine.forget("sd_on_rebuttals", "sd_on_claims", "sd_chains", "sd_links", "sd_reached")


def _shorten(engine: Engine) -> None:
    """Find for each rebuttal with one target, another rebuttal, where its chain ends and on which side it is.

    Makes ``sd_chains`` (``node, ptr, par``), and ``sd_links`` (``src, dst, par``) of the others: if ``src``
    stands on a side, ``dst`` stands on it or, with ``par`` 1, on the other.
    """
    jump = "sd_jump"
    follow_chains(
        engine,
        "SELECT r.rebuttal AS node, MIN(r.statement) AS ptr, CAST(1 AS BIGINT) AS par FROM sd_on_rebuttals r "
        "LEFT JOIN sd_on_claims c ON r.rebuttal = c.node WHERE c.node IS NULL "
        "GROUP BY r.rebuttal HAVING COUNT(*) = 1",
        jump,
    )
    # What still leads on goes round in a circle that no claim starts.
    engine.keep("sd_chains", f"SELECT node, ptr, par FROM {jump} WHERE more = 0")
    engine.keep(
        "sd_links",
        "SELECT DISTINCT COALESCE(c.ptr, r.statement) AS src, r.rebuttal AS dst, "
        "(1 + COALESCE(c.par, 0)) % 2 AS par FROM sd_on_rebuttals r "
        f"LEFT JOIN {jump} own ON r.rebuttal = own.node LEFT JOIN sd_chains c ON r.statement = c.node "
        "WHERE own.node IS NULL",
    )
    engine.forget(jump)


def _walk(engine: Engine) -> None:
    """Make ``sd_reached`` (``node, side``): on which sides the rebuttals that are not inside chains stand."""
    found = ["sd_reached_0"]
    new = engine.keep(found[0], f"SELECT node, CAST({CHALLENGE} AS BIGINT) AS side FROM sd_on_claims")
    while new:
        last, reached = found[-1], " UNION ALL ".join(f"SELECT node, side FROM {one}" for one in found)
        found.append(f"sd_reached_{len(found)}")
        if len(found) > _FINISH_AFTER and _links(engine) <= _MOST_IN_MEMORY:
            engine.load(found[-1], ("node", "side"), _reached(engine, last, reached))
            break
        new = engine.keep(
            found[-1],
            "SELECT x.node, x.side FROM (SELECT DISTINCT l.dst AS node, (n.side + l.par) % 2 AS side "
            f"FROM {last} n JOIN sd_links l ON n.node = l.src) x "
            f"LEFT JOIN ({reached}) r ON x.node = r.node AND x.side = r.side WHERE r.node IS NULL",
        )
    engine.keep("sd_reached", " UNION ALL ".join(f"SELECT node, side FROM {one}" for one in found))
    engine.forget(*found)


def _links(engine: Engine) -> int:
    return int(engine.rows("SELECT COUNT(*) FROM sd_links")[0][0] or 0)


def _reached(engine: Engine, last: str, reached: str) -> Iterator[tuple[int, int]]:
    """Walk on in memory from what was reached last; give what was not reached before."""
    links: dict[int, list[tuple[int, int]]] = {}
    for src, dst, par in engine.rows("SELECT src, dst, par FROM sd_links"):
        links.setdefault(int(src or 0), []).append((int(dst or 0), int(par or 0)))
    queue = [(int(node or 0), int(side or 0)) for node, side in engine.rows(f"SELECT node, side FROM {last}")]
    seen = {
        (int(node or 0), int(side or 0))
        for node, side in engine.rows(
            f"SELECT r.node, r.side FROM ({reached}) r "
            "JOIN (SELECT DISTINCT dst FROM sd_links) l ON r.node = l.dst"
        )
    }
    for node, side in queue:
        for dst, par in links.get(node, ()):
            if (following := (dst, (side + par) % 2)) not in seen:
                seen.add(following)
                queue.append(following)
                yield following
