"""From a field of a record to its line and column."""

from dataclasses import dataclass, field
from functools import cached_property

from argmap.diagnostics import Location
from argmap.files.marks import Marked, Path, find_mark, mark_document


@dataclass
class ReadFile:
    """A file as it was read.

    Args:
        name: what findings call it.
        text: what was read, with lost records emptied.
        original: the text before that, for showing.
    """

    name: str
    text: str
    original: str

    @cached_property
    def marks(self) -> Marked:
        """The place of every value."""
        return mark_document(self.text, self.name)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as they stand in the file."""
        return self.original.splitlines()

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """Find a value, or with ``key`` the key before it; where there is none, what encloses it."""
        mark, whole = find_mark(self.marks, path)
        return mark.key if key and whole and mark.key else mark.place


@dataclass
class Places:
    """Where the records of a map stand.

    Args:
        files: the files, by name.
        records: section and key of each record, to its file, its path there, and its start.
    """

    files: dict[str, ReadFile] = field(default_factory=dict)
    records: dict[tuple[str, str], tuple[ReadFile, Path, Location]] = field(default_factory=dict)

    def start(self, section: str, key: str) -> Location:
        """Give the place where a record begins.

        Raises:
            KeyError: there is no such record.
        """
        return self.records[section, key][2]

    def find(self, section: str, name: str, *path: str | int, key: bool = False) -> Location:
        """Find a field of a record.

        Args:
            section: ``map``, ``people``, ``sources``, ``claims`` or ``rebuttals``.
            name: the record's key or id; empty for ``map``.
            path: field names and list positions, from the record inwards.
            key: whether the field's name is meant, not its value.

        Returns:
            The place of the field, or of the nearest part of the record that encloses it.

        Raises:
            KeyError: there is no such record.
        """
        file, inside, _ = self.records[section, name]
        return file.locate((*inside, *path), key=key)
