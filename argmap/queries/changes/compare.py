"""Everything that is different between two versions of a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from argmap.argument_map import ArgumentMap
from argmap.queries.changes.debate import DebateChange, compare_debates
from argmap.queries.changes.matching import Matches, match_maps
from argmap.queries.changes.records import FieldChange, SectionChange, compare_records, compare_sections
from argmap.queries.unanswered import Standing, find_standing
from argmap.semantics.acceptance import Acceptance
from argmap.semantics.explain import Explainer
from argmap.semantics.kinds import Semantics
from argmap.semantics.participants import Terms
from argmap.semantics.reading import read
from argmap.semantics.status import Evaluation, Status, evaluate


@dataclass(frozen=True, eq=False)
class Changes:
    """What is different between two versions of a map.

    What follows from the records, such as statuses, is worked out for who asks.

    Args:
        old: the older map.
        new: the newer map.
        matches: which record is which.
        info: the fields of what the map says of itself that are different.
        people: the people that are different.
        sources: the sources.
        statements: the claims and rebuttals.
        moved: statement to the files in which it stood and stands, of those that stand in another file.
        include_inferred: whether conflicts inferred by the editor count.
    """

    old: ArgumentMap
    new: ArgumentMap
    matches: Matches
    info: tuple[FieldChange, ...]
    people: SectionChange
    sources: SectionChange
    statements: SectionChange
    moved: Mapping[str, tuple[str, str]]
    include_inferred: bool = False

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(
            self.info or self.people or self.sources or self.statements or self.moved or self.matches.tags
        )

    @cached_property
    def standings(self) -> tuple[Standing, Standing]:
        """The buckets of the older and of the newer map."""
        older, newer = (find_standing(one, include_inferred=self.include_inferred) for one in self._maps)
        return older, newer

    @cached_property
    def debate(self) -> DebateChange:
        """How the debate stands otherwise."""
        older, newer = self.standings
        return compare_debates((self.old, older), (self.new, newer), self.matches)

    @cached_property
    def explainer(self) -> Explainer:
        """Who can say why a statement of the newer map has its status."""
        return Explainer(self._evaluations[1])

    @cached_property
    def statuses(self) -> Mapping[str, tuple[Status, Status]]:
        """The statements with another grounded status, by their new ids: the old status and the new."""
        older, newer = self._evaluations
        then = {self.matches.names.node(key): status for key, status in older.statuses.items()}
        return {
            key: (then[key], status)
            for key, status in newer.statuses.items()
            if key in then and then[key] is not status
        }

    @cached_property
    def _evaluations(self) -> tuple[Evaluation, Evaluation]:
        terms = Terms(include_inferred=self.include_inferred)
        older, newer = (
            evaluate(read(one, terms), Semantics.GROUNDED, Acceptance.SKEPTICAL) for one in self._maps
        )
        return older, newer

    @property
    def _maps(self) -> tuple[ArgumentMap, ArgumentMap]:
        return self.old, self.new


def compare(
    old: ArgumentMap,
    new: ArgumentMap,
    *,
    include_inferred: bool = False,
) -> Changes:
    """Compare two versions of a map.

    Args:
        old: the older map.
        new: the newer map.
        include_inferred: whether conflicts inferred by the editor count.
    """
    matches = match_maps(old, new)
    names = matches.names
    statements = compare_sections(old.statements, new.statements, matches.statements, names)
    return Changes(
        old,
        new,
        matches,
        compare_records(old.info, new.info, "", names).fields,
        compare_sections(old.people, new.people, matches.people, names),
        compare_sections(old.sources, new.sources, matches.sources, names),
        statements,
        _moved(old, new, matches),
        include_inferred,
    )


def _moved(old: ArgumentMap, new: ArgumentMap, matches: Matches) -> dict[str, tuple[str, str]]:
    """Find the statements that stand in another file; two maps of one file each have nothing that moved."""
    files = [{_file(place.file) for place in one.locations.values()} for one in (old, new)]
    if all(len(names) <= 1 for names in files):
        return {}
    moved = {}
    for key, place in old.locations.items():
        now = new.locations.get(matches.names.node(key))
        if now and _file(place.file) != _file(now.file):
            moved[matches.names.node(key)] = _file(place.file), _file(now.file)
    return moved


def _file(name: str) -> str:
    return PurePosixPath(name).name
