"""What an Argdown document means: statements by title, arguments, and the relations among them.

All occurrences of a title are one statement. Relations of an argument that has a premise-conclusion structure
are those of its last conclusion, undercuts of it hit its last inference. In strict mode a statement that
supports another entails it, and one that attacks another is contrary to it, in both directions.
https://argdown.org/syntax/#relations
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from argmap.formats.argdown.document import Document, Entry, InferenceLine, Structure


class RelationKind(StrEnum):
    """The kinds of relations; the first three are dialectical, the others hold among statements."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    ENTAILS = "entails"
    CONTRARY = "contrary"


UNTITLED: Final = re.compile(r"Untitled \d+")
"""What a statement or argument without a title is called."""

SYMMETRIC: Final = frozenset((RelationKind.CONTRADICTORY, RelationKind.CONTRARY))
_BY_SIGN: Final = {
    "+": RelationKind.SUPPORT,
    "-": RelationKind.ATTACK,
    "_": RelationKind.UNDERCUT,
    "><": RelationKind.CONTRADICTORY,
}


@dataclass(eq=False, slots=True)
class Step:
    """An inference of an argument.

    Args:
        premises: what it starts from.
        conclusion: what it leads to.
        number: its conclusion is this line of the structure, from 1.
        line: as it is written.
        argument: the argument that it is a part of.
    """

    premises: list["Node"]
    conclusion: "Node"
    number: int
    line: InferenceLine
    argument: "Node"


@dataclass(eq=False, slots=True)
class Line:
    """A numbered line of a structure.

    Args:
        number: the number that it bears.
        node: its statement.
        inference: of a conclusion, the inference to it.
        uses: of a conclusion, the numbers of the lines that it follows from, where that is said.
    """

    number: int
    node: "Node"
    inference: InferenceLine | None = None
    uses: Sequence[int] = ()


@dataclass(eq=False, slots=True)
class Node:
    """A statement, as the class of all its occurrences, or an argument.

    Args:
        is_argument: which of the two.
        title: unique among its kind; ``Untitled 1`` and so on where it has none.
        is_titled: whether the file gives it a title.
        entries: its occurrences, in the order in which they end.
        steps: of an argument, its inferences; the last leads to its conclusion.
    """

    is_argument: bool
    title: str
    is_titled: bool
    entries: list[Entry] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The title in the brackets that tell statements from arguments."""
        return f"<{self.title}>" if self.is_argument else f"[{self.title}]"


@dataclass(eq=False, slots=True)
class Link:
    """A relation between nodes, or from a node to an inference."""

    kind: RelationKind
    source: Node
    target: Node | Step


@dataclass(slots=True)
class Meaning:
    """What a document means.

    Args:
        statements: by title, in the order of first occurrence.
        arguments: likewise.
        structured: the arguments that have a structure, in the order of these.
        links: every relation once.
        repeated: structures of arguments that have one already; where there are any, there are no links.
        own: relations of arguments to their own conclusions, which mean nothing.
    """

    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    structured: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    repeated: list[Structure] = field(default_factory=list)
    own: list[Link] = field(default_factory=list)


def resolve(document: Document, *, is_strict: bool, uses: dict[InferenceLine | Entry, list[int]]) -> Meaning:
    """Find out what a document means.

    Args:
        document: without faults.
        is_strict: whether relations among statements are logical ones.
        uses: for inferences that say so, there or at their conclusions, the numbers of the lines that they
            start from.
    """
    written = {part.title for part in document.parts if isinstance(part, Entry)}
    resolver = _Resolver(uses, written)
    for part in document.parts:
        resolver.add(part)
    if resolver.meaning.repeated:
        return resolver.meaning
    for entry in document.ended:
        resolver.node_of[entry].entries.append(entry)
    for relation in document.relations:
        symbol = relation.symbol
        kind = _BY_SIGN[symbol if symbol == "><" else symbol.strip("<>")]
        above, below = resolver.end_of(relation.parent), resolver.node_of[relation.child]
        if isinstance(above, Step) or (symbol != "><" and not symbol.endswith(">")):
            resolver.links.append(Link(kind, below, resolver.undercut(relation.parent, kind) or above))
        else:
            resolver.links.append(Link(kind, above, below))
    links = once(_of_arguments(once(resolver.links), resolver.meaning.own))
    if is_strict:
        links = once(_logical(links))
    resolver.meaning.links = list(_without_implied(links))
    return resolver.meaning


class _Resolver:
    def __init__(self, uses: dict[InferenceLine | Entry, list[int]], written: set[str]) -> None:
        self.meaning = Meaning()
        self.node_of: dict[Entry, Node] = {}
        self.links: list[Link] = []
        self._uses = uses
        self._written = written
        self._steps: dict[InferenceLine, Step] = {}
        self._concluded: dict[Entry, Step] = {}
        self._untitled = 0
        self._waiting: list[tuple[Structure, Node]] = []

    def add(self, part: Entry | Structure) -> None:
        """Take up an occurrence or a structure; the lines of a structure come after it."""
        if isinstance(part, Entry):
            node = self._node(part.title, is_argument=part.is_argument)
            self.node_of[part] = node
            self._close(part)
            return
        argument = self.node_of[part.argument] if part.argument else self._node("", is_argument=True)
        if any(waiting is argument for _, waiting in self._waiting) or argument.steps:
            self.meaning.repeated.append(part)
            return
        self._waiting.append((part, argument))

    def _close(self, entry: Entry) -> None:
        """Build a structure once its last line is known."""
        if self._waiting and self._waiting[-1][0].lines[-1][1] is entry:
            self._build(*self._waiting.pop())

    def _build(self, structure: Structure, argument: Node) -> None:
        self.meaning.structured.append(argument)
        lines = []
        for number, entry, inference in structure.lines:
            uses = (self._uses.get(inference) if inference else ()) or self._uses.get(entry) or ()
            lines.append(Line(number, self.node_of[entry], inference, uses))
        argument.steps = steps_of(argument, lines)
        for step in argument.steps:
            self._steps[step.line] = step
        for _, entry, inference in structure.lines:
            if inference:
                self._concluded[entry] = self._steps[inference]

    def end_of(self, parent: Entry | InferenceLine) -> Node | Step:
        """Give what a relation's parent stands for."""
        return self.node_of[parent] if isinstance(parent, Entry) else self._steps[parent]

    def undercut(self, parent: Entry | InferenceLine, kind: RelationKind) -> Step | None:
        """Give the inference that an undercut below a conclusion hits."""
        if kind is RelationKind.UNDERCUT and isinstance(parent, Entry):
            return self._concluded.get(parent)
        return None

    def _node(self, title: str, *, is_argument: bool) -> Node:
        known = self.meaning.arguments if is_argument else self.meaning.statements
        is_titled = bool(title) and not UNTITLED.fullmatch(title)
        name = title or self._automatic()
        if name not in known:
            known[name] = Node(is_argument, name, is_titled)
        return known[name]

    def _automatic(self) -> str:
        """Give a title that nobody wrote."""
        while True:
            self._untitled += 1
            if (title := f"Untitled {self._untitled}") not in self._written:
                return title


