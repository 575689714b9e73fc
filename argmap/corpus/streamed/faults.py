"""What is wrong in the files of a map in tables: ids that dangle, ids twice, words that mean nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.corpus.quoting import quoted_text
from argmap.corpus.streamed.sheets import Ask, Opened
from argmap.model import ID_PATTERN, AttackKind, Basis
from argmap.text.ids import WHAT_IDS_ARE
from argmap.text.lists import and_list

MOST: Final = 20
"""So many faults are told of with their places; all are counted."""
_SHOWN: Final = 80
_LONGEST_ID: Final = 200
_LONGEST_TEXT: Final = 100_000
_TEXTS: Final = ("title", "text", "quote", "locator", "source", "by", "author")


def find_faults(ask: Ask, files: Mapping[str, Opened]) -> tuple[int, list[str]]:
    """Look for whatever keeps rows from being a map.

    Args:
        ask: answers a query; it knows the tables ``raw_statements``, ``raw_attacks`` and ``raw_reasons``.
        files: the files that these were read from, by the names of their sheets.

    Returns:
        How many faults there are, and the first of them with their places.
    """
    total = 0
    first: list[tuple[str, int, str]] = []
    for sheet, select in _queries(files):
        counted, found = _fetch(ask, select)
        total += counted
        first += [(sheet, row, message) for row, message in found]
    first = sorted(first, key=lambda one: (list(files).index(one[0]), one[1]))[:MOST]
    lines = {
        sheet: file.lines({row for name, row, _ in first if name == sheet}) for sheet, file in files.items()
    }
    return total, [
        f"{files[sheet].name}:{lines[sheet].get(row, 0)}: {message}" for sheet, row, message in first
    ]


def _fetch(ask: Ask, select: str) -> tuple[int, list[tuple[int, str]]]:
    counted = int(str(ask(f"SELECT COUNT(*) FROM ({select}) x")[0][0]))
    if not counted:
        return 0, []
    rows = ask(f"SELECT row, message FROM ({select}) x ORDER BY row LIMIT {MOST}")
    return counted, [(int(str(row)), str(message)) for row, message in rows]


def _queries(files: Mapping[str, Opened]) -> Iterator[tuple[str, str]]:
    """Give for each kind of fault the sheet in which it is, and a query for rows and messages."""
    yield from (("statements", select) for select in _of_statements())
    if "attacks" in files:
        yield from (("attacks", select) for select in _of_attacks())
    if "reasons" in files:
        yield from (("reasons", select) for select in _of_reasons())


def _of_statements() -> Iterator[str]:
    table = "raw_statements"
    yield _where(table, "id IS NULL", "'there is no id'")
    yield _no_id(table)
    yield (
        f"SELECT t.row, 'the id `' || t.id || '` is that of another statement, too' AS message FROM "
        f"{table} t JOIN "
        f"(SELECT id, MIN(row) AS row FROM {table} GROUP BY id HAVING COUNT(*) > 1) d ON t.id = d.id "
        "AND t.row > d.row"
    )
    says_nothing = "'`' || COALESCE(id, '') || '` has neither a text nor a title'"
    yield _where(table, "title IS NULL AND text IS NULL", says_nothing)
    too_long = " OR ".join(f'length("{column}") > {_LONGEST_TEXT}' for column in _TEXTS)
    yield _where(table, too_long, f"'a text has at most {_LONGEST_TEXT:,} characters'")
    yield _unknown(table, "basis", tuple(Basis))


def _of_attacks() -> Iterator[str]:
    yield _dangling("raw_attacks", "rebuttal", "statement", _IDS)
    yield _dangling(
        "raw_attacks", "target", "statement or reason", f"{_IDS} UNION SELECT name AS id FROM raw_steps"
    )
    yield _unknown("raw_attacks", "kind", tuple(AttackKind))


def _of_reasons() -> Iterator[str]:
    table = "raw_reasons"
    yield _dangling(table, "conclusion", "statement", _IDS)
    yield _dangling(table, "premise", "statement", _IDS)
    yield _no_id(table)
    yield (
        "SELECT MIN(r.row) AS row, 'the id `' || r.id || '` is that of a statement' AS message "
        f"FROM {table} r JOIN raw_statements s ON r.id = s.id GROUP BY r.id"
    )
    yield (
        "SELECT MAX(row) AS row, 'the id `' || id || '` is that of another reason, too' AS message "
        "FROM raw_steps "
        "WHERE id IS NOT NULL GROUP BY id HAVING COUNT(*) > 1"
    )
    yield _unknown(table, "basis", tuple(Basis))


_IDS: Final = "SELECT id FROM raw_statements"


def _where(table: str, condition: str, message: str) -> str:
    return f"SELECT row, {message} AS message FROM {table} WHERE {condition}"


def _no_id(table: str) -> str:
    is_none = f"length(id) > {_LONGEST_ID} OR NOT regexp_full_match(id, {quoted_text(ID_PATTERN)})"
    return _where(
        table, is_none, f"'`' || id[:{_SHOWN}] || {quoted_text(f'` cannot be an id: {WHAT_IDS_ARE}')}"
    )


def _unknown(table: str, column: str, known: Sequence[str]) -> str:
    listed = ", ".join(map(quoted_text, known))
    words = quoted_text(f"` is none of {and_list(map(str, known))}")
    message = f"'the {column} `' || {column}[:{_SHOWN}] || {words}"
    return _where(table, f"{column} NOT IN ({listed})", message)


def _dangling(table: str, column: str, what: str, known: str) -> str:
    return (
        f"SELECT t.row, CASE WHEN t.{column} IS NULL THEN 'there is no {column}' "
        f"ELSE 'there is no {what} `' || t.{column}[:{_SHOWN}] || '`' END AS message FROM {table} t "
        f"LEFT JOIN ({known}) k ON t.{column} = k.id WHERE k.id IS NULL"
    )
