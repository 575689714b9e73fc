"""The report by argument: each dispute as a thread, what bears on a statement set in below it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from argmap.formats.markdown.wording import INFERRED, Wording, in_brackets, remarks_on, set_in
from argmap.model import Attack, Basis, Claim, Inference, Rebuttal
from argmap.queries.roots import find_roots

_DEEPEST: Final = 6
"""Levels of a list; a statement deeper down gets a section of its own. Renderers drop what lies too deep."""

_INDENT: Final = 2
"""The width of ``- ``."""


def by_argument(wording: Wording) -> Iterator[str]:
    """Write a section for each claim that is not a reason for another, what is disputed most first.

    Returns:
        Blocks, to be parted by blank lines. Each statement is told where it comes up first, and linked to
        elsewhere.
    """
    roots = find_roots(wording.map, tuple(wording.map.statements))
    threads = _Threads(wording)
    for root in sorted(roots, key=_disputes(wording, roots).__getitem__, reverse=True):
        yield from threads.sections(root)


def _disputes(wording: Wording, roots: list[str]) -> dict[str, int]:
    """Count the challenges and replies below each root; what two roots share counts for the first."""
    counts = dict.fromkeys(roots, 0)
    seen = set(roots)
    for root in roots:
        waiting = [root]
        while waiting:
            key = waiting.pop()
            attacks = [attack.rebuttal for attack in wording.map.challenges_to(key)]
            counts[root] += len(attacks)
            premises = [premise for step in wording.map.statements[key].because for premise in step.premises]
            new = [other for other in (*premises, *attacks) if other not in seen]
            seen.update(new)
            waiting.extend(dict.fromkeys(new))
    return counts


@dataclass(slots=True)
class _Item:
    """An item of a list.

    Args:
        line: its first line.
        blocks: what else it says.
        items: the items below it.
    """

    line: str
    blocks: list[str] = field(default_factory=list)
    items: list["_Item"] = field(default_factory=list)


class _Threads:
    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._map = wording.map
        self._begun: set[str] = set()
        self._waiting: list[str] = []

    def sections(self, root: str) -> Iterator[str]:
        """Write the section of a root, and after it those of what lies too deep in it."""
        if root in self._begun:
            return
        self._begun.add(root)
        self._waiting = [root]
        for key in self._waiting:
            yield from self._section(self._map.statements[key])

    def _section(self, statement: Claim | Rebuttal) -> Iterator[str]:
        wording = self._wording
        yield wording.anchor(statement.id)
        yield f"## {wording.heading(statement)}"
        remarks = remarks_on(statement)
        if isinstance(statement, Rebuttal):
            remarks += wording.ends(statement)
        if statement.by or remarks:
            yield f"By {wording.name(statement.by)}{in_brackets(remarks)}."
        yield from wording.body(statement)
        points = [*wording.attacks(statement.id), *wording.restates(statement.id), *self._used(statement.id)]
        items = [*map(_Item, points), *self._below(statement, 1)]
        if items:
            yield "\n".join(_lines(items, 0))

    def _used(self, key: str) -> Iterator[str]:
        for step in self._map.uses_of.get(key, ()):
            yield f"is a reason for {self._wording.said(step.conclusion)}"

    def _below(self, statement: Claim | Rebuttal, depth: int) -> list[_Item]:
        items = [item for step in statement.because for item in self._step(step, depth)]
        items += [self._attack(attack, depth) for attack in self._map.attacks_on.get(statement.id, ())]
        return items

    def _step(self, step: Inference, depth: int) -> Iterator[_Item]:
        """Write a reason: one line for one premise, a list for several or where something is said of it."""
        premises = list(dict.fromkeys(step.premises))
        attacks = self._map.attacks_on.get(step.id, ())
        words = f"because{self._wording.step(step)}"
        if len(premises) == 1 and not attacks and not step.warrant:
            yield self._statement(premises[0], words, [], depth)
            return
        warrant = self._wording.paragraphs(step.warrant)
        blocks = (
            [f"{self._wording.warrant_word(step).capitalize()}: {warrant[0]}", *warrant[1:]]
            if warrant
            else []
        )
        item = _Item(f"{words}{', jointly' if len(premises) > 1 else ''}:", blocks)
        item.items += [self._statement(premise, "", [], depth + 1) for premise in premises]
        item.items += [self._attack(attack, depth + 1) for attack in attacks]
        yield item

    def _attack(self, attack: Attack, depth: int) -> _Item:
        rebuttal = self._map.rebuttals[attack.rebuttal]
        words = f"{attack.kind}{self._wording.attack(attack)} by"
        return self._statement(rebuttal.id, words, self._wording.ends(rebuttal), depth)

    def _statement(self, key: str, words: str, remarks: list[str], depth: int) -> _Item:
        """Tell a statement with all below it, or link to where it is told."""
        wording, statement = self._wording, self._map.statements[key]
        inferred = [INFERRED] if statement.basis is Basis.INFERRED else []
        who = wording.name(statement.by) if statement.by or words.endswith(" by") else ""
        start = " ".join(filter(None, [words, who])) + in_brackets([*remarks, *inferred])
        start = f"{start.lstrip()}: " if start else ""
        if key in self._begun:
            return _Item(f"{start}{wording.link(key)}")
        self._begun.add(key)
        if depth > _DEEPEST:
            self._waiting.append(key)
            return _Item(f"{start}{wording.link(key)}")
        line = f"{wording.anchor(key)}{start}{wording.heading(statement)}"
        restated = map(_Item, wording.restates(key))
        return _Item(line, wording.body(statement), [*restated, *self._below(statement, depth + 1)])


def _lines(items: list[_Item], margin: int) -> Iterator[str]:
    for item in items:
        yield set_in(f"- {item.line}", margin)
        for block in item.blocks:
            yield ""
            yield set_in(block, margin + _INDENT)
        if item.items:
            if item.blocks:
                yield ""
            yield from _lines(item.items, margin + _INDENT)
