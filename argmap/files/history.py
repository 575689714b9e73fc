"""A map through the history of its git repository: each commit that touched it, one after the other."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from argmap.files.assembling import Loaded, assemble
from argmap.files.git import Blob, Commit, GitError, MapPath, Repository
from argmap.files.git_objects import Objects, open_objects
from argmap.files.load import MAX_BYTES
from argmap.files.moves import Trail, follow_moves
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from argmap.files.records.rereading import read_again
from argmap.files.revision import unread
from argmap.files.yaml.decoding import decode, line_starts

_LAST: Final = "HEAD"
_KEPT: Final = 4
"""So many versions of a file are kept, as branches take turns."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A map at a commit.

    Args:
        commit: the commit.
        loaded: the map, faults and all; None where the commit has no file of it.
        followers: how many of the commits that are told come right behind it.
    """

    commit: Commit
    loaded: Loaded | None
    followers: int


@dataclass(frozen=True, slots=True)
class MapHistory:
    """The commits that touched a map.

    Args:
        repository: where they are.
        trail: where the map is inside the repository, and where it was before it was moved.
        head: the name of the last commit.
        commits: those that touched the map, each behind its parents.
    """

    repository: Repository
    trail: Trail
    head: str
    commits: tuple[Commit, ...]

    @classmethod
    def of(cls, path: Path) -> "MapHistory":
        """Find the commits up to the last one that touched a map.

        Args:
            path: its folder or file.

        Raises:
            GitError: it is in no repository, no commit touched it, or git cannot tell.
        """
        repository = Repository.around(path if path.is_dir() else path.parent)
        place = MapPath(repository.inner(path), is_folder=path.is_dir())
        head = repository.commit(_LAST)
        if head is None:
            raise GitError("the repository has no commit yet", "commit the map, and ask again")
        trail, commits = follow_moves(repository, head, place)
        if not commits:
            raise GitError(f"no commit holds a map in {path}", "commit the map, and ask again")
        return cls(repository, trail, head, commits)

    def read(self) -> Iterator[Revision]:
        """Read the map at each commit, each behind its parents.

        Raises:
            GitError: git cannot tell.
        """
        followers = Counter(parent for commit in self.commits for parent in commit.parents)
        with open_objects(self.repository) as objects:
            reader = _Reader(objects, self.trail)
            for commit in self.commits:
                yield Revision(commit, reader.read(commit), followers[commit.id])

    def since(self, words: str) -> Callable[[Commit], bool]:
        """Find the commits since a revision or a day.

        Args:
            words: the revision, whose own changes do not count, or a date as in 2026-01-31, which does.

        Raises:
            GitError: it is neither.
        """
        if old := self.repository.commit(words):
            recent = self.repository.commits_between(old, self.head)
            return lambda commit: commit.id in recent
        try:
            start = datetime.fromisoformat(words).astimezone()
        except (ValueError, OverflowError):
            raise GitError(f"`{words}` is no revision and no date", "write a date as 2026-01-31") from None
        return lambda commit: commit.date >= start


class _Reader:
    """Reads what is different from what was read before."""

    def __init__(self, objects: Objects, trail: Trail) -> None:
        self._objects = objects
        self._trail = trail
        self._records: dict[PurePosixPath, OrderedDict[str, FileRecords]] = {}
        self._last: tuple[tuple[Blob, ...], Loaded] | None = None

    def read(self, commit: Commit) -> Loaded | None:
        blobs = self._trail.find(self._objects, commit)
        if not blobs:
            return None
        if self._last is None or self._last[0] != blobs:
            self._last = blobs, assemble([self._file(blob) for blob in blobs], Path())
        return self._last[1]

    def _file(self, blob: Blob) -> FileRecords:
        kept = self._records.setdefault(blob.path, OrderedDict())
        if blob.id in kept:
            kept.move_to_end(blob.id)
            return kept[blob.id]
        raw = None if blob.is_link else self._objects.read(blob, MAX_BYTES)
        if raw is None:
            return unread(blob, str(blob.path))
        before = next(reversed(kept.values()), None)
        records = kept[blob.id] = _read(str(blob.path), raw, before)
        if len(kept) > _KEPT:
            kept.popitem(last=False)
        return records


def _read(name: str, raw: bytes, before: FileRecords | None) -> FileRecords:
    """Read a file, only its changed records where that is enough."""
    if before is None:
        return read_bytes(name, None, raw)
    text, faults = decode(raw, name)
    if faults:
        return read_bytes(name, None, raw)
    return read_again(before, name, None, text, line_starts(text))
