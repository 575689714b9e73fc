"""From rows as they were read to the tables of a store, in SQL of DuckDB alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from argmap.corpus.quoting import quoted_text
from argmap.corpus.rows import Source
from argmap.corpus.tables import TABLES
from argmap.model import AttackKind

STEPS: Final = (
    "SELECT conclusion, member, MIN(row) AS row, MIN(id) AS id, BOOL_OR(basis = 'inferred') AS inferred, "
    "COALESCE(MIN(id), conclusion || '/' || row_number() OVER (PARTITION BY conclusion ORDER BY "
    "MIN(row))) AS name "
    "FROM (SELECT *, CASE WHEN \"group\" IS NULL THEN 'row ' || row ELSE 'group ' || \"group\" END AS member "
    "FROM raw_reasons) x GROUP BY conclusion, member"
)
"""The inferences: the rows of one group to one conclusion, or a row without a group alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """A table to work out on the way.

    Args:
        name: what it is called.
        select: the query for it.
    """

    name: str
    select: str


def numbered(first: int) -> Iterator[Step]:
    """Give the statements and inferences their numbers: claims, rebuttals, inferences.

    Args:
        first: the first number that is free.
    """
    yield Step(
        "st",
        f"SELECT {first - 1} + row_number() OVER (ORDER BY a.rebuttal IS NOT NULL, s.row) AS node, s.*, "
        "a.rebuttal IS NOT NULL AS is_rebuttal, COALESCE(s.basis = 'inferred', FALSE) AS inferred, "
        f"CASE WHEN a.rebuttal IS NOT NULL THEN COALESCE(a.kind, '{AttackKind.REBUT}') END AS kind "
        "FROM raw_statements s LEFT JOIN (SELECT rebuttal, ARG_MIN(COALESCE(kind, 'rebut'), row) AS kind "
        "FROM raw_attacks GROUP BY rebuttal) a ON s.id = a.rebuttal",
    )
    yield Step(
        "steps",
        f"SELECT {first - 1} + (SELECT COUNT(*) FROM st) + row_number() OVER (ORDER BY s.node, r.row) "
        "AS node, "
        "r.name AS id, s.node AS conclusion, r.conclusion AS conclusion_id, r.member, "
        "COALESCE(r.inferred, FALSE) AS inferred FROM raw_steps r JOIN st s ON r.conclusion = s.id",
    )


def named(column: str, printed: str) -> str:
    """Write the query for all that a column names, in the order of the map, and how it is printed."""
    return (
        f'SELECT "{column}" AS name, ARG_MIN({printed}, node) AS printed FROM st WHERE "{column}" IS '
        "NOT NULL "
        f'GROUP BY "{column}" ORDER BY MIN(node)'
    )


def resolved(first: int) -> Iterator[Step]:
    """Find what each attack hits; an undercut of a claim with one inference means that inference.

    Args:
        first: the first number that is free.
    """
    yield Step(
        "sole", "SELECT conclusion, MIN(node) AS node FROM steps GROUP BY conclusion HAVING COUNT(*) = 1"
    )
    yield Step(
        "hits",
        f"SELECT {first - 1} + row_number() OVER (ORDER BY s.node, a.row) AS attack, s.node AS rebuttal, "
        "COALESCE(i.node, o.node, t.node) AS target, COALESCE(i.conclusion, t.node) AS hit, a.kind, "
        "s.inferred, "
        "CASE WHEN i.node IS NULL AND o.node IS NOT NULL THEN a.target END AS aim, a.kind <> s.kind "
        "AS differs "
        f"FROM (SELECT rebuttal, target, COALESCE(kind, '{AttackKind.REBUT}') AS kind, MIN(row) AS row "
        "FROM raw_attacks GROUP BY ALL) a JOIN st s ON a.rebuttal = s.id LEFT JOIN steps i ON "
        "a.target = i.id "
        "LEFT JOIN st t ON a.target = t.id LEFT JOIN sole o "
        f"ON o.conclusion = t.node AND NOT t.is_rebuttal AND a.kind = '{AttackKind.UNDERCUT}'",
    )


