"""What can become of a statement or a relation between two versions of a map."""

from enum import StrEnum


class Change(StrEnum):
    """What became of something between two versions of a map."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    CHANGED = "changed"
