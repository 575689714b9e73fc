"""Inferences and attacks from what an Argdown document means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from argmap.formats.argdown.relations import Link, Node, RelationKind, Step
from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_yaml import YamlList, YamlMap, mapping, text, texts
from argmap.model import AttackKind, Basis
from argmap.text.ids import as_slug

ENTAILMENT: Final = "entailment"
"""The scheme of a support in strict mode."""

_ATTACKS: Final = {
    RelationKind.ATTACK: "",
    RelationKind.UNDERCUT: "",
    RelationKind.CONTRARY: "contrary",
    RelationKind.CONTRADICTORY: "contradictory",
}
"""The relations that are attacks, and their schemes."""


def step_name(step: Step) -> str:
    """Give what an inference is called in the file: its argument, but for the last with a line number."""
    is_last = step is step.argument.steps[-1]
    return step.argument.name if is_last else f"{step.argument.name} ({step.number})"


def relation_origin(one: str, other: str) -> str:
    """Give what a contradiction or contrary is called: it is drawn from one statement to the other."""
    return f"{one} - {other}"


@dataclass(eq=False, frozen=True, slots=True)
class _Half:
    """A relation in one direction.

    Args:
        source: what attacks.
        target: the id of what it attacks.
        relation: its kind.
        origin: what it is called.
    """

    source: Node
    target: str
    relation: RelationKind
    origin: str = ""

    @property
    def scheme(self) -> str:
        """The scheme that its kind implies."""
        return _ATTACKS[self.relation]

    def may_be(self, said: YamlMap) -> bool:
        """Tell whether it can be what an export says of an attack on the same target."""
        if self.scheme:
            return text(said.get("scheme")) == self.scheme
        is_undercut = text(said.get("kind")) == AttackKind.UNDERCUT
        return is_undercut == (self.relation is RelationKind.UNDERCUT)


class LinkAdder:
    """Adds inferences and attacks to a map under construction.

    Args:
        builder: knows all statements already.
        ids: the ids of statements, of arguments without a structure, and of the claim that a structure holds.
        details: for some, what exports say of their attacks, by target.
    """

    def __init__(self, builder: MapBuilder, ids: Mapping[Node, str], details: Mapping[Node, YamlMap]) -> None:
        self._builder = builder
        self._ids = ids
        self._details = details
        self._targets: dict[Step, str] = {}
        self._outgoing: dict[Node, list[str]] = defaultdict(list)
        self._count: dict[str, int] = defaultdict(int)

    def add_supports(self, links: Iterable[Link]) -> None:
        """Add a simple inference for each relation of support."""
        for link in links:
            if link.kind in _ATTACKS or isinstance(link.target, Step):
                continue
            source, target = self._ids[link.source], self._ids[link.target]
            scheme = ENTAILMENT if link.kind is RelationKind.ENTAILS else None
            found = self._builder.inference(target, [source], scheme=scheme)
            self._count[target] += 1
            self._outgoing[link.source].append(found)

    def add_step(self, step: Step, data: YamlMap, said: YamlMap, *, warrant: str) -> None:
        """Add an inference of a structure.

        Args:
            step: the inference.
            data: what is said at its line.
            said: what is said of its argument; counts for the last inference only.
            warrant: the description of its argument.
        """
        is_last = step is step.argument.steps[-1]
        about = YamlMap({**(said if is_last else {}), **data})
        conclusion = self._ids[step.conclusion]
        self._count[conclusion] += 1
        numbered = f"{conclusion}/{self._count[conclusion]}"
        name = text(about.get("id"))
        if not name and step_name(step) != f"<{numbered}>":
            name = as_slug(step.argument.title) if is_last and step.argument.is_titled else ""
        premises = [self._ids[premise] for premise in step.premises]
        if is_last and step.argument in self._ids:
            premises.append(self._ids[step.argument])
        rules = ", ".join(step.line.rules)
        basis = text(about.get("basis"))
        fields: dict[str, Any] = {
            "scheme": text(about.get("scheme")) or rules,
            "warrant": text(about.get("warrant")) or (warrant if is_last else ""),
            "basis": Basis(basis) if basis in list(Basis) else None,
        }
        found = self._builder.inference(conclusion, premises, name=name, origin=step_name(step), **fields)
        self._targets[step] = found

    def add_attacks(self, links: Iterable[Link]) -> None:
        """Add every attack; statements that are contradictory or contrary attack each other."""
        listed = [link for link in links if link.kind in _ATTACKS]
        attackers = {link.source for link in listed}
        halves: list[_Half] = []
        mirrored: list[_Half] = []
        for link in listed:
            is_mutual = bool(_ATTACKS[link.kind]) and not link.source.is_argument
            if not is_mutual or isinstance(link.target, Step):
                kind = RelationKind.ATTACK if _ATTACKS[link.kind] else link.kind
                halves += [_Half(link.source, target, kind) for target in self._hit(link, attackers)]
                continue
            origin = relation_origin(link.source.name, link.target.name)
            halves.append(_Half(link.source, self._ids[link.target], link.kind, origin))
            if link.target is not link.source:
                mirrored.append(_Half(link.target, self._ids[link.source], link.kind, origin))
        halves += mirrored
        said = self._said_of(halves)
        for half in halves:
            for details in said[half]:
                self._add_attack(half, details)

    def _hit(self, link: Link, attackers: set[Node]) -> list[str]:
        """Give the ids of what a relation attacks: undercutting an argument denies all that it bears on."""
        target = link.target
        if isinstance(target, Step):
            return [self._targets[target]]
        if link.kind is not RelationKind.UNDERCUT or not target.is_argument:
            return [self._ids[target]]
        outgoing = self._outgoing[target]
        return [*outgoing, *([self._ids[target]] if target in attackers or not outgoing else [])]

    def _said_of(self, halves: Sequence[_Half]) -> dict[_Half, list[YamlMap]]:
        """Give for each relation the attacks that it stands for, as exports say them: one, or several.

        Where there are several, one goes to each contradiction, the others to the first of their sign.
        """
        said: dict[_Half, list[YamlMap]] = {}
        shared: dict[tuple[Node, str], list[_Half]] = defaultdict(list)
        for half in halves:
            details = self._details.get(half.source, YamlMap()).get(half.target)
            if isinstance(details, YamlList):
                shared[half.source, half.target].append(half)
            else:
                said[half] = [mapping(details)]
        for (source, target), sharing in shared.items():
            details = self._details[source][target]
            left = [mapping(each) for each in details] if isinstance(details, YamlList) else []
            for half in sorted(sharing, key=lambda half: not half.scheme):
                said[half] = [each for each in left if half.may_be(each)][: 1 if half.scheme else None]
                left = [each for each in left if not any(each is taken for taken in said[half])]
            said[sharing[0]] += left
        return said

    def _add_attack(self, half: _Half, said: YamlMap) -> None:
        kind = AttackKind.UNDERCUT if half.relation is RelationKind.UNDERCUT else AttackKind.REBUT
        if text(said.get("kind")) in list(AttackKind):
            kind = AttackKind(text(said.get("kind")))
        self._builder.attack(
            self._ids[half.source],
            text(said.get("target")) or half.target,
            kind,
            name=text(said.get("id")),
            scheme=text(said.get("scheme")) or half.scheme,
            jointly=tuple(texts(said.get("with"))),
            origin=half.origin,
        )
