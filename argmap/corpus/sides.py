"""Which rebuttals challenge and which reply: the sides of `argmap.queries.dialectic`, as joins.

A rebuttal of a claim challenges; of a challenge, replies; of a reply, challenges. Where a rebuttal attacks
one statement alone, as most do, it stands on the other side of it, and chains of such rebuttals are followed
by pointer doubling. Only from those with several targets the sides are walked outwards, round by round.
"""

from collections.abc import Iterator

from argmap.corpus.engine import Engine
from argmap.corpus.framework import counts

CHALLENGE, REPLY = 0, 1
_MOST_IN_MEMORY = 4_000_000


def find_sides(engine: Engine, *, include_inferred: bool = False) -> None:
    """Tell the sides.

    Makes the tables ``sd_hits`` (``rebuttal, statement``), which rebuttal attacks which statement or an
    inference to it, and ``sd_challenges`` (``node``), the rebuttals that challenge.

    Args:
        engine: what answers; it knows the tables of a store.
        include_inferred: whether conflicts inferred by the editor take part.
    """
    taken = counts("inferred", include_inferred=include_inferred)
    engine.keep(
        "sd_hits", f"SELECT DISTINCT rebuttal, hit AS statement, hits_rebuttal FROM attacks WHERE {taken}"
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
    here, there = "sd_jump", "sd_jump_on"
    count = engine.keep(
        here,
        "SELECT r.rebuttal AS node, MIN(r.statement) AS ptr, CAST(1 AS BIGINT) AS par, "
        "CAST(1 AS BIGINT) AS more FROM sd_on_rebuttals r "
        "LEFT JOIN sd_on_claims c ON r.rebuttal = c.node WHERE c.node IS NULL "
        "GROUP BY r.rebuttal HAVING COUNT(*) = 1",
    )
    for _ in range(count.bit_length() + 1):
        if not engine.rows(f"SELECT 1 FROM {here} WHERE more = 1 LIMIT 1"):
            break
        engine.keep(
            there,
            "SELECT a.node, COALESCE(b.ptr, a.ptr) AS ptr, (a.par + COALESCE(b.par, 0)) % 2 AS par, "
            "CAST(CASE WHEN b.node IS NULL THEN 0 ELSE 1 END AS BIGINT) AS more "
            f"FROM {here} a LEFT JOIN {here} b ON a.ptr = b.node",
        )
        here, there = there, here
    # What still leads on goes round in a circle that no claim starts.
    engine.keep("sd_chains", f"SELECT node, ptr, par FROM {here} WHERE more = 0")
    engine.keep(
        "sd_links",
        "SELECT DISTINCT COALESCE(c.ptr, r.statement) AS src, r.rebuttal AS dst, "
        "(1 + COALESCE(c.par, 0)) % 2 AS par FROM sd_on_rebuttals r "
        f"LEFT JOIN {here} own ON r.rebuttal = own.node LEFT JOIN sd_chains c ON r.statement = c.node "
        "WHERE own.node IS NULL",
    )
    engine.forget(here, there)


def _walk(engine: Engine) -> None:
    """Make ``sd_reached`` (``node, side``): on which sides the rebuttals that are not inside chains stand."""
    start = f"SELECT node, CAST({CHALLENGE} AS BIGINT) AS side FROM sd_on_claims"
    links = engine.rows("SELECT COUNT(*) FROM sd_links")[0][0]
    if int(links or 0) <= _MOST_IN_MEMORY:
        engine.load("sd_reached", ("node", "side"), _reached(engine, start))
        return
    new, number = engine.keep("sd_reached_0", start), 0
    engine.keep("sd_new", "SELECT * FROM sd_reached_0")
    while new:
        number += 1
        new = engine.keep(
            "sd_newer",
            "SELECT DISTINCT l.dst AS node, (n.side + l.par) % 2 AS side FROM sd_new n "
            "JOIN sd_links l ON n.node = l.src "
            f"LEFT JOIN sd_reached_{number - 1} r ON l.dst = r.node AND (n.side + l.par) % 2 = r.side "
            "WHERE r.node IS NULL",
        )
        engine.keep(
            f"sd_reached_{number}",
            f"SELECT node, side FROM sd_reached_{number - 1} UNION ALL SELECT node, side FROM sd_newer",
        )
        engine.keep("sd_new", "SELECT * FROM sd_newer")
        engine.forget(f"sd_reached_{number - 1}")
    engine.keep("sd_reached", f"SELECT node, side FROM sd_reached_{number}")
    engine.forget(f"sd_reached_{number}", "sd_new", "sd_newer")


def _reached(engine: Engine, start: str) -> Iterator[tuple[int, int]]:
    links: dict[int, list[tuple[int, int]]] = {}
    for src, dst, par in engine.rows("SELECT src, dst, par FROM sd_links"):
        links.setdefault(int(src or 0), []).append((int(dst or 0), int(par or 0)))
    queue = [(int(node or 0), int(side or 0)) for node, side in engine.rows(start)]
    seen = set(queue)
    for node, side in queue:
        yield node, side
        for dst, par in links.get(node, ()):
            if (reached := (dst, (side + par) % 2)) not in seen:
                seen.add(reached)
                queue.append(reached)
