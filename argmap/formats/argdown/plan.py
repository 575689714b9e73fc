"""How the parts of a map are written in Argdown: what as arguments, what as structures, with what titles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from math import inf
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.argdown.escape import as_title
from argmap.formats.argdown.links import ENTAILMENT
from argmap.formats.argdown.relations import UNTITLED
from argmap.model import Aim, AttackKind, Basis, Claim, Inference, Rebuttal, Statement

CONTRADICTORY: Final = "contradictory"
CONTRARY: Final = "contrary"
_ARGUMENT: Final = re.compile(r"<([^<>\n]+)>(?: \((\d+)\))?")
_STATEMENT: Final = re.compile(r"\[([^\[\]\n]+)\]")
_INHERITED: Final = frozenset(
    {
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    }
)
"""What every object of JavaScript inherits (ECMA-262, 20.1.3): Argdown's program ends at such a title."""
_Run = tuple[str, list[Inference]]
"""The title of an argument, and its inferences."""


@dataclass(slots=True)
class Block:
    """A premise-conclusion structure to be written.

    Args:
        title: of its argument.
        steps: the inferences; the last one is the argument.
        whole: the premise that stands for the argument itself, and is not written.
    """

    title: str
    steps: list[Inference]
    whole: str = ""


@dataclass(slots=True)
class Plan:
    """How a map is written.

    Args:
        is_strict: whether relations among statements are logical ones.
        arguments: the statements that are written as arguments.
        titles: for each statement its title.
        plain: the ids of inferences that are written as mere support.
        blocks: the structures.
        block_of: for each other inference its structure.
    """

    is_strict: bool = False
    arguments: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    block_of: dict[str, Block] = field(default_factory=dict)

    def name(self, statement: str) -> str:
        """Give a statement's title in its brackets."""
        title = self.titles[statement]
        return f"<{title}>" if statement in self.arguments else f"[{title}]"


def make_plan(argument_map: ArgumentMap) -> Plan:
    """Decide how a map is written."""
    return _Planner(argument_map).run()


def origin_of(record: Statement | Inference) -> str:
    """Give what a record was called in the file that it was imported from; empty for nothing."""
    return (record.origin.id or "") if record.origin else ""


def kind_of(rebuttal: Rebuttal, aim: Aim) -> AttackKind:
    """Give the kind of an attack."""
    return aim.kind or rebuttal.kind


