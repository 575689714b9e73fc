"""An edit of a map: what is to change in each of its files, proved and then written all or not at all."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.editing.diffs import diff_of
from argmap.editing.emptied import with_emptied_sections
from argmap.editing.intention import Intention
from argmap.editing.planning import plan_changes
from argmap.editing.refusal import EditRefusedError
from argmap.editing.verifying import Verified, verify
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk.listing import shown_name
from argmap.files.disk.snapshot import read_file
from argmap.files.disk.together import ChangedMeanwhileError, write_together
from argmap.files.load import MAX_BYTES
from argmap.files.records.read_text import read_text
from argmap.files.yaml.decoding import decode
from argmap.files.yaml.places import ReadFile
from argmap.text.reasons import reason

_BOM: Final = b"\xef\xbb\xbf"


class MapEdit:
    """The changes that are meant in the files of a map.

    Args:
        loaded: the map as it was read.

    Attributes:
        written: each file that `write` wrote, with what it held before and holds now.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self._files: dict[str, ReadFile] = dict(loaded.places.files)
        self._intentions: dict[str, Intention] = {}
        self._begun: set[str] = set()
        self._rewritten: dict[str, str] = {}
        self._proved: dict[str, tuple[Intention, Verified]] = {}
        self.written: dict[FilePath, tuple[bytes | None, bytes | None]] = {}
        self._others: dict[FilePath, tuple[bytes | None, bytes]] = {}

    def of(self, name: str) -> Intention:
        """Give what is to change in a file, to which more can be added."""
        return self._intentions.setdefault(name, Intention())

    def begin(self, path: FilePath) -> str:
        """Begin a file that is not there yet.

        Args:
            path: the file, in the folder of the map.

        Returns:
            The name by which the edit knows it.
        """
        name = shown_name(path)
        self._files[name] = ReadFile(name, "", "", path=path.absolute())
        self._begun.add(name)
        return name

    def rewrite(self, name: str, text: str) -> None:
        """Mean a file to have another text, which whoever wrote it has proved already.

        Args:
            name: the file.
            text: all of its new text.
        """
        self._rewritten[name] = text

    def verified(self) -> dict[str, Verified]:
        """Work out the new text of every file that changes, and prove it.

        Returns:
            Name of the file to its new text.

        Raises:
            EditRefusedError: one of them cannot be changed as is meant.
        """
        found = {
            name: Verified(text, {})
            for name, text in self._rewritten.items()
            if text != self._files[name].text
        }
        for name, intention in self._intentions.items():
            if intention:
                file = self._files[name]
                new = self._edited(file, intention)
                if new.text != file.text:
                    found[name] = new
        return found

    def _edited(self, file: ReadFile, intention: Intention) -> Verified:
        """Change the text of a file, or give what was proved for the same intention before."""
        known, proved = self._proved.get(file.name, (None, None))
        if proved is None or known != intention:
            known, proved = Intention(), edited(file, intention)
            known.add(intention)
            self._proved[file.name] = known, proved
        return proved

    def also(self, path: FilePath, before: bytes | None, after: bytes) -> None:
        """Mean a file that is not read as a part of the map, such as its settings, to change with it.

        Args:
            path: the file.
            before: what it holds; None where there is no such file.
            after: what it shall hold.
        """
        self._others[path] = (before, after)

    def confirm(self, meant: ArgumentMap) -> Loaded:
        """Prove that the changed files read as a map, record by record.

        Args:
            meant: that map.

        Returns:
            The map as it is read from the changed files.

        Raises:
            EditRefusedError: they read otherwise, or have errors that they did not have before.
        """
        after = self.after()
        if after.map != meant:
            raise EditRefusedError(None, "the changed files would not read as the map that is meant")
        return after

    def after(self) -> Loaded:
        """Read the map from the changed files before they are written.

        Raises:
            EditRefusedError: they cannot be changed so, or have errors that they did not have before.
        """
        verified = self.verified()
        texts = {
            name: verified[name].text if name in verified else file.text for name, file in self._files.items()
        }
        records = [read_text(name, self._files[name].path, text) for name, text in texts.items()]
        after = assemble(records, self.loaded.folder)
        known = {(error.code, error.message) for error in self.loaded.errors}
        for error in after.errors:
            if (error.code, error.message) not in known:
                raise EditRefusedError(
                    self._files.get(error.location.file), f"{error.message} ({error.code})"
                )
        return after

    def diff(self) -> str:
        """Show what would change as a unified diff.

        Raises:
            EditRefusedError: one of the files cannot be changed as is meant.
        """
        inside = [
            diff_of(name, None if name in self._begun else self._files[name].text, new.text)
            for name, new in self.verified().items()
        ]
        outside = [
            diff_of(shown_name(path), None if before is None else before.decode(), after.decode())
            for path, (before, after) in self._others.items()
        ]
        return "".join((*inside, *outside))

    def write(self) -> list[str]:
        """Write every file that changes, all of them or none.

        Returns:
            The names of the files that were written.

        Raises:
            EditRefusedError: one cannot be changed as is meant, or has changed since it was read.
            OSError: one cannot be written.
        """
        verified = self.verified()
        known: dict[FilePath, bytes | None] = {}
        changes: dict[FilePath, bytes | None] = {}
        for name, new in verified.items():
            file = self._files[name]
            if name in self._begun and file.path is not None:
                known[file.path], changes[file.path] = None, new.text.encode()
            else:
                path, before, content = _encoded(file, new.text)
                known[path], changes[path] = before, content
        for path, (old, after) in self._others.items():
            known[path], changes[path] = old, after
        _replace(changes, known)
        self.written = {path: (known[path], content) for path, content in changes.items()}
        return [*verified, *map(shown_name, self._others)]


