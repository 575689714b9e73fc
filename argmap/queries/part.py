"""A part of a map as a map of its own."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from argmap.argument_map import ArgumentMap
from argmap.model import Aim, AttackKind, Claim, Inference, Person, Rebuttal, Statement
from argmap.queries.live_attacks import live_attacks
from argmap.references import Named, used_names

_AimKey: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map, and how many relations of its statements reach beyond it.

    Args:
        map: the part.
        inferences: to statements of the part, but from premises outside, so that they are not in it.
        attacks: by statements of the part, but on or together with what is outside.
    """

    map: ArgumentMap
    inferences: int
    attacks: int


def part_of(argument_map: ArgumentMap, statements: Collection[str]) -> Part:
    """Make a map of some statements, with the relations among them, the people and the sources of them.

    An inference without all its premises would be another inference, and an attack without its partners
    another attack: they are left out. A rebuttal that hits nothing of what is left is a claim.

    Args:
        argument_map: the whole map.
        statements: the ids of claims and rebuttals.
    """
    cutting = _Cutting(argument_map, frozenset(statements))
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    for statement in cutting.statements():
        if isinstance(statement, Rebuttal):
            rebuttals[statement.id] = statement
        else:
            claims[statement.id] = statement
    order = [key for key in argument_map.statements if key in claims]
    kept: list[Claim | Rebuttal] = [*claims.values(), *rebuttals.values()]
    used = used_names(kept)
    meanings = {tag: meaning for tag, meaning in argument_map.info.tags.items() if tag in used[Named.TAG]}
    sources = {key: work for key, work in argument_map.sources.items() if key in used[Named.SOURCE]}
    sequence = tuple(key for key in argument_map.info.sequence if key in sources)
    people = _people(argument_map, used[Named.PERSON] | used_names(sources.values())[Named.AUTHOR])
    part = ArgumentMap(
        argument_map.info.model_copy(update={"tags": meanings, "sequence": sequence}),
        {key: person for key, person in argument_map.people.items() if key in people},
        sources,
        {key: claims[key] for key in order},
        rebuttals,
        {key: place for key, place in argument_map.locations.items() if key in statements},
    )
    return Part(part, *cutting.lost(part))


class _Cutting:
    """Cuts the relations of a map back to those among some statements."""

    def __init__(self, argument_map: ArgumentMap, chosen: frozenset[str]) -> None:
        self._map, self._chosen = argument_map, chosen
        self._steps = {
            step.id
            for step in argument_map.inferences.values()
            if step.conclusion in chosen and chosen.issuperset(step.premises)
        }
        whole = [
            (key, number)
            for key, rebuttal in argument_map.rebuttals.items()
            if key in chosen
            for number, aim in enumerate(rebuttal.aims)
            if chosen.issuperset(aim.jointly)
        ]
        self._named = {name: aim for aim in whole if (name := self._aim(aim).id)}
        self._made: dict[str, list[_AimKey]] = {}
        for aim in whole:
            self._made.setdefault(aim[0], []).append(aim)
        targets: dict[str | _AimKey, list[str | _AimKey]] = {aim: self._targets(aim) for aim in whole}
        self._aims = live_attacks(targets, chosen | self._steps)

    def _aim(self, key: _AimKey) -> Aim:
        return self._map.rebuttals[key[0]].aims[key[1]]

    def _targets(self, key: _AimKey) -> list[str | _AimKey]:
        """Give what an attack hits; of what is undercut as an attack, the attacks."""
        aim = self._aim(key)
        kind = aim.kind or self._map.rebuttals[key[0]].kind
        undercuts, hit = kind is AttackKind.UNDERCUT, self._map.hit(kind, aim.target)
        if aim.target in self._map.named_attacks:
            return [self._named[aim.target]] if aim.target in self._named else []
        if hit is None or (undercuts and self._would_mean_a_step(hit)):
            return []
        return [*self._made.get(hit, ())] if undercuts and hit in self._map.rebuttals else [hit]

    def _would_mean_a_step(self, hit: str) -> bool:
        """Tell whether to undercut a claim means its inference, now that its others are gone."""
        claim = self._map.claims.get(hit)
        return claim is not None and len(self._left(claim)) == 1

    def _left(self, statement: Statement) -> tuple[Inference, ...]:
        return tuple(step for step in statement.because if step.id in self._steps)

    def statements(self) -> Iterable[Claim | Rebuttal]:
        """Yield the chosen statements, each with what is left of its relations."""
        for key, statement in self._map.statements.items():
            if key in self._chosen:
                yield self._cut(statement)

    def _cut(self, statement: Claim | Rebuttal) -> Claim | Rebuttal:
        restates = tuple(other for other in statement.restates if other in self._chosen)
        kept = statement.model_copy(update={"because": self._left(statement), "restates": restates})
        if not isinstance(kept, Rebuttal):
            return kept
        aims = tuple(aim for number, aim in enumerate(kept.aims) if (kept.id, number) in self._aims)
        if not aims:
            return Claim.model_construct(**{name: getattr(kept, name) for name in Statement.model_fields})
        seen = {target: mark for target, mark in kept.seen.items() if target in {aim.target for aim in aims}}
        return kept.model_copy(update={"aims": aims, "seen": seen})

    def lost(self, part: ArgumentMap) -> tuple[int, int]:
        """Count the inferences and the attacks that are not in the part, although their statements are."""
        before = [self._map.statements[key] for key in part.statements]
        steps = sum(len(statement.because) for statement in before)
        aims = sum(len(statement.aims) for statement in before if isinstance(statement, Rebuttal))
        return steps - len(part.inferences), aims - len(self._aims)


def _people(argument_map: ArgumentMap, speakers: Iterable[str]) -> set[str]:
    """Name speakers, and the members of those that are joint voices."""
    found: set[str] = set()
    left = list(speakers)
    while left:
        key = left.pop()
        if key not in found:
            found.add(key)
            left.extend(argument_map.people.get(key, Person(name=key)).members)
    return found
