"""A report in Markdown (CommonMark), to be read, printed or turned into a document by pandoc.

https://spec.commonmark.org/0.31.2/
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, Loss
from argmap.formats.markdown_text import escape
from argmap.model import Basis, Claim, Inference, Rebuttal, Source
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, heading
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import Standing, find_standing
from argmap.text.lists import and_list

_NOT_SAID: Final = ("aka", "url", "note")


def write(argument_map: ArgumentMap) -> Exported:
    """Write the map as a report: each person's claims with grounds and challenges, then what is open."""
    text = "\n".join(_Report(argument_map, find_standing(argument_map)).lines()) + "\n"
    return Exported(text, tuple(_losses(argument_map)))


class _Report:
    def __init__(self, argument_map: ArgumentMap, standing: Standing) -> None:
        self._map = argument_map
        self._standing = standing

    def lines(self) -> Iterator[str]:
        info = self._map.info
        yield f"# {escape(info.title or 'Argument map')}"
        if info.description:
            yield from ("", escape(info.description))
        authors = dict.fromkeys(statement.by for statement in self._map.statements.values())
        for author in authors:
            yield from self._person(author)
        yield from self._open()
        yield from self._sources()

    def _person(self, key: str | None) -> Iterator[str]:
        person = self._map.people.get(key or "")
        yield from ("", f"## {escape(self._map.person_name(key))}")
        if person and person.affiliation:
            yield from ("", escape(person.affiliation))
        for statement in self._map.statements.values():
            if statement.by == key:
                yield from self._statement(statement)

    def _statement(self, statement: Claim | Rebuttal) -> Iterator[str]:
        inferred = " (inferred by the editor)" if statement.basis is Basis.INFERRED else ""
        yield from ("", f"### {escape(statement.label)}{inferred} {{#{statement.id}}}")
        if statement.text and statement.title:
            yield from ("", escape(statement.text))
        if origin := self._origin(statement):
            yield from ("", origin)
        points = [*self._targets(statement), *self._grounds(statement), *self._challenges(statement)]
        if points:
            yield from ("", *points)

    def _origin(self, statement: Claim | Rebuttal) -> str:
        quote = f"> “{escape(statement.quote)}”" if statement.quote else ""
        if not statement.source:
            return quote
        source = self._map.sources.get(statement.source.work)
        cited = source.title if source else statement.source.work
        place = f", {statement.source.locator}" if statement.source.locator else ""
        return f"{quote or '>'} — {escape(cited + place)}"

    def _targets(self, statement: Claim | Rebuttal) -> Iterator[str]:
        if isinstance(statement, Rebuttal):
            for attack in self._map.attacks_by.get(statement.id, ()):
                step = "the step to " if attack.target in self._map.inferences else ""
                yield f"- {attack.kind}s {step}{self._link(self._map.statement_of(attack.target).id)}"

    def _grounds(self, statement: Claim | Rebuttal) -> Iterator[str]:
        for step in statement.because:
            premises = and_list(self._link(premise) for premise in step.premises)
            yield f"- because {premises}{self._details(step)}"

    def _details(self, step: Inference) -> str:
        scheme = f" ({escape(step.scheme)})" if step.scheme else ""
        return scheme + (f"; warrant: {escape(step.warrant)}" if step.warrant else "")

    def _challenges(self, statement: Claim | Rebuttal) -> Iterator[str]:
        for attack in self._map.challenges_to(statement.id):
            bucket = self._standing.buckets.get(attack.rebuttal)
            where = f", {bucket.words}" if bucket else ""
            inferred = ", inferred" if attack.basis is Basis.INFERRED else ""
            yield f"- {attack.kind} by {self._link(attack.rebuttal)}{where}{inferred}"

    def _open(self) -> Iterator[str]:
        for bucket in NEEDS_REPLY:
            members = self._standing.members(bucket)
            if members:
                yield from (
                    "",
                    f"## {heading(bucket)}",
                    "",
                    f"{MEANINGS[bucket][0].upper()}{MEANINGS[bucket][1:]}.",
                    "",
                )
            for key in members:
                rebuttal = self._map.rebuttals[key]
                debtors = and_list(escape(self._map.person_name(who)) for who in owed_by(self._map, rebuttal))
                yield f"- {self._link(key)}, owed by {debtors or 'nobody named'}"

    def _sources(self) -> Iterator[str]:
        if self._map.sources:
            yield from ("", "## Sources", "")
        for source in self._map.sources.values():
            yield f"- {_reference(source)}"

    def _link(self, key: str) -> str:
        statement = self._map.statements[key]
        author = f"{escape(self._map.person_name(statement.by))}: " if statement.by else ""
        return f"{author}[{escape(statement.label)}](#{key})"


def _reference(source: Source) -> str:
    address = f"https://doi.org/{source.doi}" if source.doi else source.url
    parts = (
        ", ".join(map(str, source.authors)),
        f"“{source.title}”",
        source.container,
        source.publisher,
        source.date,
    )
    words = escape(", ".join(part for part in parts if part))
    shown = address and address.startswith(("https://", "http://")) and not re.search(r"[\s<>]", address)
    return f"{words}, <{address}>" if shown else words


def _losses(argument_map: ArgumentMap) -> Iterator[Loss]:
    for key, person in argument_map.people.items():
        for field in _NOT_SAID:
            if getattr(person, field):
                yield Loss(f"{field} of a person", key, "the report names people and where they work")
    for statement in argument_map.statements.values():
        for field in ("tags", "note"):
            if getattr(statement, field):
                yield Loss(f"{field} of a statement", statement.id, "the report leaves it out")
