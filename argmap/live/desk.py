"""Where wishes of pages are carried out, one after the other, or refused."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.authoring.adding import doubts_of_quote
from argmap.editing.map_edit import MapEdit, restore
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import Loaded
from argmap.live.carrying_out import WishRefusedError, carry_out
from argmap.live.meanwhile import conflict
from argmap.live.room import Room
from argmap.live.serving import Exhibition
from argmap.live.snapshot import version_of
from argmap.live.wishes import Undo, Wish, read_wish
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import Standing, find_standing
from argmap.render.html.document import Json
from argmap.text.lists import and_list
from argmap.text.reasons import reason

_MOST_UNDONE: Final = 100
"""So many changes can be taken back, one after the other."""

_OUT_OF_DATE: Final = "This page shows an old state of the map. Look at what has changed, and save again."

_Written = dict[Path, tuple[bytes | None, bytes | None]]


class Desk:
    """Changes a map as pages wish, and lets every page show it.

    Args:
        exhibition: the map.
        room: where it is shown.
    """

    def __init__(self, exhibition: Exhibition, room: Room) -> None:
        self._exhibition = exhibition
        self._room = room
        self._lock = Lock()
        self._done: deque[_Written] = deque(maxlen=_MOST_UNDONE)

    def answer(self, body: Any) -> Json:  # noqa: ANN401 — whatever JSON holds
        """Carry out a wish, or say what would come of it, or why it cannot be.

        Args:
            body: what a page sent.

        Returns:
            What to tell the page: what came of it, or under ``refused`` or ``conflict`` why nothing did.

        Raises:
            MalformedWishError: it is no wish.
        """
        wish = read_wish(body)
        try:
            with self._lock:
                return self._undone() if isinstance(wish, Undo) else self._carried_out(wish)
        except WishRefusedError as error:
            return {"refused": str(error), "remedy": error.remedy}
        except EditRefusedError as error:
            return {"refused": str(error)}
        except OSError as error:
            return {"refused": f"{error.filename or 'A file'} cannot be written: {reason(error)}."}

    def _carried_out(self, wish: Wish) -> Json:
        loaded = self._exhibition.read()
        if loaded.errors:
            return {"refused": f"The map has errors to mend first: {loaded.errors[0]}"}
        if why := self._conflict(wish, loaded):
            return {"conflict": why}
        edit, key = carry_out(loaded, wish)
        told = [*_consequences(loaded.map, edit), *_doubts(loaded, edit, key)]
        if wish.dry:
            return {"id": key, "told": told}
        files = edit.write()
        if edit.written:
            self._done.append(edit.written)
        self._exhibition.renew(self._room)
        return {"id": key, "told": told, "files": files, "version": self._room.snapshot.version}

    def _conflict(self, wish: Wish, loaded: Loaded) -> str:
        if wish.version == version_of(loaded):
            return ""
        shown = self._room.known(wish.version)
        return conflict(wish, shown.loaded.map, loaded.map) if shown else _OUT_OF_DATE

    def _undone(self) -> Json:
        if not self._done:
            raise WishRefusedError("There is nothing to take back.")
        try:
            restore(self._done[-1])
        except EditRefusedError as error:
            raise WishRefusedError(f"It is not taken back: {error.reason}.") from None
        files = self._done.pop()
        self._exhibition.renew(self._room)
        return {"told": [], "files": [path.name for path in files]}


def _consequences(before: ArgumentMap, edit: MapEdit) -> Iterator[str]:
    """Say what an edit does to the debate: who owes a reply then, and what stands otherwise than before."""
    after = edit.after().map
    was, now = find_standing(before), find_standing(after)
    for key in after.rebuttals:
        yield from _of_one(after, key, was, now, is_new=key not in before.rebuttals)


def _doubts(before: Loaded, edit: MapEdit, key: str) -> Iterator[str]:
    """Say what is wrong with a quote that an edit brings, or that it could not be looked up."""
    after = edit.after()
    old, new = (one.map.statements.get(key) for one in (before, after))
    if new and (old is None or (old.quote, old.source) != (new.quote, new.source)):
        for doubt in doubts_of_quote(after, new):
            yield f"{doubt[:1].upper()}{doubt[1:]}{'' if doubt.endswith('?') else '.'}"


def _of_one(after: ArgumentMap, key: str, was: Standing, now: Standing, *, is_new: bool) -> Iterator[str]:
    rebuttal = after.rebuttals[key]
    bucket, old = now.buckets.get(key), was.buckets.get(key)
    if bucket is None or (not is_new and bucket is old):
        return
    if not is_new:
        before = f"no longer {old.words}, but " if old else ""
        yield f"“{rebuttal.label}” is {before}{bucket.words}."
    if bucket in NEEDS_REPLY:
        names = [after.person_name(person) for person in owed_by(after, rebuttal)]
        owing = f"{and_list(names)} {'owe' if len(names) > 1 else 'owes'} a reply."
        yield owing if names else "Nobody is there to reply."
