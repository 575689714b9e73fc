"""Two versions of a map as one, with what came and went."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from argmap.argument_map import ArgumentMap
from argmap.model import Aim, AttackKind, Claim, Inference, Rebuttal
from argmap.queries.changes.compare import Changes
from argmap.queries.changes.fates import Change
from argmap.queries.changes.matching import REMOVED
from argmap.queries.unanswered import Standing
from argmap.references import NewNames, renamed

_Statement = TypeVar("_Statement", Claim, Rebuttal)
_GONE: Final = "gone:"
"""Stands before the id of a step that is gone; no id of a file has a colon."""

_WORDING: Final = frozenset({"title", "text"})


@dataclass(frozen=True, eq=False)
class BothVersions:
    """Two versions of a map as one.

    Args:
        map: all that either version holds, as it is in the newer one, under its new names.
        older: the older version under the new names.
        newer: the newer version.
        changes: what is different.
        names: what the versions are called.
    """

    map: ArgumentMap
    older: ArgumentMap
    newer: ArgumentMap
    changes: Changes
    names: tuple[str, str]

    @property
    def standings(self) -> tuple[Standing, Standing]:
        """The buckets of the older and of the newer version."""
        return self.changes.standings

    def statement(self, key: str) -> Change | None:
        """Tell what became of a statement; None where it says the same."""
        if key not in self.newer.statements:
            return Change.GONE
        if key not in self.older.statements:
            return Change.NEW
        changed = self.changes.statements.changed.get(key)
        if changed is None or not changed.fields:
            return None
        fields = {field.field for field in changed.fields}
        return Change.CHANGED if fields.isdisjoint(_WORDING) else Change.REWORDED

    def support(self, step: str, premise: str | None) -> Change | None:
        """Tell what became of a step, or of a premise of it."""
        return self._fate(*(_has_step(one, step, premise) for one in (self.older, self.newer)))

    def attack(self, rebuttal: str, kind: str, target: str | None, partner: str = "") -> Change | None:
        """Tell what became of an attack.

        Args:
            rebuttal: who attacks.
            kind: how.
            target: what; None for anything.
            partner: who has to attack as well.
        """
        mark = rebuttal, kind, target, partner
        return self._fate(*(mark in known for known in self._attacks))

    def restatement(self, statement: str, other: str) -> Change | None:
        """Tell what became of one statement's saying the same as another."""
        return self._fate(*(_restates(one, statement, other) for one in (self.older, self.newer)))

    @property
    def touched(self) -> tuple[str, ...]:
        """The statements that are not as they were, or from or to which something came or went."""
        turned = {key for keys in self.changes.debate.turns.values() for key in keys}
        changed = {*self.changes.statements.changed, *turned}
        return tuple(key for key in self.map.statements if key in changed or self.statement(key))

    @staticmethod
    def _fate(was: bool, is_: bool) -> Change | None:  # noqa: FBT001 — both are of one kind
        if was == is_:
            return None
        return Change.NEW if is_ else Change.GONE

    @cached_property
    def _attacks(self) -> tuple[set[tuple[str, str, str | None, str]], ...]:
        return tuple(_attack_marks(one) for one in (self.older, self.newer))


def both_versions(changes: Changes, *, old: str, new: str) -> BothVersions:
    """Put two versions of a map into one.

    Args:
        changes: what is different.
        old: what people call the older version.
        new: what they call the newer one.
    """
    names = changes.matches.names
    nodes = {key: name.replace(REMOVED, _GONE) for key, name in names.nodes.items()}
    names = NewNames(names.people, names.sources, nodes, names.tags)
    before = changes.old
    older = ArgumentMap(
        info=before.info,
        people={names.people.get(key, key): renamed(one, names) for key, one in before.people.items()},
        sources={names.sources.get(key, key): renamed(one, names) for key, one in before.sources.items()},
        claims={one.id: one for one in (renamed(one, names) for one in before.claims.values())},
        rebuttals={
            one.id: one for one in (renamed(_pinned(before, one), names) for one in before.rebuttals.values())
        },
    )
    after = changes.new
    pinned = {key: _pinned(after, one) for key, one in after.rebuttals.items()}
    newer = ArgumentMap(after.info, after.people, after.sources, after.claims, pinned, after.locations)
    return BothVersions(_united(older, newer), older, newer, changes, (old, new))