class _Planner:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._plan = Plan()
        self._steps = argument_map.inferences
        self._undercuts: dict[str, set[str]] = {}
        self._soft: set[str] = set()
        self._taken: dict[bool, set[str]] = {True: set(_INHERITED), False: set(_INHERITED)}

    def run(self) -> Plan:
        plan = self._plan
        plan.arguments = set(self._candidates())
        while True:
            self._undercuts = _undercuts(self._map, plan.arguments)
            self._soft = plan.arguments | self._wholes()
            plan.is_strict = self._is_strict()
            plan.plain = set(self._plain())
            inside = {
                member
                for step in self._steps.values()
                if step.id not in plan.plain
                for member in (*step.premises, step.conclusion)
            }
            wrong = {name for name in plan.arguments if name in inside or not self._is_hit_whole(name)}
            if not wrong:
                break
            plan.arguments -= wrong
        self._make_blocks()
        for name, statement in self._map.statements.items():
            if name not in plan.titles:
                plan.titles[name] = self._title(statement)
        return plan

    def _candidates(self) -> Iterator[str]:
        """Give the statements that were arguments without a structure in Argdown."""
        named = {origin_of(step) for step in self._steps.values()}
        for name, statement in self._map.statements.items():
            origin = origin_of(statement)
            if _ARGUMENT.fullmatch(origin) and origin not in named:
                yield name

    def _wholes(self) -> set[str]:
        """Give the premises that may stand for an argument as a whole: they bear its name."""
        return {
            name
            for step in self._steps.values()
            for name in step.premises
            if origin_of(step) and origin_of(self._map.statements[name]) == origin_of(step)
        }

    def _title(self, statement: Statement) -> str:
        said = _STATEMENT.fullmatch(origin_of(statement)) or _ARGUMENT.fullmatch(origin_of(statement))
        title = statement.title or statement.id
        if said and UNTITLED.fullmatch(said[1]) and statement.title in {None, said.group()}:
            title = said[1]
        is_argument = statement.id in self._plan.arguments
        return self._free(as_title(title, is_argument=is_argument), is_argument=is_argument)

    def _free(self, title: str, *, is_argument: bool) -> str:
        taken = self._taken[is_argument]
        free, number = title, 1
        while free in taken:
            number += 1
            free = f"{title} ({number})"
        taken.add(free)
        return free

    def _is_hit_whole(self, name: str) -> bool:
        """Tell whether each undercut of an argument denies everything that it bears on."""
        outgoing = {step.id for step in self._map.uses_of.get(name, ()) if len(set(step.premises)) == 1}
        rebuttals = {hitter for target in (*outgoing, name) for hitter in self._undercuts.get(target, ())}
        if not rebuttals:
            return True
        everything = outgoing | ({name} if name in self._map.rebuttals or not outgoing else set())
        return (
            outgoing <= self._plan.plain
            and all(rebuttals == self._undercuts.get(target, set()) for target in everything)
            and (name in everything or name not in self._undercuts)
        )

    def _is_strict(self) -> bool:
        """Tell whether every relation between two statements is a logical one, and there is any."""
        supports = [step.scheme == ENTAILMENT for step in self._steps.values() if self._may_be_plain(step)]
        attacks = [
            aim.scheme in {CONTRARY, CONTRADICTORY}
            for rebuttal in self._map.rebuttals.values()
            for aim in rebuttal.aims
            if self._is_between_statements(rebuttal.id, aim.target)
            and kind_of(rebuttal, aim) is not AttackKind.UNDERCUT
        ]
        marked = any(supports) or any(
            aim.scheme == CONTRARY for rebuttal in self._map.rebuttals.values() for aim in rebuttal.aims
        )
        return marked and all(supports) and all(attacks)

    def _is_between_statements(self, one: str, other: str) -> bool:
        return not {one, other} & self._soft and other not in self._steps

    def _may_be_plain(self, step: Inference) -> bool:
        return (
            len(set(step.premises)) == 1
            and "/" in step.id
            and not _ARGUMENT.fullmatch(origin_of(step))
            and step.scheme in {None, ENTAILMENT}
            and self._is_between_statements(step.premises[0], step.conclusion)
        )

    def _plain(self) -> Iterator[str]:
        for statement in self._map.statements.values():
            seen: set[str] = set()
            for step in statement.because:
                if not self._is_plain(step) or step.premises[0] in seen:
                    break
                seen.add(step.premises[0])
                yield step.id

    def _is_plain(self, step: Inference) -> bool:
        premise = step.premises[0]
        between = self._is_between_statements(premise, step.conclusion)
        scheme = ENTAILMENT if self._plan.is_strict and between else None
        if (
            len(set(step.premises)) > 1
            or step.scheme != scheme
            or step.warrant
            or step.basis is not Basis.STATED
        ):
            return False
        if "/" not in step.id or _ARGUMENT.fullmatch(origin_of(step)):
            return False
        return premise in self._plan.arguments or step.id not in self._undercuts

    def _make_blocks(self) -> None:
        grouped: dict[str, list[Inference]] = defaultdict(list)
        for step in self._steps.values():
            if step.id in self._plan.plain:
                continue
            said = _ARGUMENT.fullmatch(origin_of(step))
            grouped[said[1] if said else f"\n{step.id}"].append(step)
        runs: list[_Run] = []
        for title, steps in grouped.items():
            ordered = sorted(steps, key=line_number)
            if _are_apart(ordered):
                runs.append((title, ordered))
            else:
                runs += [("", [step]) for step in ordered]
        for title, run in self._in_order(runs):
            self._add_block(title, run)

    def _in_order(self, runs: list[_Run]) -> list[_Run]:
        """Put structures so that the inferences to each statement keep their order, if that can be."""
        run_of = {step.id: number for number, (_, steps) in enumerate(runs) for step in steps}
        sorter = TopologicalSorter[int](dict.fromkeys(range(len(runs)), ()))
        for statement in self._map.statements.values():
            listed = [run_of[step.id] for step in statement.because if step.id in run_of]
            for before, after in pairwise(dict.fromkeys(listed)):
                sorter.add(after, before)
        try:
            return [runs[number] for number in sorter.static_order()]
        except CycleError:
            return runs

    def _add_block(self, title: str, steps: list[Inference]) -> None:
        last = steps[-1]
        is_known = title and "\n" not in title and ("/" not in last.id or UNTITLED.fullmatch(title))
        block = Block(
            self._free(title if is_known else as_title(last.id, is_argument=True), is_argument=True), steps
        )
        block.whole = self._whole(block, title) if is_known and block.title == title else ""
        self._plan.blocks.append(block)
        self._plan.block_of |= {step.id: block for step in steps}
        if block.whole:
            self._plan.arguments.add(block.whole)
            self._plan.titles[block.whole] = block.title

    def _whole(self, block: Block, title: str) -> str:
        """Find the premise that stands for the argument itself."""
        last = block.steps[-1]
        for name in last.premises[1:]:
            claim = self._map.statements[name]
            plain = Claim(
                id=name,
                text=f"The argument \u201c{title}\u201d is sound.",
                basis=Basis.INFERRED,
                because=claim.because,
                origin=claim.origin,
            )
            uses = len(self._map.uses_of[name])
            if (
                claim == plain
                and origin_of(claim) == f"<{title}>"
                and uses == 1
                and self._is_hit(name, block)
            ):
                return name
        return ""

    def _is_hit(self, whole: str, block: Block) -> bool:
        """Tell whether something bears on an argument as a whole that does not attack a premise of it."""
        premises = _premises_of(block.steps) - {whole}
        attacks = self._map.attacks_on.get(whole, ())
        undercut = any(attack.kind is AttackKind.UNDERCUT for attack in attacks)
        by_premise = {
            attack.rebuttal
            for name in premises
            for attack in self._map.attacks_on.get(name, ())
            if attack.kind is not AttackKind.UNDERCUT
        }
        supports = self._map.statements[whole].because
        return (
            not undercut
            and bool(attacks or supports)
            and not any(attack.rebuttal in by_premise - self._plan.arguments for attack in attacks)
            and all(step.id in self._plan.plain for step in supports)
        )


