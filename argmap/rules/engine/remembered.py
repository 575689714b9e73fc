"""What rules found before, for programs that check a map again after each small change."""

from collections.abc import Mapping
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Record, Statement
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject

_WORDS: Final = frozenset({"title", "text", "quote", "note"})
"""The fields of a statement that hold nothing but words for people."""


class Remembered:
    """Findings of rules that heed no wording, as long as nothing but wording changes."""

    def __init__(self) -> None:
        self._subject: Subject | None = None
        self._found: dict[str, list[Finding]] = {}

    def begin(self, subject: Subject) -> None:
        """Begin to check a map; what was found in another one is forgotten.

        Args:
            subject: the map.
        """
        if self._subject is None or not _alike(self._subject, subject):
            self._found.clear()
        self._subject = subject

    def find(self, rule: Rule, subject: Subject) -> list[Finding]:
        """Give what a rule finds in the map that was begun.

        Args:
            rule: the rule.
            subject: the map.
        """
        if not rule.ignores_words:
            return list(rule.check(subject))
        if rule.code not in self._found:
            self._found[rule.code] = list(rule.check(subject))
        return self._found[rule.code]


def _alike(one: Subject, other: Subject) -> bool:
    """Tell whether two maps differ in nothing but the wording of statements."""
    if one.settings != other.settings or one.mentioned != other.mentioned:
        return False
    return _is_same_but_for_words(one.map, other.map)


def _is_same_but_for_words(one: ArgumentMap, other: ArgumentMap) -> bool:
    if one.info != other.info:
        return False
    sections = ((getattr(one, name), getattr(other, name)) for name in ("people", "sources", "statements"))
    return all(_are_alike(*pair) for pair in sections)


def _are_alike(one: Mapping[str, Record], other: Mapping[str, Record]) -> bool:
    if len(one) != len(other):
        return False
    pairs = zip(one.items(), other.items(), strict=True)
    return all(key == name and (a is b or _is_alike(a, b)) for (key, a), (name, b) in pairs)


def _is_alike(one: Record, other: Record) -> bool:
    if type(one) is not type(other) or not isinstance(one, Statement):
        return one == other
    mine, its = one.__dict__, other.__dict__
    return all(mine[name] == its[name] for name in mine if name not in _WORDS)