def _pinned(argument_map: ArgumentMap, rebuttal: Rebuttal) -> Rebuttal:
    """Let a rebuttal say of each attack how it attacks, and which step it hits."""
    return rebuttal.model_copy(
        update={"aims": tuple(_pinned_aim(argument_map, aim, rebuttal.kind) for aim in rebuttal.aims)}
    )


def _pinned_aim(argument_map: ArgumentMap, aim: Aim, kind: AttackKind) -> Aim:
    kind = aim.kind or kind
    hit = argument_map.hit(kind, aim.target)
    target = hit if hit in argument_map.inferences else aim.target
    return aim.model_copy(update={"kind": kind, "target": target})


def _united(older: ArgumentMap, newer: ArgumentMap) -> ArgumentMap:
    known = newer.statements
    claims = {key: _joined(one, older.claims.get(key)) for key, one in newer.claims.items()}
    rebuttals = {}
    for key, one in newer.rebuttals.items():
        before = older.rebuttals.get(key)
        rebuttals[key] = _with_aims(_joined(one, before), before.aims if before else ())
    return ArgumentMap(
        newer.info,
        {**older.people, **newer.people},
        {**older.sources, **newer.sources},
        claims | {key: one for key, one in older.claims.items() if key not in known},
        rebuttals | {key: one for key, one in older.rebuttals.items() if key not in known},
        newer.locations,
    )


def _joined(statement: _Statement, before: Claim | Rebuttal | None) -> _Statement:
    """Give a statement the steps that it had, and the premises that they had."""
    if before is None:
        return statement
    because = _all_steps(statement.because, before.because)
    restates = _once(statement.restates, before.restates)
    return statement.model_copy(update={"because": because, "restates": restates})


def _once(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *others)))


def _all_steps(steps: Iterable[Inference], before: Iterable[Inference]) -> tuple[Inference, ...]:
    had = {step.id: step for step in before}
    kept = [_with_premises(step, had.pop(step.id, None)) for step in steps]
    return (*kept, *had.values())


def _with_premises(step: Inference, before: Inference | None) -> Inference:
    if before is None:
        return step
    return step.model_copy(update={"premises": _once(step.premises, before.premises)})


def _with_aims(rebuttal: Rebuttal, before: Iterable[Aim]) -> Rebuttal:
    known = {_mark(aim) for aim in rebuttal.aims}
    gone = [aim for aim in before if _mark(aim) not in known]
    return rebuttal.model_copy(update={"aims": (*rebuttal.aims, *gone)})


def _mark(aim: Aim) -> tuple[str, AttackKind | None, Collection[str]]:
    return aim.target, aim.kind, frozenset(aim.jointly)


def _has_step(argument_map: ArgumentMap, step: str, premise: str | None) -> bool:
    found = argument_map.inferences.get(step)
    return found is not None and (premise is None or premise in found.premises)


def _restates(argument_map: ArgumentMap, statement: str, other: str) -> bool:
    found: Mapping[str, Claim | Rebuttal] = argument_map.statements
    return statement in found and other in found[statement].restates


def _attack_marks(argument_map: ArgumentMap) -> set[tuple[str, str, str | None, str]]:
    """Give each attack in all the ways in which it can be asked for."""
    return {
        (attack.rebuttal, attack.kind.value, target, partner)
        for attack in argument_map.attacks
        for target in (attack.target, None)
        for partner in ("", *attack.jointly)
    }
