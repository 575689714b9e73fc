"""What is told of two versions of a map, whatever it is printed as: sections of entries with lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from argmap.argument_map import ArgumentMap
from argmap.model import Aim, Claim, Inference, Rebuttal
from argmap.queries.changes.compare import Changes
from argmap.queries.changes.debate import Debt
from argmap.queries.changes.matching import REMOVED
from argmap.queries.changes.records import FieldChange, RecordChange, SectionChange, Turnover
from argmap.queries.changes.turns import Turn
from argmap.report.statements import VERBS
from argmap.report.status import SILENCE
from argmap.text.clean import one_line
from argmap.text.lists import and_list
from argmap.text.plurals import count
from argmap.text.word_diff import Fate, word_diff

_T = TypeVar("_T")
Line = list[tuple[Fate, str]]
"""Runs of words with what became of them."""

_WORDED: Final = frozenset({"title", "text", "quote", "note"})
"""Fields of running text, of which the words that are different are shown."""

_TURNS: Final[Mapping[Turn, str]] = {
    Turn.NEWLY_OPEN: "Newly open",
    Turn.REOPENED: "Re-opened",
    Turn.NEWLY_MUTUAL: "Newly mutual",
    Turn.NEWLY_ANSWERED: "Newly answered",
    Turn.CONCEDED: "Conceded",
    Turn.WITHDRAWN: "Withdrawn",
    Turn.ANSWERED_ELSEWHERE: "Answered elsewhere",
    Turn.NEWLY_CHALLENGED: "Challenged for the first time",
    Turn.NO_LONGER_CHALLENGED: "No longer challenged",
}
"""The heading of each turn, in the order in which they are told."""


@dataclass(frozen=True)
class Entry:
    """Something that is different.

    Args:
        key: its id or key.
        words: what it says, or is called.
        before: what stands before that, such as its author.
        after: what stands after it, such as the kind of a rebuttal.
        lines: what is to be said of it.
        is_new: whether it stands in the newer map.
    """

    key: str
    words: str = ""
    before: str = ""
    after: str = ""
    lines: tuple[Line, ...] = ()
    is_new: bool = True


@dataclass(frozen=True)
class Section:
    """Entries of one kind.

    Args:
        title: its heading.
        entries: what is told.
        remark: what must be known to read it.
        is_meaning: whether it tells what the changes mean for the debate, not what was typed.
    """

    title: str
    entries: tuple[Entry, ...]
    remark: str = ""
    is_meaning: bool = False


def summary(changes: Changes) -> list[str]:
    """Count what is different, in a few words for each kind of change."""
    found = changes.statements
    added = sum(isinstance(changes.new.statements[key], Claim) for key in found.added)
    removed = sum(isinstance(changes.old.statements[key], Claim) for key in found.removed)
    counts = [
        (added, "claim", "added"),
        (len(found.added) - added, "rebuttal", "added"),
        (removed, "claim", "removed"),
        (len(found.removed) - removed, "rebuttal", "removed"),
        (len(found.changed), "statement", "changed"),
        (len(found.renamed), "statement", "renamed"),
        (len(changes.moved), "statement", "moved to another file"),
        *_counts("person", changes.people),
        *_counts("source", changes.sources),
        (len(changes.matches.tags), "tag", "renamed"),
        (len(changes.info), "field", "of the map's description different"),
    ]
    many = {"person": "people"}
    return [f"{count(number, one, many.get(one, ''))} {what}" for number, one, what in counts if number]


def sections(changes: Changes) -> Iterator[Section]:
    """Tell what is different: first what it means for the debate, then what was typed."""
    return (section for section in _Teller(changes).sections() if section.entries)


def _counts(one: str, section: SectionChange) -> Iterator[tuple[int, str, str]]:
    """Count what is different in a section, of which a member is called so, by what became of it."""
    yield len(section.added), one, "added"
    yield len(section.removed), one, "removed"
    yield len(section.changed), one, "changed"
    yield len(section.renamed), one, "renamed"


@dataclass(frozen=True)
class _Teller:
    changes: Changes

    def sections(self) -> Iterator[Section]:
        changes, debate, found = self.changes, self.changes.debate, self.changes.statements
        for turn, title in _TURNS.items():
            yield Section(title, _each(debate.turns[turn], self._turned), is_meaning=True)
        yield Section("Replies owed now", _each(debate.owed, self._debt), is_meaning=True)
        yield Section("Replies no longer owed", _each(debate.settled, self._debt), is_meaning=True)
        yield Section("Status changed", _each(changes.statuses, self._status), SILENCE, is_meaning=True)
        yield Section("Added", _each(found.added, self._added))
        yield Section("Removed", _each(found.removed, self._removed))
        yield Section("Renamed", _each(found.renamed.items(), _renamed))
        yield Section("Moved to another file", _each(changes.moved, self._moved))
        yield Section("Changed", _each(found.changed.values(), self._changed))
        yield Section("People", self._records(changes.people, changes.old.people, changes.new.people))
        yield Section("Sources", self._records(changes.sources, changes.old.sources, changes.new.sources))
        yield Section("Tags", _each(changes.matches.tags.items(), _renamed))
        lines = tuple(field_line(one) for one in changes.info)
        yield Section("The map's description", (Entry("map", lines=lines),) if lines else ())

    def _statement(self, argument_map: ArgumentMap, key: str, *lines: Line) -> Entry:
        statement = argument_map.statements[key]
        kind = f" ({statement.kind.value})" if isinstance(statement, Rebuttal) else ""
        author = f"{one_line(argument_map.person_name(statement.by))}: " if statement.by else ""
        is_new = argument_map is self.changes.new
        return Entry(key, one_line(statement.label), author, kind, lines, is_new)

    def _turned(self, key: str) -> Entry:
        lines = []
        if before := self.changes.debate.before[key]:
            now = self.changes.standings[1].buckets.get(key)
            lines.append(_plain(f"{before.words} before, now {now.words if now else 'challenged'}"))
        lines += [_plain(words) for words in self._targets(key)]
        return self._statement(self.changes.new, key, *lines)

    def _targets(self, key: str) -> Iterator[str]:
        for attack in self.changes.new.attacks_by.get(key, ()):
            target = self.changes.new.statement_of(attack.target)
            step = "the step to " if attack.target in self.changes.new.inferences else ""
            by = f"{one_line(self.changes.new.person_name(target.by))}: " if target.by else ""
            yield f"{attack.kind.value}s {step}{by}{one_line(target.label)}"

    def _debt(self, debt: Debt) -> Entry:
        is_new = debt.challenge in self.changes.new.statements
        known = self.changes.new if is_new else self.changes.old
        entry = self._statement(known, debt.challenge)
        named = self.changes.new if debt.person in self.changes.new.people else known
        person = one_line(named.person_name(debt.person))
        return Entry(entry.key, entry.words, f"{person}, to {entry.before}", entry.after, is_new=is_new)

    def _status(self, key: str) -> Entry:
        then, now = self.changes.statuses[key]
        reason = self.changes.explainer.sentence(key).partition(": ")[2]
        line = _plain(f"{then.value} before, now {now.value}: {reason}")
        return self._statement(self.changes.new, key, line)

    def _added(self, key: str) -> Entry:
        return self._statement(self.changes.new, key)

    def _removed(self, key: str) -> Entry:
        return self._statement(self.changes.old, key)

    def _moved(self, key: str) -> Entry:
        then, now = self.changes.moved[key]
        return Entry(key, before=f"from {one_line(then)} to {one_line(now)}")

    def _changed(self, change: RecordChange) -> Entry:
        lines = [field_line(one) for one in change.fields]
        for turnover in (*change.reasons, *change.attacks):
            lines += self._turnover(turnover)
        return self._statement(self.changes.new, change.key, *lines)

    def _turnover(self, turnover: Turnover) -> Iterator[Line]:
        old = [(Fate.REMOVED, self._described(turnover.old))] if turnover.old else []
        new = [(Fate.ADDED, self._described(turnover.new))] if turnover.new else []
        what = "reason" if isinstance(turnover.new or turnover.old, Inference) else "attack"
        yield [(Fate.KEPT, f"{what}: "), *old, *([(Fate.KEPT, " ")] if old and new else []), *new]

    def _described(self, part: Inference | Aim) -> str:
        if isinstance(part, Inference):
            scheme = f" ({one_line(part.scheme)})" if part.scheme else ""
            warrant = f"; warrant: {one_line(part.warrant)}" if part.warrant else ""
            inferred = f"; {part.basis.value}" if part.basis.value != "stated" else ""
            return f"{and_list(map(self._named, part.premises))}{scheme}{warrant}{inferred}"
        gone = " (a step that is gone)" if part.target.startswith(REMOVED) else ""
        target = part.target.removeprefix(REMOVED)
        jointly = f", jointly with {and_list(part.jointly)}" if part.jointly else ""
        scheme = f" ({one_line(part.scheme)})" if part.scheme else ""
        verb = VERBS[part.kind.value] if part.kind else "attacked"
        return f"{target}{gone} is {verb}{jointly}{scheme}"

    def _named(self, key: str) -> str:
        statement = self.changes.new.statements.get(key) or self.changes.old.statements.get(key)
        return f"“{one_line(statement.label)}” ({key})" if statement else key

    def _records(
        self, section: SectionChange, old: Mapping[str, object], new: Mapping[str, object]
    ) -> tuple[Entry, ...]:
        entries = [Entry(key, _called(new[key]), "new: ") for key in section.added]
        entries += [Entry(key, _called(old[key]), "gone: ", is_new=False) for key in section.removed]
        entries += _each(section.renamed.items(), _renamed)
        for key, change in section.changed.items():
            entries.append(Entry(key, _called(new[key]), lines=tuple(map(field_line, change.fields))))
        return tuple(entries)


def _each(members: Iterable[_T], tell: Callable[[_T], Entry]) -> tuple[Entry, ...]:
    return tuple(tell(member) for member in members)


def _renamed(names: tuple[str, str]) -> Entry:
    return Entry(names[1], before=f"{one_line(names[0])} is now called")


def _plain(words: str) -> Line:
    return [(Fate.KEPT, words)]


def field_line(change: FieldChange) -> Line:
    """Tell how a field is different: of running text word by word, else the old and the new value."""
    old, new = _shown(change.old), _shown(change.new)
    line: Line = [(Fate.KEPT, f"{change.field}: ")]
    if change.field in _WORDED and old and new:
        return line + word_diff(old, new)
    if old:
        line.append((Fate.REMOVED, old))
    if old and new:
        line.append((Fate.KEPT, " "))
    if new:
        line.append((Fate.ADDED, new))
    return line


def _shown(value: object) -> str:
    """Write a value of a field on one line; nothing for what was not there."""
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, tuple | list):
        return ", ".join(map(_shown, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
    return one_line(str(value))


def _called(record: object) -> str:
    return one_line(str(getattr(record, "name", None) or getattr(record, "title", None) or ""))
