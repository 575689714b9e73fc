"""The two sides of a debate: who speaks with whom, and against whom."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries.spoken import works_of_voices
from argmap.text.lists import and_list

_BOTH = 2


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides.

    Args:
        of_people: key of a person to 0 or 1; side 0 speaks first.
        of_works: key of a work to the same, unless both sides speak in it.
        names: what the sides are called: an affiliation, or those who speak.
        are_named: whether these are affiliations.
    """

    of_people: Mapping[str, int]
    of_works: Mapping[str, int]
    names: tuple[str, str]
    are_named: bool


def find_sides(argument_map: ArgumentMap, works: Sequence[str]) -> Sides | None:
    """Tell the two sides of a debate.

    They are the two affiliations, where those who speak in the works have two among them. Else they follow
    from who attacks whom: who attacks another is on the other side, and a joint voice is on the side of its
    members.

    Args:
        argument_map: the map.
        works: those of the debate, in their order.

    Returns:
        The sides; None where there are not two, or it cannot be told of everybody on which side they are.
    """
    spoken = works_of_voices(argument_map)
    speaking: dict[str, list[str]] = {work: [] for work in works}
    for voice, said in spoken.items():
        for work in said & speaking.keys():
            speaking[work].append(voice)
    voices = list(dict.fromkeys(voice for work in works for voice in speaking[work]))
    affiliated = _by_affiliation(argument_map, voices)
    parted = affiliated or _by_attacks(argument_map, voices)
    if parted is None:
        return None
    sides, names = parted
    in_works = {work: {sides[voice] for voice in said} for work, said in speaking.items()}
    of_works = {work: min(found) for work, found in in_works.items() if len(found) == 1}
    return Sides(sides, of_works, names, are_named=affiliated is not None)


def _by_affiliation(
    argument_map: ArgumentMap, voices: Collection[str]
) -> tuple[dict[str, int], tuple[str, str]] | None:
    found = {voice: _affiliation(argument_map, voice) for voice in voices}
    names = list(dict.fromkeys(found.values()))
    if len(names) != _BOTH or None in names:
        return None
    first, second = (str(name) for name in names)
    return {voice: names.index(name) for voice, name in found.items()}, (first, second)


def _affiliation(argument_map: ArgumentMap, voice: str) -> str | None:
    """Give the affiliation of a person, or the one that all members of a joint voice have."""
    person = argument_map.people.get(voice)
    if person is None:
        return None
    if person.affiliation:
        return person.affiliation
    members = {_affiliation_of_one(argument_map, member) for member in person.members}
    return members.pop() if len(members) == 1 else None


def _affiliation_of_one(argument_map: ArgumentMap, key: str) -> str | None:
    person = argument_map.people.get(key)
    return person.affiliation if person else None


def _by_attacks(
    argument_map: ArgumentMap, voices: Sequence[str]
) -> tuple[dict[str, int], tuple[str, str]] | None:
    near: dict[str, list[tuple[str, int]]] = {}
    for one, other, differs in _relations(argument_map):
        near.setdefault(one, []).append((other, differs))
        near.setdefault(other, []).append((one, differs))
    sides = dict.fromkeys(voices[:1], 0)
    queue = deque(sides)
    while queue:
        one = queue.popleft()
        for other, differs in near.get(one, ()):
            if other not in sides:
                sides[other] = sides[one] ^ differs
                queue.append(other)
            elif sides[other] != sides[one] ^ differs:
                return None
    if not sides.keys() >= set(voices) or len(set(sides.values())) != _BOTH:
        return None
    named = [voice for voice in voices if not _members(argument_map, voice)] or voices
    first, second = (
        and_list(argument_map.person_name(voice) for voice in named if sides[voice] == side)
        for side in (0, 1)
    )
    return sides, (first, second)


def _relations(argument_map: ArgumentMap) -> Iterator[tuple[str, str, int]]:
    """Give pairs of people, with 1 where one attacks the other, and 0 where one speaks for the other."""
    for voice in argument_map.people:
        yield from ((voice, member, 0) for member in _members(argument_map, voice))
    for attack in argument_map.attacks:
        one = argument_map.rebuttals[attack.rebuttal].by
        other = argument_map.statement_of(attack.target).by
        if attack.basis is Basis.STATED and one and other and one != other:
            yield one, other, 1


def _members(argument_map: ArgumentMap, voice: str) -> tuple[str, ...]:
    person = argument_map.people.get(voice)
    return person.members if person else ()
