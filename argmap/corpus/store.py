"""A store: a folder of Parquet files, and a list of those that count.

Each table has a folder, and in it a file for each part. A part counts once the list names it, and the list is
replaced in one step, so that whoever reads sees the store before or after a change and nothing between. A map
lies in one part whole, so that what is asked about a statement is asked of the part that holds its number.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from argmap.corpus.engine import Engine
from argmap.corpus.layout import LIST_NAME, is_store
from argmap.corpus.tables import TABLES, VERSION, Table

_SCHEMA: Final = f"argmap/store/{VERSION}"
_NUMBERS: Final = ("maps", "unreadable", "next_part", "next_map", "next_number")
# What every engine calls a text of any length.
_NAMES: Final = {"VARCHAR": "STRING"}


class StoreError(Exception):
    """A store cannot be used; the message says why and what would help, for people."""


@dataclass(frozen=True, slots=True)
class StoredPart:
    """One part of a store.

    Args:
        name: what its files are called.
        first: the first number of those that were free for it.
        following: the first number after those.
    """

    name: str
    first: int
    following: int

    def may_hold(self, numbers: Iterable[int]) -> bool:
        """Tell whether one of these numbers can be in it; in no other part can it be."""
        return any(self.first <= number < self.following for number in numbers)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store's list says.

    Args:
        parts: the parts that count, in their order.
        maps: how many maps they hold.
        unreadable: how many maps could not be read, and are named only.
        next_part: the number of the next part.
        next_map: the number of the next map.
        next_number: the first number that is free for people, works, statements, inferences and attacks.
    """

    parts: tuple[StoredPart, ...] = ()
    maps: int = 0
    unreadable: int = 0
    next_part: int = 1
    next_map: int = 1
    next_number: int = 1


@dataclass(frozen=True, slots=True)
class Store:
    """A store on the disk.

    Args:
        folder: where it is.
        contents: what its list says.
    """

    folder: Path
    contents: Contents

    def file(self, table: Table, part: str) -> Path:
        """Name the file of a part of a table."""
        return self.folder / table.name / f"{part}.parquet"

    def intact_file(self, table: Table, part: str) -> Path:
        """Name the file of a part of a table, and see that it can be read.

        Raises:
            StoreError: it is missing, truncated, or has other columns.
        """
        # What it needs takes long to import.
        from argmap.corpus.parquet import is_intact

        file = self.file(table, part)
        if not is_intact(table, file):
            raise StoreError(_damaged(file))
        return file

    def check(self) -> None:
        """See that all files can be read.

        Raises:
            StoreError: a file is missing, truncated, or has other columns.
        """
        for table in TABLES:
            for part in self.contents.parts:
                self.intact_file(table, part.name)

    def show_to(self, engine: Engine) -> None:
        """Make the tables of the store known to an engine by their names, and ``store_size``.

        That has one row, ``maps, unreadable``, as the list says.

        Raises:
            StoreError: a file is missing, truncated, or has other columns.
        """
        self.check()
        for table in TABLES:
            self._open(engine, table, self.contents.parts)
        self._show_size_to(engine)

    def show_some_to(
        self, engine: Engine, tables: Iterable[Table] = TABLES, numbers: Collection[int] | None = None
    ) -> None:
        """Make tables known as `show_to` does, but look at no file that is not needed.

        What is damaged is then told by the engine, once it reads that.

        Args:
            engine: what answers; it must not take a file for another one that lacks a column.
            tables: the tables.
            numbers: where given, only the parts that hold these numbers are made known.

        Raises:
            StoreError: a file has other columns.
            EngineError: a file cannot be read; `check` tells which.
        """
        parts = [part for part in self.contents.parts if numbers is None or part.may_hold(numbers)]
        for table in tables:
            self._open(engine, table, parts)
            if parts and engine.columns(table.name) != [(one.name, one.type) for one in table.columns]:
                self.check()
                raise StoreError(_damaged(self.folder / table.name))
        self._show_size_to(engine)

    def _open(self, engine: Engine, table: Table, parts: Sequence[StoredPart]) -> None:
        if parts:
            engine.open_files(table.name, [str(self.file(table, part.name)) for part in parts])
        else:
            engine.view(table.name, _no_rows(table))

    def _show_size_to(self, engine: Engine) -> None:
        held = self.contents
        engine.view("store_size", f"SELECT {held.maps} AS maps, {held.unreadable} AS unreadable")

    @property
    def state(self) -> str:
        """A fingerprint of what counts, by which kept answers are known to be of this state."""
        return sha256(repr(self.contents).encode()).hexdigest()[:16]

    def write_list(self, contents: Contents) -> "Store":
        """Replace the list in one step.

        Raises:
            OSError: it cannot be written; the store is then as it was.
        """
        fields = {
            "schema": _SCHEMA,
            "parts": [asdict(part) for part in contents.parts],
            **{name: getattr(contents, name) for name in _NUMBERS},
        }
        # Whoever only reads does without.
        from argmap.files.disk.writing import write_file

        text = json.dumps(fields, indent=2) + "\n"
        write_file(self.folder / LIST_NAME, text.encode(), named=False)
        return replace(self, contents=contents)


def open_store(folder: Path) -> Store:
    """Open a store.

    Raises:
        StoreError: it is none, is of another version, or its list is damaged.
    """
    place = folder / LIST_NAME
    try:
        fields = json.loads(place.read_bytes())
        schema = fields["schema"]
        if schema != _SCHEMA:
            raise StoreError(f"{place}: it is of the version {schema}, and this argmap reads {_SCHEMA}.")
        parts = [(part["name"], part["first"], part["following"]) for part in fields["parts"]]
        numbers = [fields[name] for name in _NUMBERS]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(_damaged(place)) from error
    told = [*numbers, *(number for _, *free in parts for number in free)]
    if not all(isinstance(name, str) and name.isdigit() for name, *_ in parts) or not all(
        isinstance(number, int) for number in told
    ):
        raise StoreError(_damaged(place))
    return Store(folder, Contents(tuple(StoredPart(*part) for part in parts), *numbers))


def make_store(folder: Path) -> Store:
    """Open the store in a folder, or begin an empty one there.

    Raises:
        StoreError: the folder holds something else, or a store that cannot be used.
        OSError: it cannot be made.
    """
    if is_store(folder):
        return open_store(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"{folder} is there already and is no store; name a new folder.")
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        (folder / table.name).mkdir(exist_ok=True)
    return Store(folder, Contents()).write_list(Contents())


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a folder for what an engine works out, and remove it afterwards."""
    with TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _no_rows(table: Table) -> str:
    columns = ", ".join(
        f"CAST(NULL AS {_NAMES.get(one.type, one.type)}) AS {one.name}" for one in table.columns
    )
    return f"SELECT {columns} FROM (SELECT 1 AS one) t WHERE t.one = 0"


def _damaged(file: Path) -> str:
    return f"{file}: it is missing, damaged or not of this layout; index the maps again into a new store."
