"""The names in records, remembered for programs that read a map again after each small change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from argmap.model import Person, Record, Source, Statement
from argmap.model.by_record import ByRecord
from argmap.references import Named, used_names
from argmap.text.fold import fold

Use = tuple[Named, str]
"""A name that stands in a record, and what it stands for."""


class RecordNames:
    """The names in records: of a record that is still the same they are not looked for again."""

    def __init__(self) -> None:
        self._used: ByRecord[Record, frozenset[Use]] = ByRecord(uses)
        self._called: ByRecord[Record, Sequence[str]] = ByRecord(called)

    def uses(self, records: Sequence[Record]) -> list[frozenset[Use]]:
        """Give the names that stand in each record.

        Args:
            records: all of a map that are asked about.
        """
        return self._used.of(records)

    def called(self, records: Sequence[Record]) -> list[Sequence[str]]:
        """Give what each record is called, folded.

        Args:
            records: all of a map that are asked about.
        """
        return self._called.of(records)


def uses(record: Record) -> frozenset[Use]:
    """Give the names that stand in a record."""
    return frozenset((kind, name) for kind, names in used_names((record,)).items() for name in names)


def all_used(uses: Iterable[Collection[Use]]) -> Mapping[Named, set[str]]:
    """Give the names that stand in any of some records, by what they stand for."""
    found: dict[Named, set[str]] = {kind: set() for kind in Named}
    for kind, name in set(chain.from_iterable(uses)):
        found[kind].add(name)
    return found


def called(record: Record) -> Sequence[str]:
    """Give what a person or source is called beside its key, or a statement with its id, folded."""
    names: Iterable[str | None] = ()
    if isinstance(record, Person):
        names = (record.name, *record.aka)
    elif isinstance(record, Source):
        names = (record.title,)
    elif isinstance(record, Statement):
        names = (record.id, record.title)
    return tuple(dict.fromkeys(fold(name) for name in names if name))
