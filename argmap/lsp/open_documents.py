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
from argmap.lsp.live_map import LiveMap, Workers
from argmap.lsp.map_of_document import begins_as_map, home_of, path_of
from argmap.lsp.protocol import OutdatedError
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


class OpenDocuments:
    """The documents that stand open, each with its map.

    Args:
        publish: tells the client what is wrong with a file.
    """

    def __init__(self, publish: Publish) -> None:
        self.agreement = Agreement()
        self._publish = publish
        self._buffers: dict[str, Buffer] = {}
        self._homes: dict[str, Path | str] = {}
        self._rooms: dict[Path | str, LiveMap] = {}
        reading, checking, asking = (ThreadPoolExecutor(most) for most in (1, 1, _ASKING))
        self._tidying: asyncio.TimerHandle | None = None
        self._changes = 0
        self._workers = Workers(reading, checking, asking)
        self._drawing = ThreadPoolExecutor(1)

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
        for live in self._rooms.values():
            self._touch(live)

    def live_maps(self) -> Iterable[LiveMap]:
        """Give the maps of which a document stands open."""
        return tuple(self._rooms.values())

    def room_of(self, uri: str) -> LiveMap | None:
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
        live, asked = self.room_of(uri), self._buffers.get(uri)
        if live is None or asked is None:
            return None
        state = await live.state()
        document = state.document(uri)
        if document is None or document.buffer is not asked:
            raise OutdatedError
        return await self.work(lambda: work_out(document))

    async def answer_map(self, uri: str, work_out: Callable[[State], _Answer]) -> _Answer | None:
        """Answer a request about the map of a document, which need not be open; None where there is none."""
        live = self.room_of(uri)
        if live is None:
            return None
        state = await live.state()
        return await self.work(lambda: work_out(state))

    async def draw_map(self, uri: str, work_out: Callable[[State], _Answer]) -> _Answer | None:
        """Answer as `answer_map` does, apart from all other requests, since a picture takes its time."""
        live = self.room_of(uri)
        if live is None:
            return None
        state = await live.state()
        return await asyncio.get_running_loop().run_in_executor(self._drawing, work_out, state)

    async def verdict(self, uri: str) -> Verdict | None:
        """Give what is wrong with the map of a document; None where it belongs to none."""
        live = self.room_of(uri)
        return await live.verdict() if live else None

    async def work(self, work_out: Callable[[], _Answer]) -> _Answer:
        """Do something off the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._workers.asking, work_out)

    def shutdown(self) -> None:
        """Let go of what works off the loop."""
        for live in self._rooms.values():
            live.touch()
        workers = self._workers
        for executor in (workers.reading, workers.checking, workers.asking, self._drawing):
            executor.shutdown(wait=False, cancel_futures=True)

    def _settle(self, uri: str) -> None:
        """Put a document to its map, and note that the map has changed."""
        buffer = self._buffers[uri]
        home = self._home(buffer)
        if self._homes.get(uri) != home:
            self._leave(uri)
        if home is None:
            return
        live = self._rooms.get(home)
        if live is None:
            folder = home if isinstance(home, Path) else None
            live = self._rooms[home] = LiveMap(folder, self.agreement, self._workers)
        self._homes[uri] = home
        live.buffers[uri] = buffer
        self._touch(live)

    def _home(self, buffer: Buffer) -> Path | str | None:
        if buffer.path is not None:
            return home_of(buffer.path, buffer.text)
        return buffer.uri if begins_as_map(buffer.text) else None

    def _leave(self, uri: str) -> None:
        home = self._homes.pop(uri, None)
        if home is None:
            return
        live = self._rooms[home]
        live.buffers.pop(uri, None)
        if live.buffers:
            self._touch(live)
            return
        del self._rooms[home]
        live.touch()
        for shown in live.shown:
            self._publish(types.PublishDiagnosticsParams(shown, []))

    def _touch(self, live: LiveMap) -> None:
        live.touch()
        self._tidy_later()
        if not self.agreement.pulls and live.pushing is None:
            live.pushing = asyncio.create_task(self._push(live))

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

    async def _push(self, live: LiveMap) -> None:
        """Tell the client what is wrong with a map, as soon as it has stood still for a moment."""
        try:
            stamp = -1
            while stamp != live.stamp:
                stamp = live.stamp
                await asyncio.sleep(_PAUSE)
                if stamp == live.stamp:
                    verdict = await live.verdict()
                    stamp = verdict.state.stamp
                    if stamp == live.stamp and live.buffers:
                        self._tell(live, verdict)
        finally:
            live.pushing = None

    def _tell(self, live: LiveMap, verdict: Verdict) -> None:
        """Publish what is wrong with the open documents, and with other files where that has changed."""
        state = verdict.state
        shown: dict[str, list[types.Diagnostic]] = {}
        for name, listed in diagnostics(verdict).items():
            uri = state.uri(name)
            shown[uri] = listed
            if name in state.buffers or listed != live.shown.get(uri, []):
                self._publish(types.PublishDiagnosticsParams(uri, listed, state.version(name)))
        for gone in live.shown.keys() - shown.keys():
            self._publish(types.PublishDiagnosticsParams(gone, []))
        live.shown = shown
