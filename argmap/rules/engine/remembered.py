"""What rules found before, for programs that check a map again after each small change."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.faults.record_names import RecordNames
from argmap.files.yaml.places import ReadFile
from argmap.model import Claim, Rebuttal, Record, Statement
from argmap.model.by_record import ByRecord
from argmap.rules.finding import Finding
from argmap.rules.rule import OfEach, Rule
from argmap.rules.subject import Subject

_WORDS: Final = frozenset({"title", "text", "quote", "note"})
"""The fields of a statement that hold nothing but words for people."""


class Remembered:
    """Findings of rules that heed no wording, as long as nothing but wording changes.

    Of rules that look at each statement alone, also those of statements that are still the same; and of rules
    that look at files, those of files that are.
    """

    def __init__(self) -> None:
        self.names = RecordNames()
        self._subject: Subject | None = None
        self._found: dict[str, list[Finding]] = {}
        self._of_each: dict[str, ByRecord[Claim | Rebuttal, Sequence[Finding]]] = {}
        self._in_files: dict[int, tuple[ReadFile, dict[str, Sequence[Diagnostic]]]] = {}

    def begin(self, subject: Subject, files: Iterable[ReadFile]) -> None:
        """Begin to check a map; what was found in another one is forgotten.

        Args:
            subject: the map.
            files: its files.
        """
        if self._subject is None or not _alike(self._subject, subject):
            self._found.clear()
        self._subject = subject
        before = self._in_files
        self._in_files = {id(file): before.get(id(file), (file, {})) for file in files}

    def find(self, rule: Rule, subject: Subject) -> Sequence[Finding]:
        """Give what a rule finds in the map that was begun.

        Args:
            rule: the rule.
            subject: the map.
        """
        if not rule.ignores_words:
            return self._look(rule, subject)
        if rule.code not in self._found:
            self._found[rule.code] = self._look(rule, subject)
        return self._found[rule.code]

    def find_in_file(self, rule: Rule, file: ReadFile) -> Sequence[Diagnostic]:
        """Give what a rule finds in the text of a file of the map that was begun.

        Args:
            rule: the rule.
            file: the file.
        """
        _, found = self._in_files[id(file)]
        if rule.code not in found:
            found[rule.code] = tuple(rule.check_file(file))
        return found[rule.code]

    def _look(self, rule: Rule, subject: Subject) -> list[Finding]:
        check = rule.check
        if not isinstance(check, OfEach):
            return list(check(subject))
        look = check.look
        if rule.code not in self._of_each:
            self._of_each[rule.code] = ByRecord(lambda one: tuple(look(one)))
        found = self._of_each[rule.code].of(list(subject.statements()))
        return [*chain.from_iterable(found), *check.rest(subject)]


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
