"""Maps larger than memory: asking a store, on the engine that is wanted."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.cli.shared.context import UNUSABLE, looking_up_names, usage
from argmap.cli.shared.extras import needing
from argmap.cli.shared.naming import find_named_maps
from argmap.cli.shared.saying import say
from argmap.corpus.layout import is_store
from argmap.text.plurals import agree, count

if TYPE_CHECKING:
    from argmap.corpus.engine import Engine
    from argmap.corpus.store import Store
    from argmap.files.assembling import Loaded
    from argmap.queries.select import Selection

ENGINE, MASTER = "argmap.engine", "argmap.master"
"""Where the context keeps which engine is wanted."""
_VARIABLE: Final = "ARGMAP_ENGINE"
_MEMORY_VARIABLE: Final = "ARGMAP_MEMORY"
_MEMORY: Final = re.compile(r"[1-9]\d*[MG]B")
ENGINES: Final = ("duckdb", "spark")
"""What can answer from a store, the default first."""


def note_engine(context: click.Context, _: click.Parameter, name: str | None) -> None:
    """Note the engine that is wanted."""
    if name:
        context.meta[ENGINE] = name


def note_master(context: click.Context, _: click.Parameter, address: str | None) -> None:
    """Note the Spark that the engine runs on."""
    if address:
        context.meta[MASTER] = address


def store_meant() -> Path | None:
    """Give the folder of the store that is meant as the map; None where that is an ordinary map."""
    found = find_named_maps(click.get_current_context())
    return found[0].path if len(found) == 1 and is_store(found[0].path) else None


@contextmanager
def asking(folder: Path, *, include_inferred: bool = False) -> "Iterator[Engine]":
    """Open a store with its answers; leave with 2 over whatever makes it unusable.

    Args:
        folder: the store.
        include_inferred: whether what only the editor supplied takes part.
    """
    with _opened(folder) as (store, engine):
        from argmap.corpus.answers import give_answers

        store.show_to(engine)
        give_answers(store, engine, include_inferred=include_inferred)
        yield engine


@contextmanager
def asking_about_names(folder: Path) -> "Iterator[tuple[Store, Engine]]":
    """Open a store so that names can be looked up in it; leave with 2 over whatever makes it unusable.

    For the rest, `argmap.corpus.focus.focus` or `Store.show_to` is called.

    Args:
        folder: the store.
    """
    with _opened(folder) as (store, engine):
        from argmap.corpus.focus import show_names_to

        show_names_to(engine, store)
        yield store, engine


@contextmanager
def _opened(folder: Path) -> "Iterator[tuple[Store, Engine]]":
    """Open a store, and start the engine; tell whether maps are missing."""
    with needing_extra("corpus"):
        from argmap.corpus.engine import EngineError, MemorySpentError
        from argmap.corpus.part import TooMuchError
        from argmap.corpus.store import StoreError, open_store, working_folder
    try:
        store = open_store(folder)
        with working_folder() as work:
            engine = _engine(work)
            try:
                _tell_what_is_missing(store.contents.unreadable)
                yield store, engine
            except EngineError:
                # What it says of a damaged file is not for people.
                store.check()
                raise
            finally:
                engine.close()
    except MemorySpentError as error:
        say(str(error), f"let it use more, if the machine has more: {_MEMORY_VARIABLE}=4GB")
        raise SystemExit(UNUSABLE) from None
    except (StoreError, EngineError) as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from None
    except TooMuchError as error:
        say(f"{error}: too much for a map in memory")
        raise SystemExit(UNUSABLE) from None


def needing_extra(extra: str) -> AbstractContextManager[None]:
    """Import what stores need; leave with 2 where a library is missing that an extra brings."""
    return needing("a store needs {library}, which is not installed", f"pip install 'argmap[{extra}]'")


def load_around(folder: Path, names: Sequence[str]) -> "Loaded":
    """Load what hangs together with something of a store as an ordinary map.

    Leaves with 1 where a name means nothing, and with 2 where no name says with what to begin.

    Args:
        folder: the store.
        names: statements or people.
    """
    from argmap.files.assembling import Loaded
    from argmap.files.yaml.places import Places

    if not names:
        command = click.get_current_context().command_path
        usage(f"{folder} is a store, which is not read whole; `{command}` needs to know where to begin.")
    with asking_about_names(folder) as (store, engine):
        from argmap.corpus.focus import focus
        from argmap.corpus.naming import statements_meant
        from argmap.corpus.part import load_around as load

        with looking_up_names():
            nodes = [node for name in names for node in statements_meant(engine, name)]
        focus(engine, store, nodes)
        part = load(engine, nodes)
    return Loaded(part.map, (), Places(), folder=folder)


def refuse_nearness(selection: "Selection", command: str) -> None:
    """Leave with 2 where what is near to something is asked for of a whole store."""
    if selection.focus or selection.depth is not None:
        usage(
            f"`{command}` of a store takes --by, --tag and --source; `argmap tree NAME` shows what is near."
        )


def _engine(work: Path) -> "Engine":
    meta = click.get_current_context().meta
    name = meta.get(ENGINE) or os.environ.get(_VARIABLE) or ENGINES[0]
    if name not in ENGINES:
        usage(f"{_VARIABLE} is `{name}`; the engines are {' and '.join(ENGINES)}.")
    memory = os.environ.get(_MEMORY_VARIABLE) or None
    if memory and not _MEMORY.fullmatch(memory):
        usage(f"{_MEMORY_VARIABLE} is `{memory}`, and would be right as `2GB` or `500MB`.")
    if name == "spark":
        with needing_extra("spark"):
            from argmap.corpus.spark_engine import SparkEngine
        return SparkEngine(work, memory, meta.get(MASTER) or "local[*]")
    if meta.get(MASTER):
        usage("--master names a Spark; add --engine spark.")
    from argmap.corpus.duckdb_engine import DuckDbEngine

    return DuckDbEngine(work, memory)


def _tell_what_is_missing(missing: int) -> None:
    """Say of how many maps nothing is in the store, lest silence be taken for an answer."""
    if missing:
        verb = agree(missing, "is", "are")
        maps = count(missing, "map")
        say(f"{maps} could not be read and {verb} not counted here; `argmap stats` names them")
