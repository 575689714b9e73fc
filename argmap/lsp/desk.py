"""What stands open in the editor: the documents, the maps they belong to, and what the client is told."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from lsprotocol import types

from argmap.lsp.agreement import Agreement
from argmap.lsp.buffers import Buffer
from argmap.lsp.checking import Verdict
from argmap.lsp.diagnostics import diagnostics
from argmap.lsp.homes import begins_as_map, home_of, path_of
from argmap.lsp.protocol import OutdatedError
from argmap.lsp.rooms import Room, Workers
from argmap.lsp.state import Document, State

_PAUSE: Final = 0.01
"""Seconds without a change after which a map is checked."""

_IDLE: Final = 2.0
"""Seconds without a change after which Python may look for circles, which takes long in a large map."""

_MOST_CHANGES: Final = 200
"""After so many changes it has to, whoever waits."""

_ASKING: Final = 2
_Answer = TypeVar("_Answer")
Publish = Callable[[types.PublishDiagnosticsParams], None]


class Desk:
    """The documents that stand open, each in the room of its map.

    Args:
        publish: tells the client what is wrong with a file.
    """

    def __init__(self, publish: Publish) -> None:
        self.agreement = Agreement()
        self._publish = publish
        self._buffers: dict[str, Buffer] = {}
        self._homes: dict[str, Path | str] = {}
        self._rooms: dict[Path | str, Room] = {}
        reading, checking, asking = (ThreadPoolExecutor(most) for most in (1, 1, _ASKING))
        self._tidying: asyncio.TimerHandle | None = None
        self._changes = 0
        self._workers = Workers(reading, checking, asking)

    def open(self, uri: str, text: str, version: int) -> None:
        """Take a document up."""
        self._buffers[uri] = Buffer(uri, path_of(uri), text, version)
        self._settle(uri)

    def change(self, uri: str, changes: Iterable[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Change a document; one that was never opened is passed over."""
        if buffer := self._buffers.get(uri):
            self._buffers[uri] = buffer.changed(changes, version, self.agreement.units)
            self._settle(uri)

    def close(self, uri: str) -> None:
        """Put a document away; its file counts again as it is on the disk."""
        if self._buffers.pop(uri, None):
            self._leave(uri)

    def refresh(self) -> None:
        """Note that files may have changed on the disk."""
        for uri in list(self._buffers):
            self._settle(uri)
        for room in self._rooms.values():
            self._touch(room)

    def rooms(self) -> Iterable[Room]:
        """Give the maps of which a document stands open."""
        return tuple(self._rooms.values())

    def room_of(self, uri: str) -> Room | None:
        """Give the map of a document, open or not; None where it belongs to none that is open."""
        if uri in self._homes:
            return self._rooms[self._homes[uri]]
        path = path_of(uri)
        return (self._rooms.get(path) or self._rooms.get(path.parent)) if path else None

    async def answer(self, uri: str, work_out: Callable[[Document], _Answer]) -> _Answer | None:
        """Answer a request about an open document from its present text; None where it belongs to no map.

        Args:
            uri: the document.
            work_out: gives the answer, off the loop.

        Raises:
            OutdatedError: the text has changed since the request came.
        """
        room, asked = self.room_of(uri), self._buffers.get(uri)
        if room is None or asked is None:
            return None
        state = await room.state()
        document = state.document(uri)
        if document is None or document.buffer is not asked:
            raise OutdatedError
        return await self.work(lambda: work_out(document))

    async def answer_map(self, uri: str, work_out: Callable[[State], _Answer]) -> _Answer | None:
        """Answer a request about the map of a document, which need not be open; None where there is none."""
        room = self.room_of(uri)
        if room is None:
            return None
        state = await room.state()
        return await self.work(lambda: work_out(state))

    async def verdict(self, uri: str) -> Verdict | None:
        """Give what is wrong with the map of a document; None where it belongs to none."""
        room = self.room_of(uri)
        return await room.verdict() if room else None

    async def work(self, work_out: Callable[[], _Answer]) -> _Answer:
        """Do something off the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._workers.asking, work_out)

    def shutdown(self) -> None:
        """Let go of what works off the loop."""
        for room in self._rooms.values():
            room.touch()
        for executor in (self._workers.reading, self._workers.checking, self._workers.asking):
            executor.shutdown(wait=False, cancel_futures=True)

    def _settle(self, uri: str) -> None:
        """Put a document into the room of its map, and note that the map has changed."""
        buffer = self._buffers[uri]
        home = self._home(buffer)
        if self._homes.get(uri) != home:
            self._leave(uri)
        if home is None:
            return
        room = self._rooms.get(home)
        if room is None:
            folder = home if isinstance(home, Path) else None
            room = self._rooms[home] = Room(folder, self.agreement, self._workers)
        self._homes[uri] = home
        room.buffers[uri] = buffer
        self._touch(room)

    def _home(self, buffer: Buffer) -> Path | str | None:
        if buffer.path is not None:
            return home_of(buffer.path, buffer.text)
        return buffer.uri if begins_as_map(buffer.text) else None

    def _leave(self, uri: str) -> None:
        home = self._homes.pop(uri, None)
        if home is None:
            return
        room = self._rooms[home]
        room.buffers.pop(uri, None)
        if room.buffers:
            self._touch(room)
            return
        del self._rooms[home]
        room.touch()
        for shown in room.shown:
            self._publish(types.PublishDiagnosticsParams(shown, []))

    def _touch(self, room: Room) -> None:
        room.touch()
        self._tidy_later()
        if not self.agreement.pulls and room.pushing is None:
            room.pushing = asyncio.create_task(self._push(room))

    def _tidy_later(self) -> None:
        """Let Python look for circles when nothing has changed for a while."""
        self._changes += 1
        if self._tidying is not None and self._changes < _MOST_CHANGES:
            self._tidying.cancel()
        if self._changes <= _MOST_CHANGES:
            self._tidying = asyncio.get_running_loop().call_later(_IDLE, self._tidy)

    def _tidy(self) -> None:
        self._changes = 0
        self._workers.asking.submit(gc.collect)

    async def _push(self, room: Room) -> None:
        """Tell the client what is wrong with a map, as soon as it has stood still for a moment."""
        try:
            stamp = -1
            while stamp != room.stamp:
                stamp = room.stamp
                await asyncio.sleep(_PAUSE)
                if stamp == room.stamp:
                    verdict = await room.verdict()
                    stamp = verdict.state.stamp
                    if stamp == room.stamp and room.buffers:
                        self._tell(room, verdict)
        finally:
            room.pushing = None

    def _tell(self, room: Room, verdict: Verdict) -> None:
        """Publish what is wrong with the open documents, and with other files where that has changed."""
        state = verdict.state
        shown: dict[str, list[types.Diagnostic]] = {}
        for name, listed in diagnostics(verdict).items():
            uri = state.uri(name)
            shown[uri] = listed
            if name in state.buffers or listed != room.shown.get(uri, []):
                self._publish(types.PublishDiagnosticsParams(uri, listed, state.version(name)))
        for gone in room.shown.keys() - shown.keys():
            self._publish(types.PublishDiagnosticsParams(gone, []))
        room.shown = shown
