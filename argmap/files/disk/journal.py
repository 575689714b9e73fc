"""The record of a change of several files that is decided, but perhaps not yet done.

Before a change the new content of each file is *staged*: it lies complete beside the file. The journal
names them all, in a folder above all of them. Once it is there, the change counts as done, even if argmap is
killed. Who reads takes what is staged where it is not yet in place; who writes puts it in place first.

A journal may come with a repository that nobody trusts. All that it can do is to put a staged file, whose
name only argmap gives, in place of a file beside it, whose content the journal must know.
"""

import json
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from argmap.files.disk.names import JOURNAL, is_own, is_temporary
from argmap.files.disk.reading import read_bytes
from argmap.text.reasons import reason

_VERSION: Final = 1
_MOST_BYTES: Final = 64 * 1024 * 1024
_LONGEST: Final = 1 << 40
"""Whoever reads a map sets its limit; here the content is only compared."""
_SEPARATORS: Final = frozenset("/\0") | ({"\\", ":"} if os.name == "nt" else set())


class JournalError(OSError):
    """A journal cannot be followed.

    Args:
        journal: where it is.
        problem: why not, as the end of a sentence that begins with its name.
    """

    def __init__(self, journal: Path, problem: str) -> None:
        super().__init__(0, f"the {journal.name} of an interrupted change {problem}", str(journal))
        self.journal = journal
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one file.

    Args:
        target: the file.
        staged: what comes in its place; None where it is to go.
        spare: a second name of what is there, to take it back; None where nothing is.
        old: the digest of what is there; None where nothing is.
        new: the digest of what is staged.
    """

    target: Path
    staged: Path | None
    spare: Path | None
    old: str | None
    new: str | None

    @property
    def back(self) -> "Step":
        """What takes this one back."""
        return replace(self, staged=self.spare, spare=self.staged, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True)
class Journal:
    """A change that is decided.

    Args:
        home: the folder in which the journal lies.
        steps: what becomes of each file.
        raw: the journal as it stands on the disk.
    """

    home: Path
    steps: tuple[Step, ...]
    raw: bytes = b""

    @property
    def path(self) -> Path:
        """Where the journal is."""
        return self.home / JOURNAL

    @property
    def folders(self) -> set[Path]:
        """The folders in which something changes."""
        return {step.target.parent for step in self.steps}

    def is_pending(self, step: Step) -> bool:
        """Tell whether a step is still to be done.

        Raises:
            JournalError: its files are not what the journal says.
            OSError: they cannot be read.
        """
        self._check_folder(step)
        present = digest_of(step.target)
        if step.staged is None:
            return present == step.old
        # What is staged goes away in the moment in which it is put in place.
        if present == step.new or not os.path.lexists(step.staged):
            return False
        if present != step.old:
            raise JournalError(self.path, f"is older than {step.target.name}, which has changed since")
        staged = digest_of(step.staged)
        if staged is None:  # at this moment
            return False
        if staged != step.new:
            raise JournalError(self.path, f"has not what it promises for {step.target.name}")
        return True

    def _check_folder(self, step: Step) -> None:
        """Make sure that no link leads out of the folder of the journal."""
        folder = self.home
        for part in step.target.parent.relative_to(self.home).parts:
            folder /= part
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise JournalError(self.path, f"leads through {part}, which is not a folder")


def digest(content: bytes) -> str:
    """Give the digest by which a content is known."""
    return blake2b(content, digest_size=32).hexdigest()


def digest_of(path: Path) -> str | None:
    """Give the digest of a file; None where there is none.

    Raises:
        OSError: it is a link or no regular file, or cannot be read.
    """
    try:
        if stat.S_ISLNK(path.lstat().st_mode):
            raise OSError(0, "it is a link", str(path))
        return digest(read_bytes(path, _LONGEST))
    except FileNotFoundError:
        return None


def encode(home: Path, steps: Iterable[Step]) -> bytes:
    """Write a journal."""
    listed = [
        {
            "file": step.target.relative_to(home).parts,
            "staged": step.staged and step.staged.name,
            "spare": step.spare and step.spare.name,
            "old": step.old,
            "new": step.new,
        }
        for step in steps
    ]
    return json.dumps({"argmap-journal": _VERSION, "files": listed}, indent=1).encode()


def read_journal(home: Path) -> Journal | None:
    """Read the journal of a folder; None where there is none, or none that whoever owns the folder wrote.

    Raises:
        JournalError: it is not what argmap writes.
    """
    path = home / JOURNAL
    try:
        status = path.lstat()
    except OSError:
        return None
    if _is_strange(status, home):
        return None
    try:
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a regular file")  # noqa: TRY301 — one way to say what is wrong
        raw = read_bytes(path, _MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise JournalError(path, f"cannot be read: {reason(error)}") from error
    return Journal(home, _decode(home, raw), raw)


def journals_over(folder: Path) -> list[Journal]:
    """Find the journals that say something of files in a folder, the nearest first.

    Args:
        folder: the folder, without links in its path.

    Raises:
        JournalError: there is one that is not what argmap writes.
    """
    found = (read_journal(home) for home in (folder, *folder.parents))
    return [journal for journal in found if journal and folder in journal.folders]


def _is_strange(status: os.stat_result, home: Path) -> bool:
    """Tell whether a journal in a folder for everybody, such as /tmp, is somebody else's."""
    around = home.stat()
    owners = {around.st_uid, os.geteuid()} if hasattr(os, "geteuid") else {status.st_uid}
    return bool(around.st_mode & stat.S_ISVTX) and status.st_uid not in owners


def _decode(home: Path, raw: bytes) -> tuple[Step, ...]:
    path = home / JOURNAL
    try:
        document = json.loads(raw)
        if document["argmap-journal"] != _VERSION:
            raise JournalError(path, "was written by another version of argmap")
        steps = tuple(_step(home, entry) for entry in document["files"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise JournalError(path, "is not what argmap writes") from error
    named = [name for step in steps for name in (step.target, step.staged, step.spare) if name]
    if len(set(named)) < len(named):
        raise JournalError(path, "names a file twice")
    return steps


def _step(home: Path, entry: dict[str, Any]) -> Step:
    parts = entry["file"]
    if not isinstance(parts, list) or not parts or not all(map(_is_plain, parts)):
        raise ValueError(parts)
    target = home.joinpath(*parts)
    staged, spare = (_beside(target, entry[name]) for name in ("staged", "spare"))
    return Step(target, staged, spare, _text(entry["old"]), _text(entry["new"]))


def _is_plain(part: object) -> bool:
    """Tell whether a part of a path is a name that leads down, and neither argmap's nor git's own."""
    return (
        isinstance(part, str)
        and part not in {"", ".", ".."}
        and not _SEPARATORS.intersection(part)
        and part.lower().rstrip(". ") != ".git"
        and not is_own(part)
    )


def _beside(target: Path, name: object) -> Path | None:
    if name is None:
        return None
    if not isinstance(name, str) or not is_temporary(name):
        raise ValueError(name)
    return target.parent / name


def _text(value: object) -> str | None:
    if not isinstance(value, str | None):
        raise TypeError(value)
    return value
