"""What rules look at."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.argument_map import ArgumentMap
from argmap.files.copies.source_copies import Copies
from argmap.files.faults.record_names import RecordNames, all_used
from argmap.files.settings import CheckSettings
from argmap.model import Claim, Rebuttal
from argmap.queries.order import WorkOrder, order_of_works
from argmap.references import Named, used_names
from argmap.rules.finding import Spot


@dataclass(frozen=True)
class Subject:
    """A map under examination.

    Args:
        map: the valid records.
        settings: what the user wants of the rules.
        mentioned: names and words of records that could not be read, which may refer to others.
        copies: the texts of the sources, as far as there are local copies.
        names: the names in the records, as far as they are remembered.
    """

    map: ArgumentMap
    settings: CheckSettings = field(default_factory=CheckSettings)
    mentioned: Collection[str] = frozenset()
    copies: Copies = field(default_factory=Copies)
    names: RecordNames | None = None

    def at(self, statement: Claim | Rebuttal, *path: str | int, words: str = "", key: bool = False) -> Spot:
        """Give the place of a field of a statement."""
        return at(statement, *path, words=words, key=key)

    def at_step(self, step: str) -> Spot:
        """Give the place where an inference is written."""
        conclusion = self.map.statement_of(step)
        number = next(number for number, one in enumerate(conclusion.because) if one.id == step)
        return self.at(conclusion, "because", number)

    def statements(self) -> Iterator[Claim | Rebuttal]:
        """Give every claim, then every rebuttal."""
        yield from self.map.statements.values()

    @cached_property
    def used(self) -> Mapping[Named, Collection[str]]:
        """The names that stand in claims, rebuttals and the order of works, by what they stand for."""
        records = (*self.map.statements.values(), self.map.info)
        return all_used(self.names.uses(records)) if self.names else used_names(records)

    @cached_property
    def order(self) -> WorkOrder:
        """The order in which the works were spoken or written."""
        return order_of_works(self.map)

    @cached_property
    def supports(self) -> Mapping[str, tuple[str, ...]]:
        """Each statement's conclusions: what it is a premise of."""
        return {
            premise: tuple(dict.fromkeys(step.conclusion for step in steps))
            for premise, steps in self.map.uses_of.items()
        }


def at(statement: Claim | Rebuttal, *path: str | int, words: str = "", key: bool = False) -> Spot:
    """Give the place of a field of a statement."""
    section = "rebuttals" if isinstance(statement, Rebuttal) else "claims"
    return Spot(section, statement.id, path, words, key)
