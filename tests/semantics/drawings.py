"""Random small maps with all that bears on a status, and the evidential reading from its definition."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, AttackKind, Basis, Claim, Marker, Rebuttal

Labels = dict[object, str]
IN, OUT, OPEN = "in", "out", "undecided"
_MARKS = (None, None, None, None, "conceded", "withdrawn", "answered-elsewhere")


@st.composite
def drawings(draw: st.DrawFn, most: int = 6) -> ArgumentMap:
    """Draw a map of up to ``most`` statements, with linked and circular reasons, partners and denials."""
    names = [f"s{number}" for number in range(draw(st.integers(1, most)))]
    split = draw(st.integers(1, len(names)))
    basis = st.sampled_from(["stated", "stated", "stated", "inferred"])
    some = st.lists(st.sampled_from(names), min_size=1, max_size=2)
    steps = [f"i{number}" for number in range(2 * most)]
    spare = iter(steps)

    def record(name: str) -> dict[str, Any]:
        because = [
            {"id": next(spare), "premises": draw(some), "basis": draw(basis)}
            for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2])))
        ]
        return {"id": name, "text": "x", "basis": draw(basis), "because": because}

    records = [record(name) for name in names]
    used = [step["id"] for one in records for step in one["because"]]
    aims = [f"a{number}" for number in range(len(names) - split)]
    targets = [*names, *used, *aims]

    def rebuttal(fields: dict[str, Any], name: str) -> Rebuttal:
        first = {"id": name, "target": draw(st.sampled_from(targets))}
        first["with"] = draw(st.lists(st.sampled_from(names), max_size=1))
        others = [{"target": target} for target in draw(st.lists(st.sampled_from(targets), max_size=1))]
        mark = draw(st.sampled_from(_MARKS))
        marked = {mark: "minutes, p. 1"} if mark else {}
        kind = draw(st.sampled_from(["rebut", "undermine", "undercut"]))
        return Rebuttal.model_validate({**fields, **marked, "kind": kind, "attacks": [first, *others]})

    claims = {one["id"]: Claim.model_validate(one) for one in records[:split]}
    rebuttals = {one["id"]: rebuttal(one, name) for one, name in zip(records[split:], aims, strict=True)}
    return ArgumentMap(claims=claims, rebuttals=rebuttals)


class Definition:
    """The evidential reading, straight from its definition: no framework, no helpers."""

    def __init__(self, drawn: ArgumentMap, *, include_inferred: bool = False) -> None:
        def counts(basis: Basis) -> bool:
            return include_inferred or basis is Basis.STATED

        self.statements = {key: one for key, one in drawn.statements.items() if counts(one.basis)}
        self.attacks = [
            attack for attack in drawn.attacks if {attack.rebuttal, *attack.jointly} <= self.statements.keys()
        ]
        spoken = {attack.target for attack in drawn.attacks if attack.rebuttal in self.statements}
        self.steps = {
            step.id: step
            for one in self.statements.values()
            for step in one.because
            if counts(step.basis) or step.id in spoken
        }
        self.things: list[object] = [*self.statements, *self.steps, *self.attacks]

    def next(self, thing: object, labels: Labels) -> str:
        """Say what a label has to be, given all others."""
        if isinstance(thing, Attack):
            needs = [labels[key] for key in (thing.rebuttal, *thing.jointly)]
            against = [labels[other] for other in self.attacks if self._denies(other, thing)]
            return _meet(needs, against)
        against = [
            labels[attack]
            for attack in self.attacks
            if attack.target == thing and not self._is_denial(attack)
        ]
        if thing in self.steps:
            premises = [key for key in self.steps[str(thing)].premises if key in self.statements]
            return _meet([labels[key] for key in premises], against)
        one = self.statements[str(thing)]
        if isinstance(one, Rebuttal) and one.marker in {Marker.WITHDRAWN, Marker.ANSWERED_ELSEWHERE}:
            return OUT
        reasons = [labels[step.id] for step in one.because if step.id in self.steps]
        best = IN if IN in reasons else OPEN if OPEN in reasons else OUT
        return _meet([best] if reasons else [], against)

    def least(self) -> Labels:
        """Give the least fixed point: nothing is decided before what decides it."""
        labels: Labels = dict.fromkeys(self.things, OPEN)
        while (changed := {thing: self.next(thing, labels) for thing in self.things}) != labels:
            labels = changed
        return labels

    def complete(self) -> Iterator[Labels]:
        """Give every labelling that agrees with itself."""
        free = [thing for thing in self.things if not isinstance(thing, Attack)]
        for values in product((IN, OUT, OPEN), repeat=len(free)):
            labels: Labels = dict(zip(free, values, strict=True)) | dict.fromkeys(self.attacks, OPEN)
            for kinds in product((IN, OUT, OPEN), repeat=len(self.attacks)):
                labels |= dict(zip(self.attacks, kinds, strict=True))
                if all(self.next(thing, labels) == labels[thing] for thing in self.things):
                    yield dict(labels)

    def _is_denial(self, attack: Attack) -> bool:
        undercuts = attack.kind is AttackKind.UNDERCUT
        return bool(attack.denies) or (undercuts and self._is_rebuttal(attack.target))

    def _denies(self, attack: Attack, other: Attack) -> bool:
        if attack.denies:
            return attack.denies == other.id
        return self._is_denial(attack) and attack.target == other.rebuttal

    def _is_rebuttal(self, key: str) -> bool:
        return isinstance(self.statements.get(key), Rebuttal)


def _meet(needs: list[str], against: list[str]) -> str:
    if OUT in needs or IN in against:
        return OUT
    return IN if all(need == IN for need in needs) and all(one == OUT for one in against) else OPEN
