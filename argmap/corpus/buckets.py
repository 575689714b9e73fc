"""The bucket of every claim and challenge of a store: `argmap.queries.unanswered`, as joins."""

from argmap.corpus.engine import Engine
from argmap.corpus.framework import counts, forget, number_of_bearing, number_of_node, read
from argmap.corpus.grounded import IN, OUT, label
from argmap.corpus.sides import find_sides
from argmap.queries.buckets import Bucket
from argmap.queries.unanswered import MARKED


def find_labels(engine: Engine, *, include_inferred: bool = False) -> None:
    """Label a store under the grounded semantics.

    Makes the tables ``status`` (``node, label``), with 0 undecided, 1 in and 2 out, of each statement that
    takes part, and ``void`` (``node``) of the rebuttals none of whose attacks bears on anything.

    Args:
        engine: what answers; it knows the tables of a store.
        include_inferred: whether what only the editor supplied takes part.
    """
    read(engine, include_inferred=include_inferred)
    label(engine, "fw_edges", "fw_forced", "labels")
    taken = counts("s.inferred", include_inferred=include_inferred)
    # What nothing attacks has no label there, and is in; so the others are all that has to be looked up.
    engine.keep(
        "status",
        f"SELECT s.node, COALESCE(l.label, {IN}) AS label FROM statements s "
        f"LEFT JOIN (SELECT node, label FROM labels WHERE label <> {IN}) l "
        f"ON {number_of_node('s.node')} = l.node WHERE {taken}",
    )
    engine.keep(
        "void",
        "SELECT a.rebuttal AS node FROM fw_live a JOIN (SELECT DISTINCT rebuttal FROM fw_bearings) w "
        "ON a.rebuttal = w.rebuttal LEFT JOIN fw_bearings b ON a.attack = b.attack "
        f"LEFT JOIN labels l ON {number_of_bearing('b.attack')} = l.node GROUP BY a.rebuttal "
        f"HAVING COUNT(*) = SUM(CASE WHEN l.label = {OUT} THEN 1 ELSE 0 END)",
    )
    forget(engine)
    engine.forget("labels")


def find_buckets(engine: Engine, *, include_inferred: bool = False) -> None:
    """Put every claim and challenge of a store into its bucket.

    Makes the tables of `find_labels` and `find_sides`, and ``buckets`` (``node, bucket``).

    Args:
        engine: what answers; it knows the tables of a store.
        include_inferred: whether conflicts inferred by the editor count as challenges and replies.
    """
    find_labels(engine, include_inferred=include_inferred)
    find_sides(engine, include_inferred=include_inferred)
    taken = counts("s.inferred", include_inferred=include_inferred)
    engine.view(
        "outcome",
        f"SELECT s.node, CASE WHEN v.node IS NULL AND s.label = {IN} THEN 1 ELSE 0 END AS stands, "
        f"CASE WHEN v.node IS NOT NULL OR s.label = {OUT} THEN 1 ELSE 0 END AS is_defeated "
        "FROM status s LEFT JOIN void v ON s.node = v.node",
    )
    engine.keep(
        "replied",
        "SELECT h.statement AS node, MAX(COALESCE(o.stands, 0)) AS one_stands, "
        "MIN(COALESCE(o.is_defeated, 0)) AS all_defeated FROM sd_hits h "
        "LEFT JOIN outcome o ON h.rebuttal = o.node WHERE h.hits_rebuttal GROUP BY h.statement",
    )
    marked = " ".join(f"WHEN s.marker = '{marker}' THEN '{bucket}'" for marker, bucket in MARKED.items())
    engine.keep(
        "buckets",
        f"SELECT s.node, '{Bucket.UNCHALLENGED}' AS bucket FROM statements s "
        f"WHERE NOT s.is_rebuttal AND {taken} AND NOT EXISTS "
        "(SELECT 1 FROM sd_hits h WHERE h.statement = s.node AND NOT h.hits_rebuttal) UNION ALL "
        f"SELECT s.node, CASE {marked} WHEN r.node IS NULL THEN '{Bucket.OPEN}' "
        f"WHEN o.is_defeated = 1 AND r.one_stands = 1 THEN '{Bucket.ANSWERED}' "
        f"WHEN o.stands = 1 OR r.all_defeated = 1 THEN '{Bucket.REOPENED}' "
        f"ELSE '{Bucket.MUTUAL}' END AS bucket "
        "FROM sd_challenges c JOIN statements s ON c.node = s.node "
        "LEFT JOIN replied r ON s.node = r.node LEFT JOIN outcome o ON s.node = o.node",
    )
    engine.forget("outcome", "replied")
