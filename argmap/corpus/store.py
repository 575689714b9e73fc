"""A store: a folder of Parquet files, and a list of those that count.

Each table has a folder, and in it a file for each part. A part counts once the list names it, and the list is
replaced in one step, so that whoever reads sees the store before or after a change and nothing between.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from argmap.corpus.engine import Engine
from argmap.corpus.layout import LIST_NAME, is_store
from argmap.corpus.parquet import is_intact
from argmap.corpus.tables import TABLES, VERSION, Table
from argmap.files.disk.writing import write_file

_SCHEMA: Final = f"argmap/store/{VERSION}"
# What every engine calls a text of any length.
_NAMES: Final = {"VARCHAR": "STRING"}


class StoreError(Exception):
    """A store cannot be used; the message says why and what would help, for people."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store's list says.

    Args:
        parts: the names of the parts that count, in their order.
        next_part: the number of the next part.
        next_map: the number of the next map.
        next_number: the first number that is free for people, works, statements, inferences and attacks.
    """

    parts: tuple[str, ...] = ()
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
        file = self.file(table, part)
        if not is_intact(table, file):
            raise StoreError(_damaged(file))
        return file

    def show_to(self, engine: Engine) -> None:
        """Make the tables of the store known to an engine by their names.

        Raises:
            StoreError: a file is missing, truncated, or has other columns.
        """
        for table in TABLES:
            files = [str(self.intact_file(table, part)) for part in self.contents.parts]
            if files:
                engine.open_files(table.name, files)
            else:
                engine.view(table.name, _no_rows(table))

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
            "parts": list(contents.parts),
            "next_part": contents.next_part,
            "next_map": contents.next_map,
            "next_number": contents.next_number,
        }
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
        parts, numbers = fields["parts"], [fields[name] for name in ("next_part", "next_map", "next_number")]
        if not all(isinstance(part, str) and part.isdigit() for part in parts) or not all(
            isinstance(number, int) for number in numbers
        ):
            raise StoreError(_damaged(place))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(_damaged(place)) from error
    return Store(folder, Contents(tuple(parts), *numbers))


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
