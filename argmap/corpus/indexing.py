"""Maps into a store: many in one part, what is there already left alone, what has changed replaced."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from argmap.argument_map import ArgumentMap
from argmap.corpus.batches import batches
from argmap.corpus.parquet import ROWS_IN_GROUP, new_file, write_rows
from argmap.corpus.rows import Rows, Source, rows_of, rows_of_fault
from argmap.corpus.store import Store, StoredPart
from argmap.corpus.tables import BY_NAME, TABLES

_STATEMENTS_IN_PART: Final = 100_000
_MAPS_IN_PART: Final = 20_000


class UnreadableError(Exception):
    """A map cannot be read; the message says why, for people."""


class NoMapError(Exception):
    """What was found is no map, and nobody said that it is; the message says so, for people."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One map to index.

    Args:
        source: from where it comes, with the fingerprint of what is there now.
        read: gives the map.
    """

    source: Source
    read: Callable[[], ArgumentMap]


class Whole(Protocol):
    """A map that may be too large for memory and writes its own part."""

    source: Source
    size: int

    def write(self, store: Store, part: str, number: int, first: int) -> int:
        """Write its tables as a part, and give the next free number.

        Args:
            store: the store.
            part: the name of the new part.
            number: the map's own number.
            first: the first number that is free.
        """


class Watcher(Protocol):
    """Whoever shows how far indexing has come."""

    def done(self, unit: Unit) -> None:
        """Hear that a map was looked at."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing did.

    Args:
        new: how many maps were added.
        replaced: how many were there in an older form.
        unchanged: how many were there as they are.
        statements: how many statements were added.
        faults: the maps that could not be read, each with the reason; they are named in the store, too.
    """

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    statements: int = 0
    faults: Mapping[str, str] = field(default_factory=dict)


def index(store: Store, units: Iterable[Unit], watcher: Watcher | None = None) -> tuple[Store, Indexed]:
    """Bring maps into a store.

    What is done is kept part by part: whoever is interrupted goes on by doing the same again.

    Args:
        store: the store.
        units: the maps.
        watcher: who hears of progress.

    Returns:
        The store as it is then, and what was done.

    Raises:
        OSError: the disk is full or does not take it; the parts before are kept.
        StoreError: a file of the store is damaged.
    """
    _sweep(store)
    run = _Run(store)
    for unit in units:
        run.take(unit)
        if watcher:
            watcher.done(unit)
    run.flush()
    return run.store, run.indexed


def index_whole(store: Store, whole: Whole) -> tuple[Store, Indexed]:
    """Bring a map that writes its own part into a store; see `index`.

    Raises:
        EngineError: it cannot be written, for want of space for example; the store is then as it was.
        OSError: the disk does not take it; the store is then as it was.
    """
    _sweep(store)
    run = _Run(store)
    run.take_whole(whole)
    return run.store, run.indexed


@dataclass(frozen=True, slots=True)
class _Known:
    number: int
    sha256: str
    fault: str | None


class _Run:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.indexed = Indexed()
        self._known = dict(_known_maps(store))
        self._pending: list[Rows] = []
        self._stale: set[int] = set()
        self._size = 0
        self._contents = store.contents

    def take(self, unit: Unit) -> None:
        """Index a map, unless it is there as it is."""
        name = unit.source.name
        known = self._known.get(name)
        done = self.indexed
        if known and known.sha256 == unit.source.sha256:
            if known.fault is not None:
                self.indexed = replace(done, faults={**done.faults, name: known.fault})
            else:
                self.indexed = replace(done, unchanged=done.unchanged + 1)
            return
        number = known.number if known else self._contents.next_map
        fault = None
        try:
            rows, following = rows_of(unit.read(), unit.source, number, self._contents.next_number)
        except (NoMapError, UnreadableError) as error:
            if isinstance(error, NoMapError) and not known:
                return
            fault = str(error)
            rows, following = rows_of_fault(unit.source, fault, number), self._contents.next_number
            self.indexed = replace(done, faults={**done.faults, name: fault})
        else:
            self.indexed = replace(
                done,
                new=done.new + (known is None),
                replaced=done.replaced + (known is not None),
                statements=done.statements + len(rows["statements"]),
            )
        if known:
            self._stale.add(known.number)
        self._known[name] = _Known(number, unit.source.sha256, fault)
        following_map = self._contents.next_map + (known is None)
        self._contents = replace(self._contents, next_map=following_map, next_number=following)
        self._pending.append(rows)
        self._size += len(rows["statements"])
        if self._size >= _STATEMENTS_IN_PART or len(self._pending) >= _MAPS_IN_PART:
            self.flush()

    def take_whole(self, whole: Whole) -> None:
        """Index a map that writes its own part, unless it is there as it is."""
        known = self._known.get(whole.source.name)
        done = self.indexed
        if known and known.sha256 == whole.source.sha256:
            self.indexed = replace(done, unchanged=done.unchanged + 1)
            return
        self.flush()
        self._stale = {known.number} if known else set()
        number = known.number if known else self._contents.next_map
        self._known[whole.source.name] = _Known(number, whole.source.sha256, None)
        new = self._new_part()
        following = whole.write(self.store, new, number, self._contents.next_number)
        following_map = self._contents.next_map + (known is None)
        self._contents = replace(self._contents, next_map=following_map, next_number=following)
        self._commit(new)
        self.indexed = replace(
            done,
            new=done.new + (known is None),
            replaced=done.replaced + (known is not None),
            statements=done.statements + whole.size,
        )

    def flush(self) -> None:
        """Write what is pending as a part, and let it count."""
        if not self._pending:
            return
        new = self._new_part()
        for table in TABLES:
            rows = (row for each in self._pending for row in each[table.name])
            write_rows(table, batches(rows, ROWS_IN_GROUP), self.store.file(table, new))
        self._commit(new)

    def _commit(self, new: str) -> None:
        """Let a new part count, and what it replaces no more."""
        old = self.store.contents
        parts = [self._without_stale(part) for part in old.parts]
        added = StoredPart(new, old.next_number, self._contents.next_number)
        kept = tuple(part for part in (*parts, added) if part)
        unreadable = sum(known.fault is not None for known in self._known.values())
        maps = len(self._known) - unreadable
        self._contents = replace(self._contents, parts=kept, maps=maps, unreadable=unreadable)
        self.store = self.store.write_list(self._contents)
        for part in set(old.parts) - set(kept):
            _remove(self.store, part.name)
        self._pending, self._size, self._stale = [], 0, set()

    def _new_part(self) -> str:
        number = self._contents.next_part
        self._contents = replace(self._contents, next_part=number + 1)
        return f"{number:06d}"

    def _without_stale(self, part: StoredPart) -> StoredPart | None:
        """Give a part without the maps that are replaced: itself, a new one, or None if nothing is left."""
        file = self.store.intact_file(BY_NAME["maps"], part.name)
        maps = pq.read_table(file, columns=["map"])["map"].to_pylist()
        if self._stale.isdisjoint(maps):
            return part
        if self._stale.issuperset(maps):
            return None
        new = self._new_part()
        for table in TABLES:
            source = pq.ParquetFile(self.store.intact_file(table, part.name))
            with new_file(table, self.store.file(table, new)) as writer:
                for batch in source.iter_batches(ROWS_IN_GROUP):
                    stays = pc.invert(
                        pc.is_in(batch["map"], value_set=pa.array(sorted(self._stale), pa.int64()))
                    )
                    writer.write_batch(batch.filter(stays))
        return replace(part, name=new)


def _known_maps(store: Store) -> Iterator[tuple[str, _Known]]:
    for part in store.contents.parts:
        file = store.intact_file(BY_NAME["maps"], part.name)
        found = pq.read_table(file, columns=["name", "map", "sha256", "fault"]).to_pylist()
        yield from ((row["name"], _Known(row["map"], row["sha256"], row["fault"])) for row in found)


def _sweep(store: Store) -> None:
    """Remove files of parts that never came to count."""
    names = {part.name for part in store.contents.parts}
    for table in TABLES:
        for file in (store.folder / table.name).glob("*.parquet"):
            if file.stem not in names:
                file.unlink(missing_ok=True)


def _remove(store: Store, part: str) -> None:
    for table in TABLES:
        Path(store.file(table, part)).unlink(missing_ok=True)
