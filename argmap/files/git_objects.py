"""The objects of a git repository, from one process of git that is asked again and again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from argmap.files.git import Blob, GitError, Repository, safely

_FOLDER, _LINK, _MODULE = b"40000", b"120000", b"160000"
_PIECE: Final = 1 << 20


class Objects:
    """Reads objects; `open_objects` makes it.

    Args:
        process: `git cat-file --batch`.
        folder: where it runs.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._process = process
        self._folder = folder

    def list_blobs(self, commit: str, path: PurePosixPath) -> tuple[Blob, ...]:
        """List the file of a path, or the files right inside the folder of that path, at a commit.

        Args:
            commit: the full name of a commit.
            path: inside the repository.

        Returns:
            The files, sorted by name; none where there was nothing of that path.
        """
        if path == PurePosixPath():
            return self._blobs(f"{commit}^{{tree}}", path, commit)
        above = "" if path.parent == PurePosixPath() else str(path.parent)
        for mode, name, id_ in self._entries(f"{commit}:{above}", commit):
            if name == path.name and mode == _FOLDER:
                return self._blobs(id_, path, commit)
            if name == path.name and mode != _MODULE:
                return (Blob(path, id_, is_link=mode == _LINK),)
        return ()

    def _blobs(self, name: str, path: PurePosixPath, commit: str) -> tuple[Blob, ...]:
        blobs = [
            Blob(path / name, id_, is_link=mode == _LINK)
            for mode, name, id_ in self._entries(name, commit)
            if mode not in {_FOLDER, _MODULE}
        ]
        return tuple(sorted(blobs, key=lambda blob: blob.path))

    def _entries(self, name: str, commit: str) -> Iterator[tuple[bytes, str, str]]:
        """Give the mode, name and object of each entry of a tree; none where there is no such tree."""
        found = self._ask(name)
        if found is None or found[0] != b"tree":
            self._skip(found[1] if found else 0, present=found is not None)
            return
        rest, width = self._take(found[1]), len(commit) // 2
        start = 0
        while start < len(rest):
            end = rest.index(b"\0", start)
            mode, _, called = rest[start:end].partition(b" ")
            start = end + 1 + width
            yield mode, called.decode("utf-8", errors="surrogateescape"), rest[end + 1 : start].hex()

    def read(self, blob: Blob, most: int) -> bytes | None:
        """Read the content of a file; None where it has more bytes than `most`.

        Raises:
            GitError: it is not there, as in a clone without all of its contents.
        """
        found = self._ask(blob.id)
        if found is None:
            raise GitError(f"{blob.path} is not in this clone", "fetch it, as with `git fetch --refetch`")
        _, size = found
        if size > most:
            self._skip(size, present=True)
            return None
        return self._take(size)

    def _ask(self, name: str) -> tuple[bytes, int] | None:
        """Ask for an object; give its kind and size, or None where it is not there."""
        if "\n" in name:
            raise GitError("a folder with a line break in its name has no history that could be read")
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin  # noqa: S101 — both are pipes
        assert stdout  # noqa: S101
        try:
            stdin.write(name.encode("utf-8", errors="surrogateescape") + b"\n")
            stdin.flush()
            told = stdout.readline()
        except OSError:
            told = b""
        if not told:
            raise GitError(f"git left while {self._folder} was read")
        parts = told.split()
        return (parts[-2], int(parts[-1])) if parts[-1].isdigit() else None

    def _take(self, size: int) -> bytes:
        assert self._process.stdout  # noqa: S101 — a pipe
        content = self._process.stdout.read(size)
        self._process.stdout.read(1)
        if len(content) < size:
            raise GitError(f"git left while {self._folder} was read")
        return content

    def _skip(self, size: int, *, present: bool) -> None:
        if not present:
            return
        assert self._process.stdout  # noqa: S101 — a pipe
        left = size + 1
        while left > 0:
            left -= len(self._process.stdout.read(min(left, _PIECE))) or left


@contextmanager
def open_objects(repository: Repository) -> Iterator[Objects]:
    """Ask for objects of a repository as long as this is open.

    Raises:
        GitError: git is not there.
    """
    command, surroundings = safely(repository.top, "cat-file", "--batch")
    process = subprocess.Popen(  # noqa: S603 — git, as it is found on the PATH
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings,
    )
    with process:
        try:
            yield Objects(process, repository.top)
        finally:
            process.kill()
