"""Chains of things that each lead to one other, followed to their heads by pointer doubling (Wyllie 1979)."""

from argmap.corpus.engine import Engine


def follow_chains(engine: Engine, start: str, chains: str) -> None:
    """Find where chains end; one of *n* links takes log *n* joins.

    Makes the table ``chains`` (``node, ptr, par, more``): with ``more`` 0, ``ptr`` is the head of the chain
    of ``node``, which leads on nowhere, and ``par`` the sum of the links modulo 2; with ``more`` 1 the chain
    goes round in a circle, or leads into one.

    Args:
        engine: what answers.
        start: SQL for ``node, ptr, par``: each node, once, with what it leads to.
        chains: what the table is called.
    """
    here, there = chains, f"{chains}_on"
    count = engine.keep(here, f"SELECT node, ptr, par, CAST(1 AS BIGINT) AS more FROM ({start}) s")
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
    if here != chains:
        engine.keep(chains, f"SELECT node, ptr, par, more FROM {here}")
    engine.forget(f"{chains}_on")
