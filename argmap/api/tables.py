"""`argmap.tables`: a map as tables, one for each kind of thing in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from argmap.api.table import Kind, Table, Tables, Value
from argmap.argument_map import ArgumentMap
from argmap.citations.printed_names import printed_names
from argmap.model import Claim, Rebuttal
from argmap.queries.owing import owed_by
from argmap.queries.tally import tally
from argmap.queries.unanswered import Standing, find_standing
from argmap.semantics.participants import Terms
from argmap.semantics.reading import read
from argmap.semantics.status import Evaluation, evaluate

_Row: TypeAlias = Sequence[Value]

_STATEMENT: Final[Mapping[str, Kind]] = {
    "id": "text",
    "by": "text",
    "name": "text",
    "title": "text",
    "text": "text",
    "quote": "text",
    "source": "text",
    "locator": "text",
    "tags": "list",
    "basis": "text",
}
_WHERE: Final[Mapping[str, Kind]] = {"bucket": "text", "status": "text"}
"""The columns that claims and rebuttals have in common, at their beginning and at their end."""

_TABLES: Final[Mapping[str, Mapping[str, Kind]]] = {
    "people": {
        "id": "text",
        "name": "text",
        "affiliation": "text",
        "hypothetical": "flag",
        "members": "list",
        "claims": "number",
        "challenged": "number",
        "made": "number",
        "owes": "number",
        "owed": "number",
    },
    "sources": {
        "id": "text",
        "title": "text",
        "authors": "list",
        "type": "text",
        "container": "text",
        "date": "text",
        "address": "text",
        "statements": "number",
    },
    "claims": {
        **_STATEMENT,
        "main": "flag",
        "challenged": "flag",
        **_WHERE,
    },
    "rebuttals": {
        **_STATEMENT,
        "kind": "text",
        "attacks": "list",
        "marker": "text",
        "owed_by": "list",
        **_WHERE,
    },
    "inferences": {
        "id": "text",
        "premises": "list",
        "conclusion": "text",
        "scheme": "text",
        "warrant": "text",
        "basis": "text",
        "status": "text",
    },
    "attacks": {
        "rebuttal": "text",
        "target": "text",
        "statement": "text",
        "kind": "text",
        "basis": "text",
        "jointly": "list",
        "id": "text",
    },
}
"""The columns of each table, and what stands in them."""


def tables(argument_map: ArgumentMap, *, include_inferred: bool = False) -> Tables:
    """Give a map as tables, with the bucket of each claim and challenge, and the grounded status.

    What does not take part, such as a conflict that only the editor sees, has neither.

    Args:
        argument_map: the map.
        include_inferred: whether conflicts inferred by the editor take part.
    """
    rows = _Rows(
        argument_map,
        find_standing(argument_map, include_inferred=include_inferred),
        evaluate(read(argument_map, Terms(include_inferred=include_inferred))),
    )
    content: Mapping[str, Iterator[_Row]] = {
        "people": rows.people(),
        "sources": rows.sources(),
        "claims": map(rows.claim, argument_map.claims.values()),
        "rebuttals": map(rows.rebuttal, argument_map.rebuttals.values()),
        "inferences": rows.inferences(),
        "attacks": rows.attacks(),
    }
    return Tables({name: _table(kinds, list(content[name])) for name, kinds in _TABLES.items()})


def _table(kinds: Mapping[str, Kind], rows: Sequence[_Row]) -> Table:
    columns = {name: [row[at] for row in rows] for at, name in enumerate(kinds)}
    return Table(kinds, columns)


@dataclass(frozen=True)
class _Rows:
    map: ArgumentMap
    standing: Standing
    evaluation: Evaluation

    def people(self) -> Iterator[_Row]:
        for key, told in tally(self.map, self.standing).items():
            person, counts = self.map.people.get(key), told.counts
            yield (
                key,
                self.map.person_name(key),
                person.affiliation if person else None,
                bool(person and person.hypothetical),
                list(person.members) if person else [],
                counts.claims,
                counts.challenged,
                counts.made,
                counts.owes,
                counts.owed,
            )

    def sources(self) -> Iterator[_Row]:
        traced = Counter(one.source.work for one in self.map.statements.values() if one.source)
        for key, work in self.map.sources.items():
            yield (
                key,
                work.title,
                [str(name) for name in printed_names(work.authors, self.map.people)],
                work.type.value if work.type else None,
                work.container,
                work.date,
                work.address,
                traced[key],
            )

    def claim(self, claim: Claim) -> _Row:
        challenged = claim.id in self.standing.challenged
        return (*self._statement(claim), claim.main, challenged, *self._where(claim.id))

    def rebuttal(self, rebuttal: Rebuttal) -> _Row:
        return (
            *self._statement(rebuttal),
            rebuttal.kind.value,
            list(rebuttal.attacks),
            rebuttal.marker.value if rebuttal.marker else None,
            list(owed_by(self.map, rebuttal)),
            *self._where(rebuttal.id),
        )

    def inferences(self) -> Iterator[_Row]:
        for step in self.map.inferences.values():
            status = self.evaluation.steps.get(step.id)
            yield (
                step.id,
                list(step.premises),
                step.conclusion,
                step.scheme,
                step.warrant,
                step.basis.value,
                status.value if status else None,
            )

    def attacks(self) -> Iterator[_Row]:
        for one in self.map.attacks:
            yield (
                one.rebuttal,
                one.target,
                self.map.statement_of(one.target).id,
                one.kind.value,
                one.basis.value,
                list(one.jointly),
                one.id or None,
            )

    def _statement(self, one: Claim | Rebuttal) -> _Row:
        return (
            one.id,
            one.by,
            self.map.person_name(one.by) if one.by else None,
            one.title,
            one.text,
            one.quote,
            one.source.work if one.source else None,
            one.source.locator if one.source else None,
            list(one.tags),
            one.basis.value,
        )

    def _where(self, key: str) -> _Row:
        bucket, status = self.standing.buckets.get(key), self.evaluation.statuses.get(key)
        return (bucket.value if bucket else None, status.value if status else None)
