"""One map of the editor: read and checked anew when it changes, off the loop, each state at most once."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from lsprotocol.types import Diagnostic

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk.listing import shown_name
from argmap.files.load import read_map
from argmap.files.record_cache import RecordCache
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_text
from argmap.files.records.rereading import read_again
from argmap.files.settings import find_settings, read_settings
from argmap.lsp.agreement import Agreement
from argmap.lsp.buffers import Buffer
from argmap.lsp.checking import Verdict, checked
from argmap.lsp.map_of_document import name_of
from argmap.lsp.state import State
from argmap.model import Statement
from argmap.rules.engine.remembered import Remembered


class StaleError(Exception):
    """The map changed while it was read or checked."""


@dataclass(frozen=True)
class Workers:
    """What works off the loop.

    Args:
        reading: reads maps, one after the other.
        checking: checks them.
        asking: answers requests.
    """

    reading: Executor
    checking: Executor
    asking: Executor


class LiveMap:
    """A map of which a document stands open.

    Args:
        home: the folder or file of the map; None for a document without a file.
        agreement: what client and server agreed on.
        workers: what works off the loop.
    """

    def __init__(self, home: Path | None, agreement: Agreement, workers: Workers) -> None:
        self.home = home
        self.buffers: dict[str, Buffer] = {}
        self.shown: dict[str, list[Diagnostic]] = {}
        self.pushing: asyncio.Task[None] | None = None
        self.stamp = 0
        self._agreement = agreement
        self._workers = workers
        self._cache = RecordCache()
        self._read: dict[str, FileRecords] = {}
        self._sound: dict[str, FileRecords] = {}
        self._remembered = Remembered()
        self._asked: dict[str, Statement] = {}
        self._state: State | None = None
        self._reading: asyncio.Task[None] | None = None
        self._verdict: Verdict | None = None
        self._checking: asyncio.Task[None] | None = None

    def touch(self) -> None:
        """Note that something has changed."""
        self.stamp += 1

    async def state(self) -> State:
        """Give the map as it stands now."""
        while self._state is None or self._state.stamp != self.stamp:
            task = self._reading = self._reading or asyncio.create_task(self._read_now())
            await asyncio.wait([task])
            task.result()
        return self._state

    async def verdict(self) -> Verdict:
        """Give what is wrong with the map as it stands now."""
        while self._verdict is None or self._verdict.state.stamp != self.stamp:
            task = self._checking = self._checking or asyncio.create_task(self._check_now())
            await asyncio.wait([task])
            task.result()
        return self._verdict

    async def _read_now(self) -> None:
        loop = asyncio.get_running_loop()
        stamp, buffers = self.stamp, dict(self.buffers)
        try:
            self._state = await loop.run_in_executor(
                self._workers.reading, self._read_all, stamp, buffers, self._state
            )
        finally:
            self._reading = None

    async def _check_now(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            state = await self.state()
            go_on = self._goes_on(state.stamp)
            self._verdict = await loop.run_in_executor(
                self._workers.checking, checked, state, go_on, self._remembered
            )
        except StaleError:
            pass  # who waits for it goes round once more
        finally:
            self._checking = None

    def _goes_on(self, stamp: int) -> Callable[[], None]:
        """Make what raises an exception as soon as the map has changed."""

        def go_on() -> None:
            if self.stamp != stamp:
                raise StaleError

        return go_on

    def _read_all(self, stamp: int, buffers: Mapping[str, Buffer], before: State | None) -> State:
        """Read the map: what stands open as it stands there, the rest from the disk."""
        read = {uri: self._read_one(buffer) for uri, buffer in buffers.items()}
        self._read = read
        self._sound = {uri: one for uri, one in self._sound.items() if uri in read}
        names = {read[uri].file.name: buffer for uri, buffer in buffers.items()}
        loaded = self._loaded(buffers, read)
        settings = read_settings(find_settings(loaded.folder))
        return State(stamp, loaded, settings, self._agreement, names, _good(loaded, before), self._asked)

    def _loaded(self, buffers: Mapping[str, Buffer], read: Mapping[str, FileRecords]) -> Loaded:
        placed = {buffer.path: read[uri] for uri, buffer in buffers.items() if buffer.path}
        if self.home is None or not self.home.exists():
            return assemble(read.values(), self.home or Path(), names=self._cache.names)
        return read_map(self.home, self._cache, placed)

    def _read_one(self, buffer: Buffer) -> FileRecords:
        before = self._read.get(buffer.uri)
        if before is not None and before.file.original == buffer.text:
            return before
        sound = self._sound.get(buffer.uri)
        name = shown_name(buffer.path) if buffer.path else name_of(buffer.uri)
        if sound:
            found = read_again(sound, name, buffer.path, buffer.text, buffer.starts)
        else:
            found = read_text(name, buffer.path, buffer.text)
        if found.is_sound:
            self._sound[buffer.uri] = found
        return found


def _good(loaded: Loaded, before: State | None) -> ArgumentMap:
    """Give the map; where it cannot be read whole, the one that could be last."""
    is_whole = not any(error.code[0] in "YF" for error in loaded.errors)
    return loaded.map if is_whole or before is None else before.good
