"""What a YAML file of a map holds, before anything is known of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic, Location

SECTIONS: Final = ("map", "people", "sources", "claims", "rebuttals")
"""What a file of a map may hold."""


class Unusable:
    """Stands where a value was refused, so that nothing more is said of it."""


UNUSABLE: Final = Unusable()
SECOND_DOCUMENT: Final = "Y106"
"""The code of the finding that a second document starts."""

Value = str | None | Unusable | list["Value"] | dict[str, "Value"]
Start = tuple[int, int]


@dataclass
class Starts:
    """Where the items of a section start.

    Args:
        items: list position, or key, to line and column.
        listed: how many of them are items of a list.
        in_brackets: whether the section, or a part of it, is written in ``[…]`` or ``{…}``.
    """

    items: dict[str | int, Start] = field(default_factory=dict)
    listed: int = 0
    in_brackets: bool = False


@dataclass
class Document:
    """What a file holds.

    Args:
        sections: top-level key to value.
        keys: where each top-level key starts.
        starts: for each section, where its items start.
        faults: what was refused on the way.
    """

    sections: dict[str, Value] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)
    starts: dict[str, Starts] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def second(self) -> Diagnostic | None:
        """The finding that a second document starts, before which reading stopped; None where none does."""
        return next((fault for fault in self.faults if fault.code == SECOND_DOCUMENT), None)


class SyntaxFaultError(Exception):
    """The text is not YAML, or nested too deep: nothing after this place could be read.

    Args:
        fault: what is wrong, and where.
        line: the line (from 0) of the record to give up.
        mended: lines (from 0) as they were probably meant, with which the record can perhaps be kept.
    """

    def __init__(self, fault: Diagnostic, line: int, mended: Mapping[int, str] | None = None) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.line = line
        self.mended = mended or {}