def steps_of(argument: Node, lines: Sequence[Line]) -> list[Step]:
    """Give the inferences of a structure.

    Each starts from the lines that it says it uses, else from the last conclusion and all premises since.
    What no inference uses is a premise all the same, and supports the conclusion of the whole.

    Args:
        argument: whose structure it is.
        lines: in order; the last is a conclusion.
    """
    steps: list[Step] = []
    fresh: list[Node] = []
    numbered: dict[int, Node] = {}
    for place, line in enumerate(lines, start=1):
        if line.inference is not None:
            used = [numbered[number] for number in line.uses if number in numbered]
            steps.append(Step(used or fresh, line.node, place, line.inference, argument))
            fresh = []
        fresh.append(line.node)
        numbered[line.number] = line.node
    known = {id(node) for step in steps for node in (*step.premises, step.conclusion)}
    steps[-1].premises += [line.node for line in lines if id(line.node) not in known]
    return steps


def once(links: Iterable[Link]) -> list[Link]:
    """Leave out what was said before; contradictions hold in both directions."""
    kept: dict[tuple[RelationKind, int, int], Link] = {}
    for link in links:
        kept.setdefault(_key(link), link)
    return list(kept.values())


def _key(link: Link) -> tuple[RelationKind, int, int]:
    one, other = id(link.source), id(link.target)
    if link.kind in SYMMETRIC and one > other:
        one, other = other, one
    return link.kind, one, other


def _of_arguments(links: list[Link], own: list[Link]) -> Iterator[Link]:
    """Move the relations of arguments with a structure to their conclusions and last inferences.

    Those that a conclusion or an inference has anyway stay in their place.

    Args:
        links: every relation once.
        own: takes up the relations of arguments to their own conclusions.
    """
    said = {_key(link) for link in links}
    for link in links:
        source, target = link.source, link.target
        if source.steps:
            source = source.steps[-1].conclusion
        if link.kind is RelationKind.UNDERCUT and isinstance(target, Node) and target.steps:
            target = target.steps[-1]
        moved = Link(link.kind, source, target)
        if source is target is not link.source:
            own.append(link)
        elif (source, target) == (link.source, link.target) or _key(moved) not in said:
            yield moved


def _logical(links: list[Link]) -> list[Link]:
    named = {RelationKind.SUPPORT: RelationKind.ENTAILS, RelationKind.ATTACK: RelationKind.CONTRARY}
    return [
        Link(named.get(link.kind, link.kind), link.source, link.target) if _among_statements(link) else link
        for link in links
    ]


def _among_statements(link: Link) -> bool:
    return not link.source.is_argument and isinstance(link.target, Node) and not link.target.is_argument


def _without_implied(links: list[Link]) -> Iterator[Link]:
    """Leave out an attack on an argument if its source attacks one of the argument's premises."""
    attacked: set[tuple[int, int]] = set()
    for link in links:
        if _among_statements(link) and link.kind in SYMMETRIC | {RelationKind.ATTACK}:
            attacked.add((id(link.source), id(link.target)))
            if link.kind in SYMMETRIC:
                attacked.add((id(link.target), id(link.source)))
    for link in links:
        target = link.target
        premises = premises_of(target) if isinstance(target, Node) else []
        implied = link.kind is RelationKind.ATTACK and not link.source.is_argument
        if not (implied and any((id(link.source), id(premise)) in attacked for premise in premises)):
            yield link


def premises_of(argument: Node) -> list[Node]:
    """Give the statements that an argument's structure starts from, without what it concluded before."""
    concluded: set[int] = set()
    found: dict[Node, None] = {}
    for step in argument.steps:
        found |= {premise: None for premise in step.premises if id(premise) not in concluded}
        concluded.add(id(step.conclusion))
    return list(found)
