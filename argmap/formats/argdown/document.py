"""An Argdown document: its blocks, before anybody asks what they mean together."""

from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.tokens import Token


@dataclass(eq=False, slots=True)
class Section:
    """A heading and what stands under it.

    Args:
        level: how many ``#`` it has.
        content: its tokens.
        data: its inline data.
        offset: where it begins.
        parent: the section that it is a part of.
    """

    level: int
    content: list[Token]
    data: Token | None
    offset: int
    parent: "Section | None" = None


@dataclass(eq=False, slots=True)
class Entry:
    """One occurrence of a statement or of an argument.

    Args:
        is_argument: whether it is an argument.
        title: empty where it has none.
        content: the tokens of its text; None for a mere reference.
        tags: the tags of a reference; those of a text are in its content.
        data: its inline data.
        offset: where it begins.
        section: the innermost section that it stands in.
        is_alone: whether it is a paragraph or list item, not a part of a relation or of a structure.
    """

    is_argument: bool
    title: str
    content: list[Token] | None
    tags: list[str]
    data: Token | None
    offset: int
    section: Section | None = None
    is_alone: bool = False


@dataclass(eq=False, slots=True)
class InferenceLine:
    """The line between premises and a conclusion.

    Args:
        rules: the names of its rules.
        data: its inline data.
        offset: where it begins.
    """

    rules: list[str]
    data: Token | None
    offset: int


@dataclass(eq=False, slots=True)
class Structure:
    """A premise-conclusion structure.

    Args:
        argument: the argument right before it; None for a nameless one.
        lines: its statements, each with the number that it bears and, for a conclusion, the inference to it.
        offset: where it begins.
        section: the innermost section that it stands in.
    """

    argument: Entry | None
    lines: list[tuple[int, Entry, InferenceLine | None]]
    offset: int
    section: Section | None = None


@dataclass(eq=False, slots=True)
class Relation:
    """A relation as it is written.

    Args:
        symbol: ``+ <+ +> - <- -> _ <_ _> ><``.
        parent: what stands above.
        child: what stands behind the symbol.
        offset: where the symbol is.
    """

    symbol: str
    parent: Entry | InferenceLine
    child: Entry
    offset: int


@dataclass(slots=True)
class Document:
    """What a file says.

    Args:
        front_matter: the YAML at its top.
        parts: occurrences of statements and arguments, and structures, in the order in which they begin.
        relations: in the order in which they end, so that nested ones come first.
        ended: the occurrences in that order; the last of a title counts.
        sections: in order.
        faults: what could not be understood.
    """

    front_matter: Token | None = None
    parts: list[Entry | Structure] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    ended: list[Entry] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
