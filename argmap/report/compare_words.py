"""What is otherwise in a map than in a key, in sentences that its author understands."""

from collections.abc import Callable, Mapping
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind
from argmap.queries.comparing.compare import Comparison
from argmap.queries.comparing.faults import Fault, FaultKind
from argmap.queries.comparing.split_and_merged import Divided, Division
from argmap.text.lists import and_list

TITLES: Final = {
    FaultKind.WRONG_TARGET: "Attacks on another target",
    FaultKind.WRONG_KIND: "Attacks of another kind",
    FaultKind.WRONG_WAY: "The other way round",
    FaultKind.REASON_FOR_ATTACK: "Reasons that are attacks in the key",
    FaultKind.ATTACK_FOR_REASON: "Attacks that are reasons in the key",
    FaultKind.MISSED_UNDERCUT: "Missed undercuts",
    FaultKind.MISSING_ATTACK: "Missing attacks",
    FaultKind.WRONG_CONCLUSION: "Reasons for another conclusion",
    FaultKind.NOT_LINKED: "Premises that belong together",
    FaultKind.LINKED: "Premises that stand each by itself",
    FaultKind.MISSING_REASON: "Missing reasons",
    FaultKind.MISSING_STATEMENT: "Missing statements",
    FaultKind.SURPLUS_ATTACK: "Attacks that the key does not have",
    FaultKind.SURPLUS_REASON: "Reasons that the key does not have",
    FaultKind.SURPLUS_STATEMENT: "Statements that the key does not have",
}

DOUBT: Final = "This hangs on a doubtful pair of statements."
"""Said after what may be wrong."""

HINTS: Final = "Perhaps split or merged"
"""Stands above what seems to be one statement here and two there."""

_VERBS: Final = {
    AttackKind.REBUT: "rebuts",
    AttackKind.UNDERMINE: "undermines",
    AttackKind.UNDERCUT: "undercuts",
}


