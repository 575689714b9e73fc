"""What is different in the records of two maps, field by field."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.model import Aim, AttackKind, Claim, Inference, Rebuttal, Record
from argmap.references import NewNames, renamed

_UNORDERED: Final = frozenset({"tags", "restates", "aka", "members"})
"""Fields whose values mean the same in any order."""

_BY_PART: Final = frozenset({"because", "aims"})
"""Fields whose values are compared one by one."""

_NAME: Final = frozenset({"id"})


@dataclass(frozen=True)
class FieldChange:
    """A field with another value.

    Args:
        field: what it is called in files.
        old: what it held, names as they are now; None where it was not there.
        new: what it holds; None where it is gone.
    """

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class RecordChange:
    """What is different in a record that both maps have.

    Args:
        key: what it is called now.
        fields: the fields with another value, but not the reasons and attacks.
        reasons: the steps to a statement that came, went or are different.
        attacks: the same for the attacks of a rebuttal.
    """

    key: str
    fields: tuple[FieldChange, ...] = ()
    reasons: tuple["Turnover", ...] = ()
    attacks: tuple["Turnover", ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.fields or self.reasons or self.attacks)


@dataclass(frozen=True)
class Turnover:
    """A reason or an attack that came, went or is different.

    Args:
        old: as it was, names as they are now; None where it is new.
        new: as it is; None where it is gone.
    """

    old: Inference | Aim | None
    new: Inference | Aim | None


@dataclass(frozen=True)
class SectionChange:
    """What is different in the records of one section.

    Args:
        added: the new ones.
        removed: those that are gone.
        renamed: old to new name of those that are called otherwise.
        changed: by the new name, what is different in a record.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, RecordChange] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.added or self.removed or self.renamed or self.changed)


def compare_records(old: Record, new: Record, key: str, names: NewNames) -> RecordChange:
    """Compare a record with what became of it.

    Args:
        old: the record of the older map.
        new: the record of the newer one.
        key: what it is called now.
        names: what is called otherwise now.
    """
    old = renamed(old, names)
    if old == new:
        return RecordChange(key)
    fields = tuple(_changed_fields(old, new))
    if not (isinstance(old, Claim | Rebuttal) and isinstance(new, Claim | Rebuttal)):
        return RecordChange(key, fields)
    reasons = tuple(_turnover(old.because, new.because, lambda step: step.id))
    return RecordChange(key, fields, reasons, tuple(_changed_attacks(old, new)))


def _changed_fields(old: Record, new: Record) -> Iterator[FieldChange]:
    if type(old) is not type(new):
        yield FieldChange("type", type(old).__name__.lower(), type(new).__name__.lower())
    known = dict.fromkeys((*type(new).model_fields, *type(old).model_fields))
    for name in known:
        if name in _BY_PART | _NAME:
            continue
        before, after = getattr(old, name, None), getattr(new, name, None)
        if _same(name, before, after):
            continue
        model = new if name in type(new).model_fields else old
        written = type(model).model_fields[name].alias or name
        yield FieldChange(written, before if before != () else None, after if after != () else None)


def _same(name: str, before: object, after: object) -> bool:
    if name in _UNORDERED and isinstance(before, tuple) and isinstance(after, tuple):
        return set(before) == set(after)
    # A field that only one of the two kinds of statements has says nothing where it is empty.
    return before == after or not (before or after)


def _changed_attacks(old: Claim | Rebuttal, new: Claim | Rebuttal) -> Iterator[Turnover]:
    before, after = _aims(old), _aims(new)
    yield from _turnover(before, after, lambda aim: (aim.target, aim.id))


def _aims(statement: Claim | Rebuttal) -> list[Aim]:
    """Give the attacks of a statement, each with its kind."""
    if not isinstance(statement, Rebuttal):
        return []
    return [_with_kind(aim, statement.kind) for aim in statement.distinct_aims]


def _with_kind(aim: Aim, kind: AttackKind) -> Aim:
    partners = tuple(sorted(aim.jointly))
    return aim.model_copy(update={"kind": aim.kind or kind, "jointly": partners, "origin": None})


def _turnover(before: Iterable[Any], after: Iterable[Any], called: Any) -> Iterator[Turnover]:  # noqa: ANN401 — steps or attacks
    """Compare steps or attacks: those that are called the same are the same, changed or not."""
    old, new = _by_name(before, called), _by_name(after, called)
    for name, others in new.items():
        were = old.pop(name, [])
        for number, one in enumerate(others):
            was = were[number] if number < len(were) else None
            if was is None or not _says_the_same(was, one):
                yield Turnover(was, one)
        for was in were[len(others) :]:
            yield Turnover(was, None)
    for gone in old.values():
        for one in gone:
            yield Turnover(one, None)


def _by_name(items: Iterable[Any], called: Any) -> dict[Hashable, list[Any]]:  # noqa: ANN401 — steps or attacks
    found: dict[Hashable, list[Any]] = {}
    for item in items:
        found.setdefault(called(item), []).append(item)
    return found


def _says_the_same(one: Record, other: Record) -> bool:
    if isinstance(one, Inference) and isinstance(other, Inference):
        one = one.model_copy(update={"premises": tuple(sorted(one.premises))})
        other = other.model_copy(update={"premises": tuple(sorted(other.premises))})
    return one == other


def compare_sections(
    old: Mapping[str, Record], new: Mapping[str, Record], became: Mapping[str, str], names: NewNames
) -> SectionChange:
    """Compare the records of a section of two maps.

    Args:
        old: those of the older map.
        new: those of the newer one.
        became: old to new names of those that were renamed.
        names: what is called otherwise now.
    """
    taken = set(became.values())
    has_names = names != NewNames()
    changed = {}
    for key, record in old.items():
        now = became.get(key, key)
        other = new.get(now)
        if other is None or (not has_names and (record is other or record == other)):
            continue
        if change := compare_records(record, other, now, names):
            changed[now] = change
    return SectionChange(
        added=tuple(key for key in new if key not in old and key not in taken),
        removed=tuple(key for key in old if key not in new and key not in became),
        renamed=dict(became),
        changed={key: changed[key] for key in new if key in changed},
    )
