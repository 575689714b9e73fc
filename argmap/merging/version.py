"""One version of a file of a map, as it is merged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from argmap.argument_map import ArgumentMap
from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.renaming import rename
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import SyntaxFaultError, Value
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.merging.pieces import Piece, UnevenFileError, file_pieces
from argmap.merging.values import Keyed, NamelessError, Path, keyed
from argmap.model import Record
from argmap.references import NewNames

NAME = "merged"
"""What the file is called where it is read."""


class UnmergeableError(Exception):
    """The versions cannot be merged by record and field, but only by lines; the message says why."""


class UnprovedError(UnmergeableError):
    """The versions are maps, but that a merged text says what both mean could not be proved."""


@dataclass
class Version:
    """One version of the file.

    Args:
        text: its text.

    Attributes:
        loaded: the map, faults and all.
        sections: what it says.
        keyed: the same, with the records of its lists by their ids.
        pieces: the text, taken apart.

    Raises:
        UnmergeableError: it is no map that can be taken apart.
    """

    text: str
    loaded: Loaded = field(init=False)
    sections: dict[str, Value] = field(init=False)
    keyed: Keyed = field(init=False)
    pieces: Piece = field(init=False)

    def __post_init__(self) -> None:
        try:
            document = read_document(self.text, NAME)
        except (SyntaxFaultError, yaml.YAMLError):
            raise UnmergeableError("a version is not YAML") from None
        if document.second or document.faults:
            raise UnmergeableError("a version has faults")
        self.loaded = assemble([read_text(NAME, None, self.text)])
        self.sections = document.sections
        try:
            self.keyed = keyed(self.sections)
            self.pieces = file_pieces(self.file, self.sections)
        except (UnevenFileError, NamelessError):
            raise UnmergeableError("a version has records without an id, or two of the same") from None

    @property
    def file(self) -> ReadFile:
        """The file as it was read."""
        return self.loaded.places.files[NAME]

    @property
    def map(self) -> ArgumentMap:
        """The map that it holds."""
        return self.loaded.map

    def value(self, *path: str) -> object:
        """Give what stands at a section, record or field; None where nothing does."""
        value: object = self.keyed
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def comments(self, section: str, key: str, field: str) -> frozenset[str]:
        """Give the comments in a field of a record, and above it."""
        piece: Piece | None = self.pieces
        for part in (section, key, field):
            piece = next((one for one in (piece and piece.parts) or () if one.key == part), None)
        return frozenset(piece.comments if piece else ())

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """Give each record with its section and its key."""
        for section, key in self.loaded.places.records:
            yield section, key, self.map.record(section, key)

    def cut(self) -> set[Path]:
        """Name the records that are taken apart, so that their fields can be merged as texts."""
        return {
            (section.key, record.key)
            for section in self.pieces.parts or ()
            for record in section.parts or ()
            if record.parts
        }

    def renamed(self, nodes: Mapping[str, str]) -> "Version":
        """Call statements otherwise, or let references to steps follow these to other numbers."""
        if not nodes:
            return self
        edit = MapEdit(self.loaded)
        rename(edit, NewNames(nodes=nodes))
        return self.edited(edit)

    def edited(self, edit: MapEdit) -> "Version":
        """Give the version after an edit of it."""
        try:
            found = edit.verified()
            return Version(found[NAME].text) if NAME in found else self
        except (EditRefusedError, UnmergeableError) as error:
            raise UnprovedError(str(error)) from None
