"""What each person of a store said, met with, and has to answer: `argmap.queries.tally`, as joins."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.corpus.engine import Engine
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.tally import Counts

_NEED_REPLY = ", ".join(f"'{bucket}'" for bucket in NEEDS_REPLY)


@dataclass(frozen=True, slots=True)
class PersonCounts:
    """The counts of one person of a store.

    Args:
        name: the name as it is printed.
        counts: how many of each there are; the person's key in them is who it is in the store.
    """

    name: str
    counts: Counts


def find_debts(engine: Engine) -> None:
    """Find whose reply is due.

    Makes ``heard`` (``node``), the open and re-opened challenges that somebody voiced and somebody is there
    to answer, and ``debts`` (``node, speaker``), who owes the reply.

    Args:
        engine: what answers; it knows the tables of a store and its answers.
    """
    engine.keep(
        "aimed",
        "SELECT DISTINCT a.rebuttal AS node, s.speaker, "
        "COALESCE(p.is_hypothetical, FALSE) AS is_hypothetical "
        "FROM attacks a JOIN statements s ON a.hit = s.node LEFT JOIN people p ON s.speaker = p.person",
    )
    engine.keep(
        "heard",
        "SELECT b.node FROM buckets b JOIN statements s ON b.node = s.node "
        "JOIN (SELECT node, MIN(CASE WHEN is_hypothetical THEN 1 ELSE 0 END) AS unheard "
        "FROM aimed GROUP BY node) h "
        f"ON b.node = h.node WHERE b.bucket IN ({_NEED_REPLY}) AND NOT s.inferred AND h.unheard = 0",
    )
    engine.keep(
        "debts",
        "SELECT h.node, a.speaker FROM heard h JOIN aimed a ON h.node = a.node "
        "WHERE a.speaker IS NOT NULL AND NOT a.is_hypothetical",
    )
    engine.forget("aimed")


def tally(engine: Engine, most: int, among: Sequence[int] = ()) -> list[PersonCounts]:
    """Count what each person said, alone or in a joint voice, and what waits for whose reply.

    Args:
        engine: what answers; it knows the tables of a store, its answers and its debts.
        most: the most people to give.
        among: where given, only these people.

    Returns:
        The people for whom there is something to count, those to whom most replies are owed first.
    """
    engine.view(
        "entries",
        "SELECT speaker, node, CASE WHEN is_rebuttal AND inferred THEN 'inferred_rebuttals' "
        "WHEN is_rebuttal THEN 'made' ELSE 'claims' END AS what FROM statements UNION ALL "
        "SELECT speaker, node, 'inferred_claims' AS what FROM statements "
        "WHERE inferred AND NOT is_rebuttal UNION ALL "
        "SELECT s.speaker, s.node, 'challenged' AS what FROM statements s "
        "JOIN (SELECT DISTINCT statement FROM sd_hits) h ON s.node = h.statement "
        "WHERE NOT s.is_rebuttal UNION ALL "
        "SELECT s.speaker, s.node, 'owed' AS what FROM statements s "
        "JOIN heard h ON s.node = h.node UNION ALL "
        "SELECT speaker, node, 'owes' AS what FROM debts",
    )
    # A joint voice speaks for its members as well; nobody who is only imagined owes anything.
    engine.view(
        "spoken",
        "SELECT e.speaker AS person, e.node, e.what FROM entries e WHERE e.speaker IS NOT NULL UNION ALL "
        "SELECT m.member AS person, e.node, e.what FROM entries e JOIN members m ON e.speaker = m.voice",
    )
    names = ("claims", "inferred_claims", "challenged", "made", "inferred_rebuttals", "owes", "owed")
    sums = ", ".join(
        f"COUNT(DISTINCT CASE WHEN x.what = '{name}' THEN x.node END) AS {name}" for name in names
    )
    taken = f"p.person IN ({', '.join(map(str, among))})" if among else "TRUE"
    rows = engine.rows(
        f"SELECT p.who, MIN(p.name), {sums} FROM spoken x JOIN people p ON x.person = p.person "
        f"WHERE (x.what <> 'owes' OR NOT p.is_hypothetical) AND {taken} "
        f"GROUP BY p.who ORDER BY owed DESC, p.who LIMIT {most}"
    )
    engine.forget("spoken", "entries")
    return [
        PersonCounts(str(name), Counts(str(who), *(int(number or 0) for number in numbers)))
        for who, name, *numbers in rows
    ]
