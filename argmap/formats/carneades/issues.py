"""The issues of a Carneades graph in a map: statements that rebut one another in an issue's name."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.formats.carneades.words import ISSUE
from argmap.model import AttackKind


@dataclass(slots=True)
class Issue:
    """Statements of which at most one can hold.

    Args:
        name: of the issue.
        standard: its standard of proof; empty for the usual one.
        positions: the statements.
        extra: negations that stand for attacks on them.
    """

    name: str
    standard: str
    positions: list[str]
    extra: list[str] = field(default_factory=list)

    def record(self) -> dict[str, Any]:
        """Give the issue as it is written."""
        said: dict[str, Any] = {"positions": [*self.positions, *self.extra]}
        return {**said, "standard": self.standard} if self.standard else said


def find_issues(argument_map: ArgumentMap) -> tuple[list[Issue], set[tuple[str, str]]]:
    """Find statements that all rebut one another by the scheme ``issue NAME``.

    A statement has its place in one issue only, as Carneades wants it.

    Args:
        argument_map: any map.

    Returns:
        The issues, and the attacks that they stand for, by attacker and target.
    """
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    members: dict[str, dict[str, None]] = defaultdict(dict)
    for rebuttal in argument_map.rebuttals.values():
        for aim in rebuttal.aims:
            simple = (aim.kind or rebuttal.kind) is AttackKind.REBUT and not (aim.id or aim.jointly)
            if simple and aim.scheme and ISSUE.fullmatch(aim.scheme) and aim.target in argument_map.rebuttals:
                pairs[aim.scheme].add((rebuttal.id, aim.target))
                members[aim.scheme] |= {rebuttal.id: None}
    issues: list[Issue] = []
    covered: set[tuple[str, str]] = set()
    taken: set[str] = set()
    for scheme, found in members.items():
        match = ISSUE.fullmatch(scheme)
        complete = len(pairs[scheme]) == len(found) * (len(found) - 1)
        if match is None or not complete or taken & found.keys() or not _agree(found, pairs[scheme]):
            continue
        taken |= found.keys()
        covered |= pairs[scheme]
        issues.append(Issue(match[1], match[2] or "", list(found)))
    return issues, covered


def _agree(members: dict[str, None], pairs: set[tuple[str, str]]) -> bool:
    """Tell whether all attacks are among the members, and none is on itself."""
    return all(one in members and other in members and one != other for one, other in pairs)
