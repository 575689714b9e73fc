"""The map as trees in the terminal: conclusions, their reasons, challenges and replies."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Claim, Inference, Rebuttal
from argmap.queries.unanswered import Standing
from argmap.report.console import Console
from argmap.report.page import Page, Part
from argmap.report.statements import VERBS, bucket_part
from argmap.text.clean import one_line

_LEAST_ROOM: Final = 30
"""Cells that the words of a branch need; where the guides leave fewer, it goes on as a tree of its own."""


def print_trees(
    argument_map: ArgumentMap,
    standing: Standing,
    roots: Iterable[str],
    chosen: Iterable[str],
    console: Console,
) -> None:
    """Print a tree for each root; a statement that occurs again is named, not unfolded again.

    Args:
        argument_map: the map.
        standing: its buckets.
        roots: the statements to start from.
        chosen: the statements that may appear.
        console: where to.
    """
    trees = _Trees(argument_map, standing, frozenset(chosen), Page(console))
    for root in roots:
        trees.print(root)


@dataclass(frozen=True, slots=True)
class _Branch:
    """What stands at one guide of a tree.

    Args:
        words: what is printed.
        key: the statement whose reasons and challenges hang below.
        inner: what hangs below where there is no statement.
    """

    words: tuple[Part, ...]
    key: str | None = None
    inner: tuple["_Branch", ...] = ()


_SHOWN: Final = _Branch((("shown above", "quiet"),))


class _Trees:
    def __init__(
        self, argument_map: ArgumentMap, standing: Standing, chosen: frozenset[str], page: Page
    ) -> None:
        self._map = argument_map
        self._standing = standing
        self._chosen = chosen
        self._page = page
        self._deepest = page.width - min(_LEAST_ROOM, page.width // 2)
        self._seen: set[str] = set()

    def print(self, root: str) -> None:
        """Print the tree below a statement, and below it what was too deep to fit."""
        self._print_one(root, later := deque[str]())
        while later:
            key = later.popleft()
            if key not in self._seen:
                self._print_one(key, later)

    def _print_one(self, root: str, later: deque[str]) -> None:
        """Print without recursion, so that no depth is too great."""
        waiting = [(_Branch(self._label(root), root), "", "")]
        while waiting:
            branch, lead, rest = waiting.pop()
            if self._is_too_deep(branch, rest):
                self._page.branch(*branch.words, ("  continued below", "quiet"), lead=lead, rest=rest)
                later.extend(filter(None, [branch.key]))
                continue
            self._page.branch(*branch.words, lead=lead, rest=rest)
            below = self._below(branch)
            for number, child in enumerate(reversed(below)):
                guides = ("├── ", "│   ") if number else ("└── ", "    ")
                waiting.append((child, rest + guides[0], rest + guides[1]))

    def _is_too_deep(self, branch: _Branch, rest: str) -> bool:
        if len(rest) < self._deepest or branch.key is None or branch.key in self._seen:
            return False
        return self._has_more(branch.key)

    def _below(self, branch: _Branch) -> list[_Branch]:
        if branch.key is None:
            return list(branch.inner)
        if branch.key in self._seen:
            return [_SHOWN] if self._has_more(branch.key) else []
        self._seen.add(branch.key)
        return list(self._children(self._map.statements[branch.key]))

    def _children(self, statement: Claim | Rebuttal) -> Iterator[_Branch]:
        for step in statement.because:
            yield from self._reason(step)
        for attack in self._map.attacks_on.get(statement.id, ()):
            yield from self._attack(attack)

    def _reason(self, step: Inference) -> Iterator[_Branch]:
        premises = [premise for premise in step.premises if premise in self._chosen]
        attacks = [each for attack in self._map.attacks_on.get(step.id, ()) for each in self._attack(attack)]
        supplied: list[Part] = [(" (inferred)", "inferred")] if step.basis is Basis.INFERRED else []
        if len(step.premises) > 1 and premises:
            linked = (_Branch(self._label(premise), premise) for premise in premises)
            yield _Branch((("because, jointly", "support"), *supplied), inner=(*linked, *attacks))
            return
        sign: list[Part] = [("because", "support"), *supplied, " "]
        yield from (_Branch(self._label(one, *sign), one) for one in premises)
        yield from attacks

    def _attack(self, attack: Attack) -> Iterator[_Branch]:
        if attack.rebuttal in self._chosen:
            verb = VERBS[attack.kind.value]
            sign = (f"{verb} by " if self._map.rebuttals[attack.rebuttal].by else f"{verb}: ", "attack")
            yield _Branch(self._label(attack.rebuttal, sign), attack.rebuttal)

    def _has_more(self, key: str) -> bool:
        return bool(self._map.statements[key].because or self._map.challenges_to(key))

    def _label(self, key: str, *sign: Part) -> tuple[Part, ...]:
        statement = self._map.statements[key]
        parts: list[Part] = [*sign]
        if statement.by:
            parts.append(f"{one_line(self._map.person_name(statement.by))}: ")
        parts.append((one_line(statement.label), "name"))
        if isinstance(statement, Claim) and statement.main:
            parts.append(("  main thesis", "quiet"))
        bucket = self._standing.buckets.get(key) if isinstance(statement, Rebuttal) else None
        if bucket:
            words, style = bucket_part(bucket)
            parts.append((f"  {words}", style))
        if statement.basis is Basis.INFERRED:
            parts.append(("  inferred", "inferred"))
        return (*parts, ("  " + key, "id"))