def line_number(step: Inference) -> float:
    """Give the number that a conclusion had in Argdown; infinity for the last one of an argument."""
    said = _ARGUMENT.fullmatch(origin_of(step))
    return int(said[2][:9]) if said and said[2] else inf


def _premises_of(steps: Iterable[Inference]) -> set[str]:
    """Give the statements that inferences start from, without what they concluded before."""
    found: set[str] = set()
    concluded: set[str] = set()
    for step in steps:
        found |= set(step.premises) - concluded
        concluded.add(step.conclusion)
    return found


def _are_apart(steps: list[Inference]) -> bool:
    """Tell whether no two steps had the same line in Argdown."""
    return len({line_number(step) for step in steps}) == len(steps)


def undercut_step(argument_map: ArgumentMap, arguments: set[str], aim: Aim) -> Inference | None:
    """Find the inference that an undercut means: of a claim the only one to it, unless it is an argument."""
    if aim.target in argument_map.inferences:
        return argument_map.inferences[aim.target]
    claim = argument_map.claims.get(aim.target)
    if claim is None or claim.id in arguments or len(claim.because) != 1:
        return None
    if _STATEMENT.fullmatch(origin_of(claim)):
        return None  # in Argdown it was the statement that was undercut
    return claim.because[0]


def _undercuts(argument_map: ArgumentMap, arguments: set[str]) -> dict[str, set[str]]:
    """Give for each undercut claim, rebuttal or inference who undercuts it."""
    found: dict[str, set[str]] = defaultdict(set)
    for rebuttal in argument_map.rebuttals.values():
        for aim in rebuttal.aims:
            if kind_of(rebuttal, aim) is AttackKind.UNDERCUT:
                step = undercut_step(argument_map, arguments, aim)
                found[step.id if step else aim.target].add(rebuttal.id)
    return dict(found)
