"""The tables of a store: their columns and what these hold."""

from dataclasses import dataclass
from typing import Final

VERSION: Final = 1
"""The version of this layout; a store says which one it has."""

_LONG, _TEXT, _TRUTH = "BIGINT", "VARCHAR", "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        name: what it is called.
        type: its SQL type: ``BIGINT``, ``VARCHAR`` or ``BOOLEAN``.
        holds: what it says, for docs and people.
        optional: whether it may be null.
        is_sought: whether a row is looked for by it, and few rows have the same.
    """

    name: str
    type: str
    holds: str
    optional: bool = False
    is_sought: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Args:
        name: what it is called.
        holds: what a row is.
        columns: in their order.
    """

    name: str
    holds: str
    columns: tuple[Column, ...]


_MAP = Column("map", _LONG, "the map")
_RECORD = Column("record", _TEXT, "the fields that have no column here, as JSON", optional=True)

TABLES: Final = (
    Table(
        "maps",
        "a map that was indexed",
        (
            _MAP,
            Column("name", _TEXT, "the file or folder that it was read from"),
            Column("sha256", _TEXT, "the fingerprint of what was read"),
            Column("statements", _LONG, "how many statements it holds"),
            Column("fault", _TEXT, "why it could not be read; it then holds nothing", optional=True),
            Column("title", _TEXT, "its title", optional=True),
            _RECORD,
        ),
    ),
    Table(
        "people",
        "a person of a map",
        (
            Column("person", _LONG, "the person's number"),
            _MAP,
            Column("key", _TEXT, "the person's key in the map"),
            Column("name", _TEXT, "the name as it is printed"),
            Column(
                "who",
                _TEXT,
                "who it is in the store: people of several maps are one if all that is told of them agrees",
            ),
            Column("is_hypothetical", _TRUTH, "whether the person is only imagined or unnamed"),
            _RECORD,
        ),
    ),
    Table(
        "members",
        "who speaks with a joint voice",
        (
            _MAP,
            Column("voice", _LONG, "the person who is a joint voice"),
            Column("member", _LONG, "a person who speaks with it"),
        ),
    ),
    Table(
        "sources",
        "a work of a map",
        (
            Column("source", _LONG, "the work's number"),
            _MAP,
            Column("key", _TEXT, "its key in the map"),
            Column("title", _TEXT, "its title"),
            Column("date", _TEXT, "its date, as it was written", optional=True),
            _RECORD,
        ),
    ),
    Table(
        "statements",
        "a claim or a rebuttal",
        (
            Column("node", _LONG, "its number; the numbers have the order of the map"),
            _MAP,
            Column("id", _TEXT, "its id in the map", is_sought=True),
            Column("is_rebuttal", _TRUTH, "whether it is a rebuttal"),
            Column("speaker", _LONG, "the person who asserts it", optional=True),
            Column("inferred", _TRUTH, "whether only the editor supplied it"),
            Column("marker", _TEXT, "the recorded end of a challenge", optional=True),
            Column("main", _TRUTH, "whether it is a thesis of its author"),
            Column("title", _TEXT, "its title", optional=True),
            Column("text", _TEXT, "its text", optional=True),
            Column("work", _TEXT, "the key of the work that it is traced to", optional=True),
            Column("locator", _TEXT, "the place in that work", optional=True),
            Column("quote", _TEXT, "its quote", optional=True),
            Column(
                "kind", _TEXT, "for a rebuttal, how it attacks: rebut, undermine, undercut", optional=True
            ),
            Column("file", _TEXT, "the file in which it stands", optional=True),
            Column("line", _LONG, "the line at which it begins", optional=True),
            Column("character", _LONG, "the column there", optional=True),
            _RECORD,
        ),
    ),
    Table(
        "tags",
        "a tag of a statement",
        (
            _MAP,
            Column("node", _LONG, "the statement"),
            Column("position", _LONG, "its place among the statement's tags"),
            Column("tag", _TEXT, "the tag"),
        ),
    ),
    Table(
        "inferences",
        "a step from premises to a conclusion",
        (
            Column("node", _LONG, "its number"),
            _MAP,
            Column("id", _TEXT, "its id in the map"),
            Column("conclusion", _LONG, "the statement that it is a reason for"),
            Column("inferred", _TRUTH, "whether the editor supplied the step"),
            _RECORD,
        ),
    ),
    Table(
        "premises",
        "a premise of an inference",
        (
            _MAP,
            Column("inference", _LONG, "the inference"),
            Column("position", _LONG, "its place among the premises"),
            Column("premise", _LONG, "the statement"),
            Column("inferred", _TRUTH, "whether only the editor supplied the statement"),
        ),
    ),
    Table(
        "attacks",
        "one rebuttal against one target",
        (
            Column("attack", _LONG, "its number"),
            _MAP,
            Column("rebuttal", _LONG, "what attacks"),
            Column("target", _LONG, "the statement or inference that is hit"),
            Column("hit", _LONG, "the statement that is hit, or the conclusion of the inference"),
            Column("hits_rebuttal", _TRUTH, "whether that statement is a rebuttal"),
            Column("kind", _TEXT, "how: rebut, undermine, undercut"),
            Column("inferred", _TRUTH, "whether only the editor sees it"),
            Column("is_joint", _TRUTH, "whether it needs partners"),
            Column("name", _TEXT, "its own name", optional=True),
            Column("denies", _TEXT, "the name of the attack that it denies", optional=True),
            Column(
                "aim",
                _TEXT,
                "what was written as its target, where that is not the target's id",
                optional=True,
            ),
            _RECORD,
        ),
    ),
    Table(
        "partners",
        "a statement that attacks together with a rebuttal",
        (
            _MAP,
            Column("attack", _LONG, "the attack"),
            Column("position", _LONG, "its place among the partners"),
            Column("partner", _LONG, "the statement"),
            Column("inferred", _TRUTH, "whether only the editor supplied the statement"),
        ),
    ),
    Table(
        "origins",
        "from where a statement was imported",
        (
            _MAP,
            Column("node", _LONG, "the statement"),
            Column("file", _TEXT, "the imported file"),
            Column("id", _TEXT, "what it is called there", optional=True),
        ),
    ),
)
"""Every table of a store."""

BY_NAME: Final = {table.name: table for table in TABLES}
"""The tables by their names."""
