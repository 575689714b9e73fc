"""Which columns the files of a map in tables have; the names are those of the ``csv`` export."""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of file.

    Args:
        name: what it is called, also as a table of the engine.
        columns: its columns, each with the other names that it may have.
        required: the columns without which it says nothing.
    """

    name: str
    columns: dict[str, tuple[str, ...]] = field(hash=False)
    required: tuple[str, ...]


STATEMENTS: Final = Sheet(
    "statements",
    {
        "id": (),
        "by": (),
        "author": (),
        "title": (),
        "text": (),
        "source": (),
        "locator": (),
        "quote": (),
        "tags": (),
        "basis": (),
    },
    ("id",),
)
ATTACKS: Final = Sheet(
    "attacks", {"rebuttal": ("attacker", "source"), "target": (), "kind": ()}, ("rebuttal", "target")
)
REASONS: Final = Sheet(
    "reasons",
    {"conclusion": ("target",), "premise": ("source",), "group": (), "id": (), "basis": ()},
    ("conclusion", "premise"),
)
