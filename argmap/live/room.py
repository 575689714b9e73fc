"""What pages are told: the latest snapshot of the map, and what is wrong with it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from json import dumps
from threading import Lock
from typing import Final

from argmap.live.snapshot import Snapshot
from argmap.live.trouble import Trouble
from argmap.render.html.document import Json

_FEWEST, _MOST, _STATEMENTS = 3, 32, 16_000
"""So many snapshots are remembered, of a large map as many as have so many statements together. A page that
shows an older one is loaded again."""

_BEAT: Final = 15.0
"""Seconds after which a page hears something in any case, so that a lost one is noticed."""


class Room:
    """Where the state of the map is kept for all pages, whoever changes it.

    Args:
        snapshot: the first one.
        editing: whether pages can change the map.
    """

    def __init__(self, snapshot: Snapshot, *, editing: bool = False) -> None:
        self.snapshot = snapshot
        self._editing = editing
        self.trouble = Trouble()
        self._known: OrderedDict[str, Snapshot] = OrderedDict({snapshot.version: snapshot})
        self._lock = Lock()
        self._is_open = True
        self._told: tuple[tuple[str, str], str] | None = None
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def show(self, snapshot: Snapshot) -> None:
        """Let every page show a snapshot."""
        with self._lock:
            self.snapshot, self.trouble = snapshot, Trouble()
            self._known[snapshot.version] = snapshot
            self._known.move_to_end(snapshot.version)
            while len(self._known) > max(_FEWEST, min(_MOST, _STATEMENTS // len(snapshot.cards))):
                self._known.popitem(last=False)
        self._wake()

    def warn(self, trouble: Trouble) -> None:
        """Let every page say why the map cannot be shown as it is."""
        with self._lock:
            self.trouble = trouble
        self._wake()

    def known(self, version: str) -> Snapshot | None:
        """Give the snapshot of a version, if it is not too old."""
        with self._lock:
            return self._known.get(version)

    def close(self) -> None:
        """Let every page go."""
        self._is_open = False
        self._wake()

    def page(self) -> tuple[str, str]:
        """Give the page as it is now, and its policy."""
        with self._lock:
            snapshot, trouble = self.snapshot, self.trouble
        told: Json = {"faults": trouble.told()}
        return snapshot.page(told, editing=self._editing), snapshot.policy(editing=self._editing)

    async def news(self, version: str) -> AsyncIterator[str]:
        """Tell a page all that it does not know yet, as server-sent events, until the room is closed.

        Args:
            version: of the snapshot that it shows.
        """
        signal = asyncio.Event()
        place = asyncio.get_running_loop(), signal
        self._waiting.append(place)
        # A page that comes back may still show what has been mended meanwhile.
        told: Trouble | None = None
        try:
            # Something is said at once, so that the page knows that it is heard.
            yield ": here\n\n"
            while self._is_open:
                signal.clear()
                with self._lock:
                    snapshot, trouble = self.snapshot, self.trouble
                if snapshot.version != version:
                    known = self.known(version)
                    if known is None:
                        yield _event("reload", "")
                    else:
                        yield self._update(known, snapshot)
                        # All of it has gone out before the outline is begun, for which no picture waits.
                        yield ": more\n\n"
                        yield _event("outline", await asyncio.to_thread(_outline, snapshot))
                    version = snapshot.version
                if trouble != told:
                    yield _event("faults", dumps(trouble.told()))
                    told = trouble
                try:
                    await asyncio.wait_for(signal.wait(), _BEAT)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._waiting.remove(place)

    def _update(self, before: Snapshot, snapshot: Snapshot) -> str:
        key = before.version, snapshot.version
        if self._told is None or self._told[0] != key:
            told: Json = snapshot.since(before)
            written = dumps(told, ensure_ascii=False, separators=(",", ":"))
            self._told = key, _event("map", written, snapshot.version)
        return self._told[1]

    def _wake(self) -> None:
        for loop, signal in list(self._waiting):
            loop.call_soon_threadsafe(signal.set)


def _outline(snapshot: Snapshot) -> str:
    return dumps(snapshot.parts.outline)


def _event(kind: str, data: str, name: str = "") -> str:
    """Write a server-sent event; JSON has its line breaks as escapes, so that none ends a field."""
    lines = [f"event: {kind}", *([f"id: {name}"] if name else []), f"data: {data}"]
    return "\n".join(lines) + "\n\n"
