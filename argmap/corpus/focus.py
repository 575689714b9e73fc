"""A store asked about a few statements: names are looked up in all of it, the rest only where these lie."""

from collections.abc import Collection
from typing import Final

from argmap.corpus.answers import are_kept, give_answers
from argmap.corpus.engine import Engine
from argmap.corpus.store import Store
from argmap.corpus.tables import BY_NAME, TABLES

_NAMING: Final = (BY_NAME["statements"], BY_NAME["people"])
_MOST_KEPT: Final = 50_000


def show_names_to(engine: Engine, store: Store) -> None:
    """Make known to an engine what names are looked up in, and the answers; `focus` does the rest.

    Args:
        engine: what answers.
        store: the store.

    Raises:
        StoreError: a file is missing, truncated, or has other columns.
        EngineError: the answers cannot be worked out, for want of space for example.
    """
    if engine.in_process and are_kept(store):
        store.show_some_to(engine, _NAMING)
    else:
        store.show_to(engine)
    give_answers(store, engine)


def focus(engine: Engine, store: Store, nodes: Collection[int]) -> None:
    """Make known to an engine the tables of the maps in which some statements lie, and perhaps of others.

    Args:
        engine: what answers; `show_names_to` has been done.
        store: the store.
        nodes: the numbers of the statements.

    Raises:
        StoreError: a file is missing, truncated, or has other columns.
        EngineError: the engine failed.
    """
    if not engine.in_process:
        return
    store.show_some_to(engine, numbers=nodes)
    engine.load("wanted", ("node",), ((node,) for node in sorted(set(nodes))))
    rows = engine.rows(
        "SELECT m.map, m.statements FROM maps m JOIN "
        "(SELECT DISTINCT s.map FROM statements s JOIN wanted w ON s.node = w.node) x ON m.map = x.map"
    )
    if rows and sum(int(size or 0) for _, size in rows) <= _MOST_KEPT:
        # Small ones are read once, and not for each of the questions that follow.
        maps = ", ".join(str(int(number or 0)) for number, _ in rows)
        for table in TABLES:
            engine.keep(table.name, f"SELECT * FROM {table.name} WHERE map IN ({maps})")
