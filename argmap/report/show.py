"""The page that ``argmap show`` prints for each thing in a map."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person, Rebuttal
from argmap.queries.find import Match, Thing
from argmap.queries.tally import Counts, Tally, tally
from argmap.queries.unanswered import Standing, find_standing
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.report.statements import StatementWriter, bucket_part
from argmap.text.clean import one_line
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.citations.bibliography import Bibliography

MOST_SHOWN = 5
"""More matches than this are listed, not shown."""


def print_matches(
    argument_map: ArgumentMap,
    matches: Sequence[Match],
    console: Console,
    works: "Bibliography | None" = None,
    standing: Standing | None = None,
) -> None:
    """Print a page for each match, or one list where there are many.

    Args:
        argument_map: the map.
        matches: what to show.
        console: where to.
        works: the works of the map in the style in which they are cited; by default in the usual one.
        standing: the buckets of the map, where they are known already.
    """
    page = Page(console)
    show = _Show(StatementWriter(argument_map, standing or find_standing(argument_map), page, works))
    if len(matches) > MOST_SHOWN:
        page.paragraph(f"{len(matches)} things fit; name one of them to see it whole.")
        page.blank()
        for match in matches:
            page.entry((match.thing.value + " ", "quiet"), show.label(match), key=match.id, indent=2)
        return
    for number, match in enumerate(matches):
        if number:
            page.paragraph(("─" * page.width, "quiet"))
        show.match(match)


@dataclass(frozen=True)
class _Show:
    write: StatementWriter

    @property
    def map(self) -> ArgumentMap:
        return self.write.map

    @property
    def page(self) -> Page:
        return self.write.page

    @property
    def standing(self) -> Standing:
        return self.write.standing

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        return tally(self.map, self.standing)

    def match(self, match: Match) -> None:
        pages: dict[Thing, Callable[[str], None]] = {
            Thing.PERSON: self.person,
            Thing.CLAIM: self.statement,
            Thing.REBUTTAL: self.statement,
            Thing.INFERENCE: self.inference,
            Thing.SOURCE: self.source,
            Thing.TAG: self.tag,
        }
        self.write.begin()
        pages[match.thing](match.id)

    def label(self, match: Match) -> str:
        if match.thing is Thing.PERSON:
            return self.write.name(match.id)
        if match.thing is Thing.SOURCE:
            return one_line(self.map.sources[match.id].title)
        if match.thing is Thing.TAG:
            return one_line(self.map.info.tags.get(match.id, ""))
        return one_line(self.map.statement_of(match.id).label)

    def person(self, key: str) -> None:
        person = self.map.people.get(key) or Person(name=key)
        also = [one_line(name) for name in person.aka]
        self.page.entry((one_line(person.name), "name"), *([f" · {also[0]}"] if also else []), key=key)
        if person.hypothetical:
            self.page.paragraph("Only imagined or unnamed; owes nobody a reply")
        if also[1:]:
            self.page.paragraph("Also: " + ", ".join(also[1:]))
        for line in (person.affiliation, person.url, person.note):
            if line:
                self.page.paragraph(one_line(line))
        if person.members:
            self.page.paragraph(
                "Speaks for " + ", ".join(self.write.name(member) for member in person.members)
            )
        self._person_body(key)

    def _person_body(self, key: str) -> None:
        found = self.tallies[key]
        claims = [self.map.claims[each] for each in found.claims]
        made, owes, owed, inferred = (
            [self.map.rebuttals[each] for each in keys]
            for keys in (found.made, found.owes, found.owed, found.inferred_rebuttals)
        )
        self._figures(found.counts)
        theses = [claim for claim in claims if claim.main]
        self._statements("Main theses", theses)
        others = [claim for claim in claims if not claim.main]
        self._statements("Other claims" if theses else "Claims", others)
        self._statements("Challenges and replies made", made)
        self._debts("Owes a reply to", owes)
        self._short("Awaiting a reply", owed)
        self._short("Conflicts inferred by the editor", inferred)
        self._sources((*claims, *made, *inferred, *owes))

    def _figures(self, counts: Counts) -> None:
        claims = count(counts.claims, "claim")
        inferred = f" ({counts.inferred_claims} inferred)" if counts.inferred_claims else ""
        self.page.paragraph(
            f"{claims}{inferred}, {counts.challenged} challenged · "
            f"{count(counts.made, 'challenge or reply', 'challenges or replies')} · "
            f"owes {count(counts.owes, 'reply', 'replies')}, is owed {counts.owed}"
        )

    def _statements(self, heading: str, statements: Sequence[Claim | Rebuttal]) -> None:
        if not statements:
            return
        self.page.heading(heading)
        for number, statement in enumerate(statements):
            if number:
                self.page.blank()
            self.write.head(statement)
            self.write.body(statement)
            if isinstance(statement, Rebuttal):
                self.write.targets(statement)
                self.page.paragraph(*self.write.bucket(statement), indent=4)
            self.write.grounds(statement)
            self.write.challenges(statement)

    def _debts(self, heading: str, rebuttals: Sequence[Rebuttal]) -> None:
        """Print challenges by others in full, since the person's own page shows them nowhere else."""
        if not rebuttals:
            return
        self.page.heading(heading)
        for number, rebuttal in enumerate(rebuttals):
            if number:
                self.page.blank()
            self.write.head(rebuttal, author=True)
            self.write.body(rebuttal)
            self.write.targets(rebuttal)
            if words := self.write.passed_over(rebuttal.id):
                self.page.paragraph(words, indent=4, hanging=2)

    def _short(self, heading: str, rebuttals: Sequence[Rebuttal]) -> None:
        if not rebuttals:
            return
        self.page.heading(heading)
        for rebuttal in rebuttals:
            self.write.head(rebuttal)
            self.write.targets(rebuttal)

    def _sources(self, statements: Iterable[Claim | Rebuttal]) -> None:
        works = dict.fromkeys(s.source.work for s in statements if s.source)
        listed = [work for work in works if work in self.map.sources]
        if listed:
            self.page.heading("Sources")
            for work in listed:
                self.reference(work, indent=2)

    def statement(self, key: str) -> None:
        statement = self.map.statements[key]
        self.write.head(statement, indent=0)
        self.write.attribution(statement)
        self.page.blank()
        self.write.body(statement, indent=0)
        if statement.tags:
            self.page.paragraph(("Tags: ", "quiet"), ", ".join(one_line(tag) for tag in statement.tags))
        if isinstance(statement, Rebuttal):
            self.write.targets(statement, indent=0)
        self.write.grounds(statement, indent=0)
        self.write.uses(statement, indent=0)
        self._standing(statement)
        self.write.challenges(statement, indent=0)
        self._sources([statement])
        if place := self.map.locations.get(key):
            self.page.blank()
            self.page.paragraph((str(place), "quiet"))

    def _standing(self, statement: Claim | Rebuttal) -> None:
        if isinstance(statement, Rebuttal):
            self.page.paragraph(*self.write.bucket(statement))
        elif bucket := self.standing.buckets.get(statement.id):
            self.page.paragraph(bucket_part(bucket))

    def inference(self, key: str) -> None:
        step = self.map.inferences[key]
        self.page.entry(("inference", "name"), key=key)
        self.page.entry("to ", one_line(self.map.statements[step.conclusion].label), key=step.conclusion)
        self.write.inference(step, indent=0)

    def source(self, key: str) -> None:
        source = self.map.sources[key]
        self.page.entry((one_line(source.title), "name"), key=key)
        self.reference(key)
        if source.note:
            self.page.paragraph(one_line(source.note))
        traced = [s for s in self.map.statements.values() if s.source and s.source.work == key]
        self._list(traced, locator=True)

    def reference(self, work: str, indent: int = 0) -> None:
        entry = self.write.works.full(work, with_address=False).text()
        self.page.paragraph(one_line(entry), indent=indent, hanging=2)
        if address := self.map.sources[work].address:
            self.page.verbatim(one_line(address), indent=indent + 2)

    def tag(self, key: str) -> None:
        self.page.entry((one_line(key), "name"), key="tag")
        if meaning := self.map.info.tags.get(key):
            self.page.paragraph(one_line(meaning))
        self._list([s for s in self.map.statements.values() if key in s.tags])

    def _list(self, statements: Sequence[Claim | Rebuttal], *, locator: bool = False) -> None:
        self.page.heading(count(len(statements), "statement"))
        for statement in statements:
            self.write.head(statement, author=True, locator=locator)
