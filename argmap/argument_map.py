"""The map as one value: its records, what refers to what, and the graph of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from argmap.diagnostics import Location
from argmap.model import (
    Attack,
    AttackKind,
    Claim,
    Inference,
    MapInfo,
    Person,
    Rebuttal,
    Record,
    Source,
    Statement,
)

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_T = TypeVar("_T")


@dataclass(frozen=True)
class ArgumentMap:
    """An argument map: people, sources, claims and rebuttals, in the order of their files.

    Args:
        info: what the map says of itself.
        people: by key.
        sources: by key.
        claims: by id.
        rebuttals: by id.
        locations: where each statement stands in its file, by id.
    """

    info: MapInfo = field(default_factory=MapInfo)
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    rebuttals: Mapping[str, Rebuttal] = field(default_factory=dict)
    locations: Mapping[str, Location] = field(default_factory=dict, compare=False)

    def _repr_mimebundle_(self, **_: object) -> "Mapping[str, object]":
        """Show the map in a notebook: its picture, and what it holds in numbers."""
        # The layer above knows how, and is imported only where there is a notebook.
        shown: Mapping[str, object] = import_module("argmap.api.notebook").bundle_of_map(self)
        return shown

    @cached_property
    def statements(self) -> Mapping[str, Claim | Rebuttal]:
        """Claims, then rebuttals, by id."""
        return MappingProxyType({**self.claims, **self.rebuttals})

    @cached_property
    def inferences(self) -> Mapping[str, Inference]:
        """Every inference, by id."""
        steps = (step for statement in self.statements.values() for step in statement.because)
        return MappingProxyType({step.id: step for step in steps})

    @cached_property
    def attacks(self) -> tuple[Attack, ...]:
        """Every attack, in the order of the rebuttals."""
        return tuple(self._attacks())

    @cached_property
    def attacks_on(self) -> Mapping[str, tuple[Attack, ...]]:
        """The attacks that hit a claim, rebuttal or inference, by its id; no entry where there is none."""
        return _grouped((attack.target, attack) for attack in self.attacks)

    @cached_property
    def attacks_by(self) -> Mapping[str, tuple[Attack, ...]]:
        """The attacks that a rebuttal makes, by its id."""
        return _grouped((attack.rebuttal, attack) for attack in self.attacks)

    @cached_property
    def uses_of(self) -> Mapping[str, tuple[Inference, ...]]:
        """The inferences that start from a statement, by its id; no entry where there is none."""
        return _grouped(
            (premise, step) for step in self.inferences.values() for premise in dict.fromkeys(step.premises)
        )

    @cached_property
    def graph(self) -> "MultiDiGraph[str]":
        """The map as a NetworkX graph; see `argmap.graph` for its nodes and edges."""
        from argmap.graph import build_graph

        return build_graph(self.statements.values(), self.attacks)

    def record(self, section: str, key: str) -> Record:
        """Give a record by its section and its key or id; the section ``map`` has one without a key.

        Raises:
            KeyError: there is no such record.
        """
        records: Mapping[str, Record] = {"": self.info} if section == "map" else getattr(self, section)
        return records[key]

    def statement_of(self, node: str) -> Claim | Rebuttal:
        """Give the statement itself, or for an inference the statement that it concludes to.

        Args:
            node: the id of a claim, rebuttal or inference.

        Raises:
            KeyError: there is no such node.
        """
        step = self.inferences.get(node)
        return self.statements[step.conclusion if step else node]

    def person_name(self, key: str | None) -> str:
        """Give the name behind a key; the key itself where the map does not list the person."""
        if key is None:
            return "nobody named"
        person = self.people.get(key)
        return person.name if person else key

    def challenges_to(self, statement: str) -> tuple[Attack, ...]:
        """Give the attacks on a statement and on the inferences to it, in the map's order."""
        hits = list(self.attacks_on.get(statement, ()))
        for step in self.statements[statement].because:
            hits.extend(self.attacks_on.get(step.id, ()))
        return tuple(hits)

    @cached_property
    def named_attacks(self) -> Mapping[str, str]:
        """The id of every attack that has one, to the id of the rebuttal that makes it."""
        aims = ((aim.id, rebuttal.id) for rebuttal in self.rebuttals.values() for aim in rebuttal.aims)
        return MappingProxyType({name: rebuttal for name, rebuttal in aims if name})

    def _attacks(self) -> Iterator[Attack]:
        named = self.named_attacks
        for rebuttal in self.rebuttals.values():
            for aim in rebuttal.distinct_aims:
                kind = aim.kind or rebuttal.kind
                hit = self.hit(kind, aim.target)
                if hit is not None:
                    denies = aim.target if aim.target in named else ""
                    yield Attack(
                        rebuttal.id,
                        hit,
                        kind,
                        rebuttal.basis,
                        aim.id or "",
                        aim.jointly,
                        denies,
                        aim.scheme or "",
                        aim.origin,
                    )

    def hit(self, kind: AttackKind, target: str) -> str | None:
        """Find what an attack hits: an undercut of a claim with one inference means that inference.

        Args:
            kind: how the attack attacks.
            target: the id that it names.

        Returns:
            The id of a claim, rebuttal or inference; None where the map has no such id.
        """
        if target in self.inferences:
            return target
        if target in self.named_attacks:
            return self.named_attacks[target]
        statement: Statement | None = self.statements.get(target)
        if statement is None:
            return None
        if kind is AttackKind.UNDERCUT and isinstance(statement, Claim) and len(statement.because) == 1:
            return statement.because[0].id
        return target


def _grouped(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, tuple[_T, ...]]:
    found: dict[str, list[_T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})