def tables(source: Source, number: int, *, is_foreign: bool) -> Mapping[str, str]:
    """Write the query for each table of a store.

    Args:
        source: from where the map comes.
        number: the map's own number.
        is_foreign: whether it is a file of another program, whose statements have it as their origin.
    """
    queries = {
        "maps": f"SELECT {number}, {quoted_text(source.name)}, {quoted_text(source.sha256)}, "
        "(SELECT COUNT(*) FROM st), NULL, NULL, NULL",
        "people": f"SELECT number, {number}, key, name, who, FALSE, CASE WHEN is_told THEN '{{}}' END "
        "FROM people_named ORDER BY number",
        "sources": f"SELECT number, {number}, key, name, NULL, NULL FROM works_named ORDER BY number",
        "statements": f"SELECT s.node, {number}, s.id, s.is_rebuttal, p.number, s.inferred, NULL, "
        "FALSE, s.title, "
        "s.text, w.key, CASE WHEN w.key IS NOT NULL THEN s.locator END, s.quote, s.kind, NULL, NULL, "
        "NULL, NULL "
        'FROM st s LEFT JOIN people_named p ON s."by" = p.said LEFT JOIN works_named w ON s.source = w.said '
        "ORDER BY s.node",
        "tags": f"SELECT {number}, node, row_number() OVER (PARTITION BY node ORDER BY place) - 1, tag "
        "FROM (SELECT node, place, trim(tag) AS tag FROM (SELECT node, unnest(parts) AS tag, "
        "generate_subscripts(parts, 1) AS place FROM (SELECT node, CASE WHEN tags LIKE '[%' "
        "THEN from_json(tags, '[\"VARCHAR\"]') ELSE string_split(tags, ',') END AS parts "
        "FROM st WHERE tags IS NOT NULL) a) b) c WHERE tag <> '' ORDER BY 2, 3",
        "inferences": f"SELECT node, {number}, id, conclusion, inferred, NULL FROM steps ORDER BY node",
        "premises": f"SELECT {number}, i.node, row_number() OVER (PARTITION BY i.node ORDER BY r.row) - 1, "
        "p.node, p.inferred FROM (SELECT *, CASE WHEN \"group\" IS NULL THEN 'row ' || row "
        "ELSE 'group ' || \"group\" END AS member FROM raw_reasons) r JOIN steps i "
        "ON r.conclusion = i.conclusion_id AND r.member = i.member JOIN st p ON r.premise = p.id "
        "ORDER BY 2, 3",
        "attacks": f"SELECT h.attack, {number}, h.rebuttal, h.target, h.hit, t.is_rebuttal, h.kind, "
        "h.inferred, "
        "FALSE, NULL, NULL, h.aim, CASE WHEN h.differs THEN '{\"kind\":\"' || h.kind || '\"}' END "
        "FROM hits h JOIN st t ON h.hit = t.node ORDER BY h.attack",
    }
    if is_foreign:
        name = PurePath(source.name)
        file = quoted_text(name.name if name.is_absolute() else source.name)
        queries["origins"] = f"SELECT {number}, node, {file}, id FROM st ORDER BY node"
    return {table.name: _typed(table.name, queries.get(table.name)) for table in TABLES}


def _typed(name: str, query: str | None) -> str:
    """Give a query the names and types of the columns of its table; without one it has no rows."""
    columns = next(table.columns for table in TABLES if table.name == name)
    listed = ", ".join(f"CAST({column.name} AS {column.type}) AS {column.name}" for column in columns)
    names = ", ".join(column.name for column in columns)
    inner = query or f"SELECT {', '.join('NULL' for _ in columns)} WHERE FALSE"
    return f"SELECT {listed} FROM ({inner}) x ({names})"
