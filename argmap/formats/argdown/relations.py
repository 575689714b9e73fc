"""What an Argdown document means: statements by title, arguments, and the relations among them.

All occurrences of a title are one statement. Relations of an argument that has a premise-conclusion structure
are those of its last conclusion, undercuts of it hit its last inference. In strict mode a statement that
supports another entails it, and one that attacks another is contrary to it, in both directions.
https://argdown.org/syntax/#relations
"""

import re
from collections.abc import Iterator
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
        number: the number of the conclusion's line.
        line: as it is written; None where the file does not show it.
        argument: the argument that it is a part of.
    """

    premises: list["Node"]
    conclusion: "Node"
    number: int
    line: InferenceLine | None
    argument: "Node"


@dataclass(eq=False, slots=True)
class Node:
    """A statement, as the class of all its occurrences, or an argument.

    Args:
        is_argument: which of the two.
        title: unique among its kind; ``Untitled 1`` and so on where it has none.
        is_titled: whether the file gives it a title.
        entries: its occurrences, in order.
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
        repeated: structures of arguments that have one already.
    """

    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    structured: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    repeated: list[Structure] = field(default_factory=list)


def resolve(document: Document, *, is_strict: bool, uses: dict[InferenceLine | Entry, list[int]]) -> Meaning:
    """Find out what a document means.

    Args:
        document: without faults.
        is_strict: whether relations among statements are logical ones.
        uses: for inferences that say so, there or at their conclusions, the numbers of the lines that they
            start from.
    """
    resolver = _Resolver(uses)
    for part in document.parts:
        resolver.add(part)
    for relation in document.relations:
        symbol = relation.symbol
        kind = _BY_SIGN[symbol if symbol == "><" else symbol.strip("<>")]
        above, below = resolver.end_of(relation.parent), resolver.node_of[relation.child]
        if isinstance(above, Step) or (symbol != "><" and not symbol.endswith(">")):
            resolver.links.append(Link(kind, below, resolver.undercut(relation.parent, kind) or above))
        else:
            resolver.links.append(Link(kind, above, below))
    links = _once(_of_arguments(_once(resolver.links)))
    if is_strict:
        links = _once(_logical(links))
    resolver.meaning.links = list(_without_implied(links))
    return resolver.meaning


class _Resolver:
    def __init__(self, uses: dict[InferenceLine | Entry, list[int]]) -> None:
        self.meaning = Meaning()
        self.node_of: dict[Entry, Node] = {}
        self.links: list[Link] = []
        self._uses = uses
        self._steps: dict[InferenceLine, Step] = {}
        self._concluded: dict[Entry, Step] = {}
        self._untitled = 0
        self._waiting: list[tuple[Structure, Node]] = []

    def add(self, part: Entry | Structure) -> None:
        """Take up an occurrence or a structure; the lines of a structure come after it."""
        if isinstance(part, Entry):
            node = self._node(part.title, is_argument=part.is_argument)
            node.entries.append(part)
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
        fresh: list[Node] = []
        numbered: dict[int, Node] = {}
        for number, entry, line in structure.lines:
            node = self.node_of[entry]
            if line is not None:
                said = self._uses.get(line) or self._uses.get(entry) or ()
                used = [numbered[wanted] for wanted in said if wanted in numbered]
                step = Step(used or fresh, node, number, line, argument)
                argument.steps.append(step)
                self._steps[line] = self._concluded[entry] = step
                fresh = []
            fresh.append(node)
            numbered[number] = node

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
        if not title:
            self._untitled += 1
            title = f"Untitled {self._untitled}"
        if title not in known:
            known[title] = Node(is_argument, title, is_titled)
        return known[title]


def _once(links: list[Link]) -> list[Link]:
    """Leave out what was said before; contradictions hold in both directions."""
    seen: set[tuple[RelationKind, int, int]] = set()
    kept: list[Link] = []
    for link in links:
        ends = (id(link.source), id(link.target))
        key = (link.kind, *(sorted(ends) if link.kind in SYMMETRIC else ends))
        if key not in seen:
            seen.add(key)
            kept.append(link)
    return kept


def _of_arguments(links: list[Link]) -> list[Link]:
    """Move the relations of arguments with a structure to their conclusions and last inferences."""
    moved = []
    for link in links:
        source, target = link.source, link.target
        if source.steps:
            source = source.steps[-1].conclusion
            if source is target:
                continue  # an argument supports its own conclusion anyway
        if link.kind is RelationKind.UNDERCUT and isinstance(target, Node) and target.steps:
            target = target.steps[-1]
        moved.append(Link(link.kind, source, target))
    return moved


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
    """Give the statements that an argument's structure starts from, without its conclusions."""
    concluded = {id(step.conclusion) for step in argument.steps}
    found = [premise for step in argument.steps for premise in step.premises if id(premise) not in concluded]
    return list(dict.fromkeys(found))
