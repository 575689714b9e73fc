"""Who challenges whom: what is shown of people and of the challenges between them."""

from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Person
from argmap.queries.disputes import Exchange, exchanges
from argmap.queries.owing import is_hypothetical
from argmap.queries.tally import Counts, tally
from argmap.queries.unanswered import find_standing
from argmap.render.diagram import Diagram
from argmap.render.wording import INFERRED, UNHEARD
from argmap.text.plurals import count


@dataclass(frozen=True, slots=True)
class PersonBox:
    """A person.

    Args:
        id: the person's key.
        name: as it should be printed.
        affiliation: where the person works or belongs, or that the person is only imagined; may be empty.
        done: what the person said, counted, in words.
        due: who waits for whose replies, in words; empty where nobody does.
    """

    id: str
    name: str
    affiliation: str
    done: str
    due: str

    @property
    def tooltip(self) -> str:
        """Everything about the person, in lines."""
        return "\n".join(filter(None, [self.name, self.affiliation, self.done, self.due, f"[{self.id}]"]))


@dataclass(frozen=True, slots=True)
class Challenges:
    """What one person challenges of another.

    Args:
        id: `tail->head`, with a word behind it for those that only the editor sees.
        tail: the key of who challenges.
        head: the key of who is challenged.
        number: of challenges and replies.
        open: how many wait for a reply.
        inferred: whether the map's editor supplied them.
        unheard: whether who is challenged is only imagined or unnamed.
        tooltip: the challenges, a line each.
    """

    id: str
    tail: str
    head: str
    number: int
    open: int
    inferred: bool
    unheard: bool
    tooltip: str

    @property
    def due(self) -> str:
        """How many wait for a reply, in words."""
        return UNHEARD if self.unheard else f"{self.open} open"


@dataclass(frozen=True, slots=True)
class People:
    """Who challenges whom.

    Args:
        diagram: the statements that were counted, with the title and description of the picture.
        boxes: one for each author of a statement, in the map's order of people.
        lines: at most two for each ordered pair: what was voiced, and what the editor infers.
    """

    diagram: Diagram
    boxes: tuple[PersonBox, ...]
    lines: tuple[Challenges, ...]


def people_of(amap: ArgumentMap, diagram: Diagram) -> People:
    """Count who challenges whom.

    Args:
        amap: the map.
        diagram: what was selected of it: only challenges between these statements count, and conflicts that
            only the editor sees only where the diagram has them.
    """
    chosen = [box.id for box in diagram.boxes]
    authors = {box.speaker for box in diagram.boxes}
    standing = find_standing(amap, include_inferred=diagram.inferred)
    tallies = tally(amap, standing, chosen)
    return People(
        diagram,
        tuple(
            _box(amap, each.counts, include_inferred=diagram.inferred)
            for person, each in tallies.items()
            if person in authors
        ),
        tuple(
            _line(amap, exchange)
            for exchange in exchanges(amap, chosen, standing)
            if diagram.inferred or not exchange.inferred
        ),
    )


def _box(amap: ArgumentMap, counts: Counts, *, include_inferred: bool) -> PersonBox:
    person = amap.people.get(counts.person)
    done = {
        _claims(counts): counts.claims,
        f"{count(counts.made, 'challenge')} made": counts.made,
        f"{counts.inferred_rebuttals} inferred by the editor": include_inferred and counts.inferred_rebuttals,
    }
    due = {
        f"owes {count(counts.owes, 'reply', 'replies')}": counts.owes,
        f"is owed {count(counts.owed, 'reply', 'replies')}": counts.owed,
    }
    return PersonBox(
        counts.person,
        amap.person_name(counts.person),
        _belonging(person) if person else "",
        " · ".join(words for words, number in done.items() if number),
        " · ".join(words for words, number in due.items() if number),
    )


def _belonging(person: Person) -> str:
    imagined = "imagined or unnamed" if person.hypothetical else None
    return " · ".join(filter(None, [imagined, person.affiliation]))


def _claims(counts: Counts) -> str:
    inferred = f" ({counts.inferred_claims} inferred)" if counts.inferred_claims else ""
    challenged = f", {counts.challenged} challenged" if counts.challenged else ""
    return f"{count(counts.claims, 'claim')}{inferred}{challenged}"


def _line(amap: ArgumentMap, exchange: Exchange) -> Challenges:
    tail, head, inferred = exchange.challenger, exchange.challenged, exchange.inferred
    labels = (f"“{amap.statements[key].label}”" for key in exchange.rebuttals)
    who = f"{amap.person_name(tail)} challenges {amap.person_name(head)}:"
    line = Challenges(
        f"{tail}->{head} inferred" if inferred else f"{tail}->{head}",
        tail,
        head,
        len(exchange.rebuttals),
        exchange.open,
        inferred,
        is_hypothetical(amap, head),
        "",
    )
    return replace(line, tooltip="\n".join([who, *labels, INFERRED if inferred else line.due]))