def restore(written: Mapping[FilePath, tuple[bytes | None, bytes | None]]) -> None:
    """Take an edit back.

    Args:
        written: what `MapEdit.written` says: of each file what it held before the edit and after it.

    Raises:
        EditRefusedError: a file is no longer what it was after the edit.
        OSError: one cannot be written.
    """
    before = {path: old for path, (old, _) in written.items()}
    _replace(before, {path: new for path, (_, new) in written.items()})


def _replace(changes: Mapping[FilePath, bytes | None], known: Mapping[FilePath, bytes | None]) -> None:
    try:
        write_together(changes, known)
    except ChangedMeanwhileError as error:
        raise EditRefusedError(None, f"{shown_name(error.path)} has changed since it was read") from error


def edited(file: ReadFile, intention: Intention) -> Verified:
    """Change the text of one file, and prove that what is meant has changed and nothing else.

    Args:
        file: the file as it was read.
        intention: what is meant.

    Raises:
        EditRefusedError: it cannot be changed so.
    """
    if file.text != file.original:
        raise EditRefusedError(file, "it has errors that must be mended by hand first")
    meant = with_emptied_sections(file, intention)
    return verify(file, meant, plan_changes(file, meant))


def _encoded(file: ReadFile, text: str) -> tuple[FilePath, bytes, bytes]:
    """Give the path, the bytes and the new bytes of a file that is still what was read, byte for byte.

    Raises:
        EditRefusedError: it has changed, cannot be read, or holds bytes that no text gives back.
    """
    if file.path is None:
        raise EditRefusedError(file, "it is not a file")
    try:
        raw = read_file(file.path, MAX_BYTES)
    except OSError as error:
        raise EditRefusedError(file, f"it cannot be read: {reason(error)}") from error
    mark = _BOM if raw.startswith(_BOM) else b""
    if raw != mark + file.original.encode():
        is_same = decode(raw, file.name)[0] == file.original
        raise EditRefusedError(
            file, "some of its bytes are not UTF-8" if is_same else "it has changed since it was read"
        )
    return file.path, raw, mark + text.encode()
