"""What each person said in a debate, met with, and has to answer: the one count behind every surface."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Rebuttal
from argmap.queries.owing import is_hypothetical, owed_by
from argmap.queries.unanswered import Standing, awaits_reply


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each there are; `docs/buckets.md` tells what counts.

    Args:
        person: the key.
        claims: the person's claims, those that only the map's editor puts down to the person among them.
        inferred_claims: how many of the claims these are.
        challenged: how many of the claims are challenged, or an inference to them.
        made: challenges and replies that the person voiced.
        inferred_rebuttals: challenges and replies that only the editor puts down to the person.
        owes: voiced challenges that wait for a reply of the person; none of one only imagined or unnamed.
        owed: voiced challenges by the person that wait for a reply.
    """

    person: str
    claims: int = 0
    inferred_claims: int = 0
    challenged: int = 0
    made: int = 0
    inferred_rebuttals: int = 0
    owes: int = 0
    owed: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything was counted."""
        return any(getattr(self, name) for name in COUNTED)


COUNTED = tuple(field.name for field in fields(Counts) if field.name != "person")
"""What is counted, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What `Counts` counts, as ids in the order of the map."""

    person: str
    claims: tuple[str, ...] = ()
    inferred_claims: tuple[str, ...] = ()
    challenged: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    inferred_rebuttals: tuple[str, ...] = ()
    owes: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many of each there are."""
        return Counts(self.person, **{name: len(getattr(self, name)) for name in COUNTED})


def tally(
    argument_map: ArgumentMap, standing: Standing, shown: Collection[str] | None = None
) -> Mapping[str, Tally]:
    """Count what each person said, alone or in a joint voice, and what waits for whose reply.

    Args:
        argument_map: the map.
        standing: its buckets, with or without what the editor infers: so count challenges and replies.
        shown: the statements that a part shows; where that is all that anybody stated, the whole map counts.

    Returns:
        A tally for each person of the map and each author, by key, in the map's order of people.
    """
    authors = dict.fromkeys(statement.by for statement in argument_map.statements.values() if statement.by)
    people = dict.fromkeys((*argument_map.people, *authors))
    found: dict[str, dict[str, dict[str, None]]] = {
        person: {name: {} for name in COUNTED} for person in people
    }
    speaking = {voice: _speakers(argument_map, voice) & people.keys() for voice in people}
    for key in _counted(argument_map, shown):
        for voice, name in _entries(argument_map, standing, key):
            for person in speaking.get(voice, ()) if voice else ():
                if name != "owes" or not is_hypothetical(argument_map, person):
                    found[person][name][key] = None
    return {
        person: Tally(person, **{name: tuple(keys) for name, keys in lists.items()})
        for person, lists in found.items()
    }


def _counted(argument_map: ArgumentMap, shown: Collection[str] | None) -> Collection[str]:
    """Give the statements that count: whether a picture leaves out the editor's part changes no number."""
    everything = argument_map.statements
    if shown is None:
        return everything
    chosen = frozenset(shown)
    if all(key in chosen for key, one in everything.items() if one.basis is Basis.STATED):
        return everything
    return [key for key in everything if key in chosen]


def _speakers(argument_map: ArgumentMap, voice: str) -> set[str]:
    """Name who speaks with a voice: itself, and the members where it is a joint one."""
    person = argument_map.people.get(voice)
    return {voice, *person.members} if person else {voice}


def _entries(argument_map: ArgumentMap, standing: Standing, key: str) -> Iterator[tuple[str | None, str]]:
    """Name under what a statement counts for which voice."""
    statement = argument_map.statements[key]
    inferred = statement.basis is Basis.INFERRED
    if isinstance(statement, Rebuttal):
        yield statement.by, "inferred_rebuttals" if inferred else "made"
        if awaits_reply(argument_map, statement, standing):
            yield statement.by, "owed"
            yield from ((debtor, "owes") for debtor in owed_by(argument_map, statement))
        return
    yield statement.by, "claims"
    if inferred:
        yield statement.by, "inferred_claims"
    if key in standing.challenged:
        yield statement.by, "challenged"
