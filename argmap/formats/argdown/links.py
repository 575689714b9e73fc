"""Inferences and attacks from what an Argdown document means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.argdown.relations import Link, Node, RelationKind, Step
from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_yaml import YamlList, YamlMap, mapping, text, texts
from argmap.formats.names import as_slug
from argmap.model import AttackKind, Basis

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
        self._told: set[tuple[Node, str]] = set()
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
        rules = ", ".join(step.line.rules) if step.line else ""
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
        mirrored: list[tuple[Node, str, RelationKind, str]] = []
        for link in listed:
            is_mutual = bool(_ATTACKS[link.kind]) and not link.source.is_argument
            if not is_mutual or isinstance(link.target, Step):
                kind = RelationKind.ATTACK if _ATTACKS[link.kind] else link.kind
                for target in self._hit(link, attackers):
                    self._attack(link.source, target, kind)
                continue
            origin = relation_origin(link.source.name, link.target.name)
            self._attack(link.source, self._ids[link.target], link.kind, origin)
            if link.target is not link.source:
                mirrored.append((link.target, self._ids[link.source], link.kind, origin))
        for half in mirrored:
            self._attack(*half)

    def _hit(self, link: Link, attackers: set[Node]) -> list[str]:
        """Give the ids of what a relation attacks: undercutting an argument denies all that it bears on."""
        target = link.target
        if isinstance(target, Step):
            return [self._targets[target]]
        if link.kind is not RelationKind.UNDERCUT or not target.is_argument:
            return [self._ids[target]]
        outgoing = self._outgoing[target]
        return [*outgoing, *([self._ids[target]] if target in attackers or not outgoing else [])]

    def _attack(self, source: Node, target: str, relation: RelationKind, origin: str = "") -> None:
        details = self._details.get(source, YamlMap()).get(target)
        if isinstance(details, YamlList):
            if (source, target) in self._told:
                return
            self._told.add((source, target))
        for said in details if isinstance(details, YamlList) else [details]:
            self._add_attack(source, target, relation, mapping(said), origin)

    def _add_attack(
        self, source: Node, target: str, relation: RelationKind, said: YamlMap, origin: str
    ) -> None:
        kind = AttackKind.UNDERCUT if relation is RelationKind.UNDERCUT else AttackKind.REBUT
        if text(said.get("kind")) in list(AttackKind):
            kind = AttackKind(text(said.get("kind")))
        self._builder.attack(
            self._ids[source],
            text(said.get("target")) or target,
            kind,
            name=text(said.get("id")),
            scheme=text(said.get("scheme")) or _ATTACKS[relation],
            jointly=tuple(texts(said.get("with"))),
            origin=origin,
        )
