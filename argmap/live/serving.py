"""Serving a page of a map that follows its files."""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock, Thread
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from argmap.files.assembling import Loaded
from argmap.files.find import FoundMap
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.load import read_map
from argmap.files.record_cache import RecordCache
from argmap.live.door import ADDRESS
from argmap.live.following import Follower
from argmap.live.room import Room
from argmap.live.snapshot import Snapshot, Studio, version_of
from argmap.live.trouble import Trouble, trouble_in
from argmap.queries.select import NoMatchError
from argmap.render.engine import EngineError
from argmap.render.service import NothingToDrawError

_PATIENCE: Final = 3.0
"""Seconds within which the server lets its last requests go."""


class Exhibition:
    """A map that is shown while it changes.

    Args:
        found: where it is.
        studio: draws it.
        editor: in which editor the places of findings open.
    """

    def __init__(self, found: FoundMap, studio: Studio, editor: str | None = None) -> None:
        self._path: Path = found.path
        self._studio = studio
        self._editor = editor
        self._cache = RecordCache()
        # Pages wish, and files change, on threads of their own.
        self._lock = RLock()

    def read(self) -> Loaded:
        """Read the map as it stands in its files now."""
        with self._lock:
            return read_map(self._path, self._cache)

    def snapshot(self, loaded: Loaded) -> Snapshot:
        """Draw the map, as `Studio.snapshot` does."""
        return self._studio.snapshot(loaded)

    def renew(self, room: Room) -> None:
        """Show the map as it stands in its files now, or say why that cannot be."""
        with self._lock, no_garbage_collection():
            self._renew(room)

    def _renew(self, room: Room) -> None:
        loaded = self.read()
        if loaded.errors:
            return room.warn(trouble_in(loaded, self._editor))
        if version_of(loaded) == room.snapshot.version and not room.trouble:
            return None
        try:
            return room.show(self.snapshot(loaded))
        except (NoMatchError, NothingToDrawError, EngineError) as error:
            return room.warn(Trouble(f"The picture is not that of the files now: {error}"))


def bind(port: int) -> socket.socket:
    """Take a port of the loopback interface.

    Args:
        port: which; 0 for any that is free.

    Raises:
        OSError: it is taken, or may not be used.
    """
    return socket.create_server((ADDRESS, port))


@contextmanager
def serving(app: ASGIApp, listener: socket.socket, room: Room) -> Iterator[None]:
    """Answer requests beside what happens inside; all of it has ended afterwards.

    Args:
        app: what answers.
        listener: where requests come in.
        room: is closed at the end, so that pages let go.
    """
    settings = uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_config=None,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        ws="none",
    )
    # What a client sends wrongly is told to it alone.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    server = uvicorn.Server(settings)
    # In a thread that is not the main one it leaves the signals alone.
    thread = Thread(target=lambda: server.run([listener]), name="serving", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        room.close()
        thread.join(_PATIENCE)


def follow(exhibition: Exhibition, room: Room, follower: Follower) -> None:
    """Show each change, until an exception ends it.

    Args:
        exhibition: the map.
        room: where it is shown.
        follower: tells of changes.
    """
    while True:
        follower.wait()
        exhibition.renew(room)
