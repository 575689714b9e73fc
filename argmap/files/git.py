"""What is in the history of a git repository: asked of git, read from memory, nothing checked out."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from argmap.files.disk.programs import find_program

_PATIENCE: Final = 120
_LINK, _FOLDER = "120", "tree"
_FAILED: Final = 128
"""From here on the exit code of git tells that it failed."""

# A repository that somebody else wrote may name programs to run, and stores to fetch from.
_SAFELY: Final = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "--no-optional-locks")
_PATHS_ARE: Final = ("LITERAL", "GLOB", "NOGLOB", "ICASE")
_SURROUNDINGS: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
    # Each call says itself how its paths are meant.
    **{f"GIT_{how}_PATHSPECS": "0" for how in _PATHS_ARE},
}

_ENDINGS: Final = ("[yY][aA][mM][lL]", "[yY][mM][lL]")
_PATTERN_SIGNS: Final = re.compile(r"([\\*?\[\]])")


class GitError(Exception):
    """Git could not tell what was asked.

    Args:
        message: why, in words for people.
        hint: what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Blob:
    """A file at a revision.

    Args:
        path: where it is in the repository.
        id: git's name of its content.
        is_link: whether it is a symbolic link, whose content is where it leads.
    """

    path: PurePosixPath
    id: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class MapPath:
    """Where a map is in a repository.

    Args:
        path: inside the repository.
        is_folder: whether that is a folder, whose YAML files are the map.
    """

    path: PurePosixPath
    is_folder: bool


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A file that a commit took away from its place.

    Args:
        old: where it was.
        new: where it is now; None where it was removed.
    """

    old: PurePosixPath
    new: PurePosixPath | None


class NoRepositoryError(GitError):
    """What was asked about is in no git repository."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit.

    Args:
        id: its full name.
        parents: the last commits before it that touched what was asked for.
        author: who wrote it, by name.
        date: when it was written.
        subject: the first line of its message.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    date: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository.

    Args:
        top: its highest folder, with all links followed.
    """

    top: Path

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Find the repository that a folder is in.

        Args:
            folder: a folder, which need not be there any more.

        Raises:
            NoRepositoryError: it is in none.
            GitError: git is not there.
        """
        real = Path(os.path.realpath(folder))
        start = next(place for place in (real, *real.parents) if place.is_dir())
        try:
            top = _git(start, "rev-parse", "--show-toplevel")
        except GitError as error:
            if "not a git repository" in str(error):
                raise NoRepositoryError(f"{folder} is in no git repository") from None
            raise
        return cls(Path(os.path.realpath(os.fsdecode(top).rstrip("\n"))))

    def inner(self, path: Path) -> PurePosixPath:
        """Give the path of a file or folder inside the repository.

        Raises:
            GitError: it is a link that leads out of it.
        """
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.top):
            raise GitError(f"{path} is a link that leads out of the repository")
        return PurePosixPath(real.relative_to(self.top).as_posix())

    def commit(self, name: str) -> str | None:
        """Find the commit that a revision means; None where it means none."""
        try:
            found = _git(
                self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
            )
        except GitError:
            return None
        return found.decode("ascii").strip()

    def merge_base(self, one: str, other: str) -> str | None:
        """Find the last commit that two commits have in common; None where there is none."""
        try:
            return _git(self.top, "merge-base", "--end-of-options", one, other).decode("ascii").strip()
        except GitError:
            return None

    @property
    def is_shallow(self) -> bool:
        """Whether this is a clone without the beginning of its history."""
        return _git(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def commits_touching(self, commit: str, places: Sequence[MapPath]) -> list[Commit]:
        """List the commits up to one that touched a map.

        Args:
            commit: the name of the last commit.
            places: where the map is, or was.

        Returns:
            The commits, each behind its parents.
        """
        # Unlike `git log`, this checks no signatures, for which a repository may name a program.
        told = _git(
            self.top,
            *("rev-list", "--parents", "--topo-order", "--reverse", "--encoding=UTF-8"),
            "--format=%aN%x00%aI%x00%s",
            *(commit, "--", *(pattern for place in places for pattern in _patterns(place))),
        )
        lines = told.decode("utf-8", errors="replace").split("\n")
        return [_commit(names, about) for names, about in zip(lines[::2], lines[1::2], strict=False)]

    def taken_away(self, commits: Sequence[Commit]) -> dict[str, list[TakenAway]]:
        """Tell by commit which files it renamed or removed, as git recognises them; nothing of merges."""
        told = _git(
            self.top,
            *("diff-tree", "--stdin", "-r", "-z", "-M", "--name-status", "--diff-filter=DR"),
            asked=[commit.id for commit in commits],
        )
        found: dict[str, list[TakenAway]] = {}
        words = iter(os.fsdecode(told).split("\0"))
        files: list[TakenAway] = []
        for word in filter(None, words):
            if word.startswith(("D", "R")):
                old = PurePosixPath(next(words))
                files.append(TakenAway(old, PurePosixPath(next(words)) if word.startswith("R") else None))
            else:
                files = found.setdefault(word, [])
        return found

    def commits_between(self, old: str, new: str) -> frozenset[str]:
        """Name the commits that a commit comes from, but not those that an older one comes from."""
        return frozenset(_git(self.top, "rev-list", new, f"^{old}").decode("ascii").split())

    def list_blobs(self, commit: str, path: PurePosixPath) -> tuple[Blob, ...]:
        """List the file of a path, or the files right inside the folder of that path, at a commit.

        Args:
            commit: the name of a commit.
            path: inside the repository.

        Returns:
            The files, sorted by name; none where there was nothing of that path.
        """
        entries = list(self._entries(commit, "" if path == PurePosixPath() else str(path)))
        if len(entries) == 1 and entries[0][0] == _FOLDER:
            entries = list(self._entries(commit, f"{path}/"))
        blobs = [
            Blob(PurePosixPath(name), id_, is_link=mode.startswith(_LINK))
            for kind, mode, id_, name in entries
            if kind == "blob"
        ]
        return tuple(sorted(blobs, key=lambda blob: blob.path))

    def _entries(self, commit: str, path: str) -> Iterator[tuple[str, str, str, str]]:
        where = ["--", path] if path else []
        listed = _git(self.top, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, *where)
        for line in os.fsdecode(listed).split("\0"):
            if line:
                about, _, name = line.partition("\t")
                mode, kind, id_ = about.split()
                yield kind, mode, id_, name

    def sizes(self, blobs: Sequence[Blob]) -> list[int]:
        """Give the number of bytes of each file.

        Raises:
            GitError: one of them is not there, as in a clone without all of its contents.
        """
        told = _git(self.top, "cat-file", "--batch-check=%(objectsize)", asked=[blob.id for blob in blobs])
        return [_size(line, blob) for line, blob in zip(told.splitlines(), blobs, strict=True)]

    def read(self, blobs: Sequence[Blob]) -> list[bytes]:
        """Read the content of each file.

        Raises:
            GitError: one of them is not there, as in a clone without all of its contents.
        """
        told = _git(self.top, "cat-file", "--batch", asked=[blob.id for blob in blobs])
        contents, start = [], 0
        for blob in blobs:
            end = told.index(b"\n", start)
            size = _size(told[start:end].rpartition(b" ")[2], blob)
            contents.append(told[end + 1 : end + 1 + size])
            start = end + 1 + size + 1
        return contents


def merge_file(
    base: Path, ours: Path, theirs: Path, *, names: tuple[str, str], size: int
) -> tuple[bytes, bool]:
    """Merge two versions of a file by lines.

    Args:
        base: the version from which both come.
        ours: our version.
        theirs: the other version.
        names: what the two sides are called in marks.
        size: how many signs a mark has.

    Returns:
        The content, and whether it has conflicts.

    Raises:
        GitError: git is not there or could not do it.
    """
    labels = [word for name in (names[0], "base", names[1]) for word in ("-L", name)]
    files = [str(path.absolute()) for path in (ours, base, theirs)]
    done = _run(ours.parent, "merge-file", "-p", "-q", f"--marker-size={size}", *labels, *files)
    if not 0 <= done.returncode < _FAILED:
        raise _failure(done)
    return done.stdout, bool(done.returncode)


def safely(folder: Path, *words: str) -> tuple[list[str], Mapping[str, str]]:
    """Give a command of git, and its environment, that runs nothing that the repository names.

    Args:
        folder: a folder of the repository.
        words: what git is to do.

    Raises:
        GitError: git is not there.
    """
    program = find_program("git")
    if program is None:
        raise GitError("git is not installed", "name two folders or files instead")
    return [str(program), "-C", str(folder), *_SAFELY, *words], os.environ | _SURROUNDINGS


def _patterns(place: MapPath) -> list[str]:
    """Give what git calls the file of a map, or the YAML files right inside its folder."""
    if not place.is_folder:
        return [f":(top,literal){place.path}"]
    inner = _PATTERN_SIGNS.sub(r"\\\1", str(place.path))
    start = "" if place.path == PurePosixPath() else f"{inner}/"
    return [f":(top,glob){start}*.{ending}" for ending in _ENDINGS]


def _commit(names: str, about: str) -> Commit:
    _, id_, *parents = names.split()
    author, date, subject = about.split("\0", 2)
    return Commit(id_, tuple(parents), author, datetime.fromisoformat(date), subject)


def _git(folder: Path, *words: str, asked: Sequence[str] = ()) -> bytes:
    done = _run(folder, *words, asked="".join(f"{one}\n" for one in asked))
    if done.returncode:
        raise _failure(done)
    return done.stdout


def _run(folder: Path, *words: str, asked: str = "") -> "subprocess.CompletedProcess[bytes]":
    command, surroundings = safely(folder, *words)
    try:
        return subprocess.run(  # noqa: S603 — git, as it is found on the PATH
            command,
            input=asked.encode("ascii"),
            capture_output=True,
            env=surroundings,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"git did not answer within {_PATIENCE} s") from None


def _failure(done: "subprocess.CompletedProcess[bytes]") -> GitError:
    told = done.stderr.decode(errors="replace").strip().splitlines()
    return GitError(told[0].removeprefix("fatal: ") if told else f"git left with {done.returncode}")


def _size(told: bytes, blob: Blob) -> int:
    if not told.strip().isdigit():
        raise GitError(f"{blob.path} is not in this clone", "fetch it, as with `git fetch --refetch`")
    return int(told)
