"""Several files that change together or not at all, whatever happens in between."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from argmap.files.disk.journal import Journal, JournalError, Step, digest, digest_of, encode, read_journal
from argmap.files.disk.names import Names
from argmap.files.disk.recovery import alone, put_in_place, sweep, take_step, tidy
from argmap.files.disk.staging import check_target, flush_folder, stage
from argmap.signals import undisturbed

Known = bytes | str | None
"""What a file is known to hold: its content, the `digest` of that, or None where it is not there."""

_NOTHING: Final[Mapping[Path, Known]] = MappingProxyType({})


class ChangedMeanwhileError(OSError):
    """A file is no longer what it was when a change was planned; nothing was written.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(0, "it has changed meanwhile", str(path))
        self.path = path


def write_together(changes: Mapping[Path, bytes | None], expected: Mapping[Path, Known] = _NOTHING) -> None:
    """Change several files at once: whoever reads the map sees all of them old or all of them new.

    Links are not followed; resolve those that the user named. Permissions and owners stay. Other names of
    a file keep its old content, as in git. What an interrupted change left over is finished first.

    Args:
        changes: what each file shall hold, in a folder that is there; None deletes it.
        expected: what files, also others, must hold for the change to make sense.

    Raises:
        ChangedMeanwhileError: a file holds something else than expected.
        JournalError: what an interrupted change left over cannot be finished without losing something.
        OSError: something cannot be written, which `filename` names; then nothing has changed.
    """
    if not changes:
        return
    called = {_real(path): path for path in (*expected, *changes)}
    wanted = {_real(path): content for path, content in changes.items()}
    known = {_real(path): content for path, content in expected.items()}
    folders = {target.parent for target in wanted}
    home = _folder_above(folders)
    with alone(home, {target.parent for target in called}), undisturbed(), _tidied(home, folders):
        change = _Change(home, called)
        change.check(known)
        steps = change.stage(wanted)
        change.check(known)
        change.make(steps)


def _real(path: Path) -> Path:
    with _naming(path):
        return path.parent.resolve(strict=True) / path.name


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let errors name a file as the user does, and no other."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _folder_above(folders: Collection[Path]) -> Path:
    try:
        return Path(os.path.commonpath(list(folders)))
    except ValueError as error:  # on Windows
        raise OSError(0, "files on two drives cannot change together") from error


@contextmanager
def _tidied(home: Path, folders: Collection[Path]) -> Iterator[None]:
    """Leave nothing staged behind, unless a change is decided that could not be put in place."""
    for folder in {home, *folders}:
        sweep(folder)
    try:
        yield
    finally:
        # What cannot be removed harms nobody; the next change removes it.
        with suppress(OSError):
            _tidy(home, folders)


def _tidy(home: Path, folders: Collection[Path]) -> None:
    left = read_journal(home)
    if left is None:
        for folder in {home, *folders}:
            sweep(folder)
    elif not any(left.is_pending(step) for step in left.steps):
        tidy(left)


class _Change:
    """A change in the making.

    Args:
        home: the folder in which its journal lies.
        called: what the user calls each file.
    """

    def __init__(self, home: Path, called: Mapping[Path, Path]) -> None:
        self._home = home
        self._called = called
        self._names = Names()

    def check(self, known: Mapping[Path, Known]) -> None:
        """Make sure that files hold what they should."""
        for target, content in known.items():
            with _naming(self._called[target]):
                present = digest_of(target)
            if present != (digest(content) if isinstance(content, bytes) else content):
                raise ChangedMeanwhileError(self._called[target])

    def stage(self, wanted: Mapping[Path, bytes | None]) -> list[Step]:
        """Write what files shall hold beside them, where that is not what they hold."""
        steps = []
        for target, content in wanted.items():
            with _naming(self._called[target]):
                there = check_target(target) is not None
                old = digest_of(target) if there else None
                new = None if content is None else digest(content)
                if old != new:
                    staged = self._staged(target, content, like=target if there else None)
                    spare = self._spare(target) if there and len(wanted) > 1 else None
                    steps.append(Step(target, staged, spare, old, new))
        return steps

    def _staged(self, target: Path, content: bytes | None, like: Path | None) -> Path | None:
        if content is None:
            return None
        staged = self._names.new(target.parent)
        stage(staged, content, like)
        return staged

    def _spare(self, target: Path) -> Path:
        """Give what is in a file a second name, or copy it where that cannot be."""
        spare = self._names.old(target.parent)
        try:
            os.link(target, spare, follow_symlinks=False)
        except (OSError, NotImplementedError):
            stage(spare, target.read_bytes(), like=target)
        return spare

    def make(self, steps: Sequence[Step]) -> None:
        """Do what is staged, all of it or nothing."""
        if len(steps) == 1:
            self._take(steps[0])
        elif steps:
            self._take_all(steps)

    def _take_all(self, steps: Sequence[Step]) -> None:
        forth = Journal(self._home, tuple(steps))
        back = Journal(self._home, tuple(step.back for step in steps))
        decided, undone = (self._record(journal) for journal in (forth, back))
        for folder in forth.folders:
            flush_folder(folder)
        for step in steps:
            self._check_fit(step)
        try:
            decided.rename(forth.path)
            flush_folder(self._home)
            for step in steps:
                self._take(step)
        except BaseException:
            undone.replace(back.path)
            put_in_place(back)
            raise

    def _record(self, journal: Journal) -> Path:
        """Write a journal where it does not count yet; whoever may read the map may read it."""
        place = self._names.new(self._home)
        with _naming(self._called[journal.steps[0].target]):
            stage(place, encode(self._home, journal.steps), like=None)
            place.chmod(0o644)
        return place

    def _take(self, step: Step) -> None:
        self._check_fit(step)
        with _naming(self._called[step.target]):
            take_step(step)
        flush_folder(step.target.parent)

    def _check_fit(self, step: Step) -> None:
        """Make sure that the file is still what it was when its next content was staged."""
        with suppress(JournalError):
            if Journal(self._home, (step,)).is_pending(step):
                return
        raise ChangedMeanwhileError(self._called[step.target])
