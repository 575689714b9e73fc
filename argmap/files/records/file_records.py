"""What one file holds of a map."""

from dataclasses import dataclass, field

from pydantic import BaseModel

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.misnamed import Misnamed
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.yaml.places import ReadFile


@dataclass
class Found:
    """One record of a file: its key or id, where it starts, and its place in the section."""

    key: str
    record: BaseModel
    start: Location
    at: str | int


@dataclass
class FileRecords:
    """The records of one file, what is wrong with it, and the place of everything.

    Args:
        file: the text and its places.
        sections: section to its valid records, in order.
        unread: what the records with faults may be called.
        misnamed: names in them that cannot be any record's.
        mentioned: every name and word that stands in those records.
        damaged: ids of records that are there without some fields that had faults, and those fields.
        faults: what is wrong.
    """

    file: ReadFile
    sections: dict[str, list[Found]] = field(default_factory=dict)
    unread: UnreadNames = field(default_factory=UnreadNames)
    misnamed: list[Misnamed] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    damaged: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether everything could be read as it stands; of some faults only the whole map tells."""
        lost = (
            self.unread.names or self.unread.has_nameless or self.misnamed or self.mentioned or self.damaged
        )
        return not (self.faults or lost) and self.file.text == self.file.original


def written_id(item: object) -> str:
    """Give the id of a record as it was written; nothing where it has none."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else ""