class Wording:
    """Tells what is otherwise; statements that both maps have are told in the words of the map.

    Args:
        comparison: what was compared.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._key, self._other = comparison.key, comparison.other
        self._names = {pair.key: pair.other for pair in comparison.alignment.pairs}
        self._saying: Mapping[FaultKind, Callable[[Fault], str]] = {
            FaultKind.WRONG_TARGET: self._wrong_target,
            FaultKind.WRONG_KIND: self._wrong_kind,
            FaultKind.WRONG_WAY: self._wrong_way,
            FaultKind.REASON_FOR_ATTACK: self._reason_for_attack,
            FaultKind.ATTACK_FOR_REASON: self._attack_for_reason,
            FaultKind.MISSED_UNDERCUT: self._missing_attack,
            FaultKind.MISSING_ATTACK: self._missing_attack,
            FaultKind.WRONG_CONCLUSION: self._wrong_conclusion,
            FaultKind.NOT_LINKED: self._not_linked,
            FaultKind.LINKED: self._linked,
            FaultKind.MISSING_REASON: self._missing_reason,
            FaultKind.MISSING_STATEMENT: self._missing_statement,
            FaultKind.SURPLUS_ATTACK: self._attack_here,
            FaultKind.SURPLUS_REASON: self._reason_here,
            FaultKind.SURPLUS_STATEMENT: self._surplus_statement,
        }

    def fault(self, fault: Fault) -> str:
        """Tell what is otherwise."""
        return self._saying[fault.kind](fault)

    def divided(self, hint: Divided) -> str:
        """Tell what seems to be split or merged."""
        if hint.division is Division.SPLIT:
            parts = and_list(self._here(part) for part in hint.other)
            return f"{parts} may be one statement in the key: {self._there(hint.key[0])}."
        parts = and_list(self._there(part) for part in hint.key)
        return f"{self._here(hint.other[0])} may be two statements in the key: {parts}."

    def _wrong_target(self, fault: Fault) -> str:
        return f"{self._attack_here(fault)} In the key it {self._attack_on_there(fault)}."

    def _wrong_kind(self, fault: Fault) -> str:
        same = fault.key[1] in self._key.statements and fault.other[1] in self._other.statements
        how = f"{_verb(fault.key_kind)} it" if same else self._attack_on_there(fault)
        return f"{self._attack_here(fault)} In the key it {how}."

    def _wrong_way(self, fault: Fault) -> str:
        if fault.other_kind is None:
            return f"{self._reason_here(fault)} In the key it is the other way round."
        return (
            f"{self._attack_here(fault)} In the key it is the other way round: "
            f"{self._there(fault.key[0])} {self._attack_on_there(fault)}."
        )

    def _reason_for_attack(self, fault: Fault) -> str:
        return f"{self._reason_here(fault)} In the key it {self._attack_on_there(fault)}."

    def _attack_for_reason(self, fault: Fault) -> str:
        return f"{self._attack_here(fault)} In the key it is a reason for {self._there(fault.key[1])}."

    def _missing_attack(self, fault: Fault) -> str:
        return f"{self._there(fault.key[0])} {self._attack_on_there(fault)}."

    def _wrong_conclusion(self, fault: Fault) -> str:
        return f"{self._reason_here(fault)} In the key it is one for {self._there(fault.key[1])}."

    def _not_linked(self, fault: Fault) -> str:
        conclusion, *premises = fault.other
        return (
            f"{and_list(map(self._here, premises))} are reasons for {self._here(conclusion)} each by itself. "
            "In the key they support it only jointly."
        )

    def _linked(self, fault: Fault) -> str:
        conclusion, *premises = fault.other
        return (
            f"{and_list(map(self._here, premises))} support {self._here(conclusion)} only jointly. "
            "In the key each is a reason by itself."
        )

    def _missing_reason(self, fault: Fault) -> str:
        return f"{self._there(fault.key[0])} is a reason for {self._there(fault.key[1])}."

    def _missing_statement(self, fault: Fault) -> str:
        (name,) = fault.key
        attacks = [
            f"{_VERBS[attack.kind]} {self._node_there(attack.target)}"
            for attack in self._key.attacks_by.get(name, ())
        ]
        uses = [
            f"is a reason for {self._there(conclusion)}"
            for conclusion in dict.fromkeys(step.conclusion for step in self._key.uses_of.get(name, ()))
        ]
        bears = and_list([*attacks, *uses])
        return f"{_quoted(self._key, name)}" + (f" {bears}." if bears else "")

    def _surplus_statement(self, fault: Fault) -> str:
        return self._here(fault.other[0])

    def _attack_here(self, fault: Fault) -> str:
        source, target = fault.other
        return f"{self._here(source)} {_verb(fault.other_kind)} {self._node_here(target)}."

    def _reason_here(self, fault: Fault) -> str:
        return f"{self._here(fault.other[0])} is a reason for {self._here(fault.other[1])}."

    def _attack_on_there(self, fault: Fault) -> str:
        return f"{_verb(fault.key_kind)} {self._node_there(fault.key[1])}"

    def _here(self, name: str) -> str:
        return _quoted(self._other, name)

    def _there(self, name: str) -> str:
        """Give a statement of the key, in the words of the map if it has it."""
        return self._here(self._names[name]) if name in self._names else _quoted(self._key, name)

    def _node_here(self, node: str) -> str:
        step = self._other.inferences.get(node)
        if step is None:
            return self._here(node)
        return _step(map(self._here, step.premises), self._here(step.conclusion))

    def _node_there(self, node: str) -> str:
        step = self._key.inferences.get(node)
        if step is None:
            return self._there(node)
        return _step(map(self._there, step.premises), self._there(step.conclusion))


def _quoted(argument_map: ArgumentMap, name: str) -> str:
    return f"“{argument_map.statements[name].label.removesuffix('.')}”"


def _step(premises: "map[str]", conclusion: str) -> str:
    return f"the step from {and_list(premises)} to {conclusion}"


def _verb(kind: AttackKind | None) -> str:
    return _VERBS[kind] if kind else "attacks"
