"""The statuses of statements of a store, under grounded semantics."""

from collections.abc import Mapping

from argmap.corpus.choosing import Chosen
from argmap.semantics.labels import Label
from argmap.semantics.status import STATUSES, Status


def count_statuses(chosen: Chosen) -> Mapping[Status, int]:
    """Count how many statements have each status.

    Args:
        chosen: the statements, of a store whose answers the engine knows.
    """
    rows = chosen.engine.rows(f"{_labels('t.label, COUNT(*)', chosen)} GROUP BY t.label")
    found = {int(label or 0): int(number or 0) for label, number in rows}
    return {status: found.get(int(label), 0) for label, status in STATUSES.items()}


def statuses(chosen: Chosen) -> list[Status]:
    """Give the status of each statement, in the order of the store.

    Args:
        chosen: the statements, of a store whose answers the engine knows.
    """
    rows = chosen.engine.rows(f"{_labels('t.label', chosen)} ORDER BY c.node")
    return [STATUSES[Label(int(row[0] or 0))] for row in rows]


def _labels(columns: str, chosen: Chosen) -> str:
    return f"SELECT {columns} FROM ({chosen.select}) c JOIN status t ON c.node = t.node"
