"""A file of a map that somebody edits as text: what is wrong with the new text, and writing it as it is."""

from collections import Counter

from argmap.diagnostics import Diagnostic
from argmap.editing.diffs import diff_of
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk.listing import shown_name
from argmap.files.disk.reading import read_bytes
from argmap.files.disk.together import ChangedMeanwhileError, write_together
from argmap.files.load import MAX_BYTES
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes as read_records
from argmap.files.records.read_text import read_text
from argmap.files.yaml.decoding import decode
from argmap.files.yaml.places import ReadFile
from argmap.text.reasons import reason


class HandEdit:
    """The edit of one file, byte for byte; the map may have errors, which it perhaps mends.

    Args:
        loaded: the map as it was read.
        name: the file.

    Attributes:
        before: what the file holds.

    Raises:
        EditRefusedError: it is not a file, cannot be read, or is no longer what was read.
    """

    def __init__(self, loaded: Loaded, name: str) -> None:
        self._loaded = loaded
        self._file = loaded.places.files[name]
        if self._file.path is None:
            raise EditRefusedError(self._file, "it is not a file")
        self._path = self._file.path.resolve()
        try:
            self.before = read_bytes(self._path, MAX_BYTES)
        except OSError as error:
            raise EditRefusedError(self._file, f"it cannot be read: {reason(error)}") from error
        # A file that could not be read, such as a link out of the project, was read as an empty one.
        if decode(self.before, name)[0].strip() != self._file.original.strip():
            raise EditRefusedError(self._file, "it could not be read, or has changed since")

    def read(self, after: bytes) -> tuple[Loaded, list[Diagnostic]]:
        """Read the map with a new text in place of the file's.

        Args:
            after: the new text.

        Returns:
            The map, and the errors in it that it did not have before.
        """
        new = assemble([self._records(file, after) for file in self._loaded.places.files.values()])
        known = Counter((error.code, error.message) for error in self._loaded.errors)
        found = []
        for error in new.errors:
            known[error.code, error.message] -= 1
            if known[error.code, error.message] < 0:
                found.append(error)
        return new, found

    def _records(self, file: ReadFile, after: bytes) -> FileRecords:
        if file is self._file:
            return read_records(file.name, file.path, after)
        return read_text(file.name, file.path, file.original) if file.original.strip() else FileRecords(file)

    def diff(self, after: bytes) -> str:
        """Show what a new text changes as a unified diff."""
        old, new = (text.decode(errors="replace") for text in (self.before, after))
        return diff_of(self._file.name, old, new)

    def write(self, after: bytes) -> None:
        """Write a new text, unless the file has changed meanwhile.

        Args:
            after: the new text.

        Raises:
            EditRefusedError: the file is no longer what it was.
            OSError: it cannot be written.
        """
        try:
            write_together({self._path: after}, {self._path: self.before})
        except ChangedMeanwhileError as error:
            raise EditRefusedError(self._file, f"{shown_name(error.path)} has changed meanwhile") from error
