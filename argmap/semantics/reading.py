"""From a map to an abstract framework: the evidential reading of support, flattened.

Inferences are arguments of their own. A statement without stated reasons stands on its assertion; one with
reasons needs one of them to stand; an inference needs all its premises (Nouioua & Risch 2011; Polberg &
Oren 2014). Helper arguments make this a framework in Dung's sense: each premise of an inference gets one
that attacks the inference unless the premise stands, each statement with reasons one that attacks it
unless a reason stands. An attack that can itself be denied, or that needs partners, is an argument too,
which needs its rebuttal and its partners (Boella, Gabbay, van der Torre & Villata 2009; Nielsen & Parsons
2007). People never see the helpers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, AttackKind, Inference
from argmap.semantics.framework import Framework
from argmap.semantics.participants import Fall, Participants, Terms, find_participants


class Kind(IntEnum):
    """What an argument of the framework is; all but the first two are helpers."""

    STATEMENT = 0
    STEP = 1
    BEARING = 2
    LACK = 3
    GROUNDLESS = 4


HELPERS = frozenset({Kind.LACK, Kind.GROUNDLESS})
"""The arguments that speak for nobody: they say that something is lacking."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of the framework.

    Args:
        kind: what it is.
        id: the statement or inference that it is; for a bearing the rebuttal that attacks, for a lack the
            statement that may be lacking, for a groundless one the statement that may be without reasons.
        attack: the attack of a bearing.
    """

    kind: Kind
    id: str
    attack: Attack | None = None


@dataclass(frozen=True, eq=False)
class Reading:
    """A map read as a framework.

    Args:
        map: the map.
        terms: on what terms it was read.
        participants: what takes part.
        framework: who attacks whom, helpers included.
        arguments: what each number of the framework means.
        index: statement or inference to its number; what has fallen has none.
        bearings: rebuttal to the numbers of those of its attacks that are arguments of their own.
    """

    map: ArgumentMap
    terms: Terms
    participants: Participants
    framework: Framework
    arguments: tuple[Argument, ...]
    index: Mapping[str, int]
    bearings: Mapping[str, tuple[int, ...]]

    @property
    def fallen(self) -> Mapping[str, Fall]:
        """What stands in no case, and why."""
        return self.participants.fallen

    def members(self, extension: Iterable[int]) -> tuple[str, ...]:
        """Name the statements in an extension, in the map's order."""
        held = (self.arguments[number] for number in sorted(extension))
        return tuple(argument.id for argument in held if argument.kind is Kind.STATEMENT)


def read(argument_map: ArgumentMap, terms: Terms | None = None, *, keep_fallen: bool = False) -> Reading:
    """Read a map as a framework.

    Args:
        argument_map: the map.
        terms: on what terms; by default what people stated, all of it and nothing else.
        keep_fallen: whether what has fallen stays in the framework, for whoever deals with it otherwise.
    """
    terms = terms or Terms()
    participants = find_participants(argument_map, terms)
    if keep_fallen:
        participants = replace(participants, fallen={})
    return _Builder(argument_map, terms, participants).build()


def denies(argument_map: ArgumentMap, attack: Attack) -> bool:
    """Tell whether an attack grants the rebuttal that it aims at, and denies that it bears on its target."""
    is_undercut = attack.kind is AttackKind.UNDERCUT and attack.target in argument_map.rebuttals
    return bool(attack.denies) or is_undercut


class _Builder:
    def __init__(self, argument_map: ArgumentMap, terms: Terms, participants: Participants) -> None:
        self._map = argument_map
        self._terms = terms
        self._part = participants
        self._arguments: list[Argument] = []
        self._edges: list[tuple[int, int]] = []
        self._index: dict[str, int] = {}
        self._bearings: dict[str, list[int]] = {}

    def build(self) -> Reading:
        fallen = self._part.fallen
        for kind, keys in ((Kind.STATEMENT, self._part.statements), (Kind.STEP, self._part.steps)):
            for key in keys:
                if key not in fallen:
                    self._index[key] = self._add(Argument(kind, key))
        for step in self._part.steps.values():
            self._premises(step)
        for key, steps in self._part.reasons.items():
            self._reasons(key, steps)
        self._attacks()
        return Reading(
            self._map,
            self._terms,
            self._part,
            Framework.from_pairs(len(self._arguments), self._edges),
            tuple(self._arguments),
            self._index,
            {key: tuple(numbers) for key, numbers in self._bearings.items()},
        )

    def _add(self, argument: Argument) -> int:
        self._arguments.append(argument)
        return len(self._arguments) - 1

    def _need(self, number: int, statement: str) -> None:
        lack = self._add(Argument(Kind.LACK, statement))
        self._edges += ((self._index[statement], lack), (lack, number))

    def _premises(self, step: Inference) -> None:
        if step.id in self._index and step.id not in self._terms.assumed:
            for premise in dict.fromkeys(step.premises):
                if premise in self._index:
                    self._need(self._index[step.id], premise)

    def _reasons(self, key: str, steps: Iterable[Inference]) -> None:
        if key in self._index and key not in self._terms.assumed:
            groundless = self._add(Argument(Kind.GROUNDLESS, key))
            self._edges += ((self._index[s.id], groundless) for s in steps if s.id in self._index)
            self._edges.append((groundless, self._index[key]))

    def _attacks(self) -> None:
        live = [attack for attack in self._map.attacks if self._is_live(attack)]
        named: dict[str, list[int]] = {}
        sources: list[int] = []
        denied = {attack.denies or attack.target for attack in live if denies(self._map, attack)}
        for attack in live:
            source = self._index[attack.rebuttal]
            if attack.jointly or attack.rebuttal in denied or (attack.id and attack.id in denied):
                source = self._bearing(attack)
                named.setdefault(attack.id, []).append(source)
            sources.append(source)
        for source, attack in zip(sources, live, strict=True):
            if attack.denies:
                hits = named.get(attack.denies, [])
            elif denies(self._map, attack):
                hits = self._bearings.get(attack.target, [])
            else:
                hits = [] if attack.target in self._terms.assumed else self._number(attack.target)
            self._edges += ((source, hit) for hit in hits)

    def _bearing(self, attack: Attack) -> int:
        number = self._add(Argument(Kind.BEARING, attack.rebuttal, attack))
        for member in dict.fromkeys((attack.rebuttal, *attack.jointly)):
            self._need(number, member)
        self._bearings.setdefault(attack.rebuttal, []).append(number)
        return number

    def _number(self, key: str) -> list[int]:
        return [self._index[key]] if key in self._index else []

    def _is_live(self, attack: Attack) -> bool:
        """Tell whether all that attacks is there.

        What is attacked need not be: a reply may still deny that the attack bears on it.
        """
        return all(key in self._index for key in (attack.rebuttal, *attack.jointly))
