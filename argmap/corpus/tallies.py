"""What each person of a store said, met with, and has to answer: `argmap.queries.tally`, as joins."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.corpus.engine import Engine
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.tally import Counts

_NEED_REPLY = ", ".join(f"'{bucket}'" for bucket in NEEDS_REPLY)

_VOICED = {
    "claims": "statements s WHERE NOT s.is_rebuttal",
    "inferred_claims": "statements s WHERE NOT s.is_rebuttal AND s.inferred",
    "challenged": "statements s JOIN (SELECT DISTINCT statement FROM sd_hits) h ON s.node = h.statement "
    "WHERE NOT s.is_rebuttal",
    "made": "statements s WHERE s.is_rebuttal AND NOT s.inferred",
    "inferred_rebuttals": "statements s WHERE s.is_rebuttal AND s.inferred",
    "owed": "statements s JOIN heard h ON s.node = h.node WHERE TRUE",
}
"""What is counted of what a voice says, and which statements that are."""


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
    taken = f"p.person IN ({', '.join(map(str, among))})" if among else "TRUE"
    # Whoever belongs to a joint voice speaks with it as well.
    engine.view(
        "voices",
        "SELECT p.who, p.name, p.is_hypothetical, p.person AS voice FROM people p "
        f"WHERE {taken} UNION ALL "
        "SELECT p.who, p.name, p.is_hypothetical, m.voice FROM people p "
        f"JOIN members m ON p.person = m.member WHERE {taken}",
    )
    # Each statement has one voice: it is counted before voices meet, which keeps what is joined small.
    engine.keep("voiced", " UNION ALL ".join(_of_voices(what, where) for what, where in _VOICED.items()))
    # Nobody who is only imagined owes anything; and a reply may be due from somebody alone and jointly.
    engine.view(
        "owing",
        "SELECT who, MIN(name) AS name, 'owes' AS what, COUNT(*) AS number FROM "
        "(SELECT v.who, d.node, MIN(v.name) AS name FROM voices v JOIN debts d ON v.voice = d.speaker "
        "WHERE NOT v.is_hypothetical GROUP BY v.who, d.node) o GROUP BY who",
    )
    names = (*_VOICED, "owes")
    sums = ", ".join(f"SUM(CASE WHEN what = '{name}' THEN number ELSE 0 END) AS {name}" for name in names)
    rows = engine.rows(
        f"SELECT who, MIN(name), {sums} FROM "
        "(SELECT v.who, MIN(v.name) AS name, c.what, MIN(c.number) AS number "
        "FROM voices v JOIN voiced c ON v.voice = c.voice GROUP BY v.who, c.voice, c.what "
        "UNION ALL SELECT who, name, what, number FROM owing) t "
        f"GROUP BY who ORDER BY owed DESC, who LIMIT {most}"
    )
    engine.forget("owing", "voiced", "voices")
    return [
        PersonCounts(
            str(name),
            Counts(str(who), **{what: int(number or 0) for what, number in zip(names, row, strict=True)}),
        )
        for who, name, *row in rows
    ]


def _of_voices(what: str, where: str) -> str:
    return (
        f"SELECT s.speaker AS voice, '{what}' AS what, COUNT(*) AS number FROM {where} "
        "AND s.speaker IS NOT NULL GROUP BY s.speaker"
    )
