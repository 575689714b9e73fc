"""What rules found before, for programs that check a map again after each small change."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from argmap.diagnostics import Diagnostic
from argmap.files.faults.record_names import RecordNames
from argmap.files.yaml.places import ReadFile
from argmap.model import Claim, Rebuttal, Record
from argmap.model.by_record import ByRecord
from argmap.rules.engine.registry import BY_CODE
from argmap.rules.finding import Finding
from argmap.rules.rule import OfEach, Rule
from argmap.rules.subject import Subject


class Remembered:
    """Findings of rules that heed only some fields of statements, as long as only other fields change.

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
        changed = _changed(self._subject, subject) if self._subject else None
        self._found = {
            code: found
            for code, found in self._found.items()
            if changed is not None and changed.isdisjoint(BY_CODE[code].heeds or ())
        }
        self._subject = subject
        before = self._in_files
        self._in_files = {id(file): before.get(id(file), (file, {})) for file in files}

    def find(self, rule: Rule, subject: Subject) -> Sequence[Finding]:
        """Give what a rule finds in the map that was begun.

        Args:
            rule: the rule.
            subject: the map.
        """
        if rule.heeds is None:
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


def _changed(one: Subject, other: Subject) -> AbstractSet[str] | None:
    """Give the fields of statements in which two maps differ; None where they differ in something else."""
    if one.settings != other.settings or one.mentioned != other.mentioned:
        return None
    before, now = one.map, other.map
    if before.info != now.info or list(before.statements) != list(now.statements):
        return None
    if not (_are_same(before.people, now.people) and _are_same(before.sources, now.sources)):
        return None
    changed: set[str] = set()
    for old, new in zip(before.statements.values(), now.statements.values(), strict=True):
        if old is not new:
            if type(old) is not type(new):
                return None
            changed.update(name for name, value in old.__dict__.items() if value != new.__dict__[name])
    return changed


def _are_same(one: Mapping[str, Record], other: Mapping[str, Record]) -> bool:
    if list(one) != list(other):
        return False
    return all(a is b or a == b for a, b in zip(one.values(), other.values(), strict=True))
