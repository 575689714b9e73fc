"""What a name means: ids and names in any script and case, whole or in part.

A name is tried in stages, from the exact id to a part of a word; the first stage that finds something
decides, so that ``istomin`` means the man and not each claim whose id begins with his name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from argmap.argument_map import ArgumentMap
from argmap.text.fold import foldings
from argmap.text.nearest import nearest


class Thing(StrEnum):
    """What can be named."""

    PERSON = "person"
    CLAIM = "claim"
    REBUTTAL = "rebuttal"
    INFERENCE = "inference"
    SOURCE = "source"
    TAG = "tag"


@dataclass(frozen=True, order=True, slots=True)
class Match:
    """Something that a name means."""

    thing: Thing
    id: str


def find(argument_map: ArgumentMap, name: str, thing: Thing | None = None) -> list[Match]:
    """Find what a name means.

    Args:
        argument_map: the map.
        name: an id, a key, a name or a part of one, in any script and case, with or without accents.
        thing: look only among these.

    Returns:
        The best matches, people first; where no name fits, the people with such an affiliation; else none.
    """
    things = [pair for pair in _things(argument_map) if thing in {None, pair[0].thing}]
    if exact := [match for match, _ in things if match.id == name]:
        return exact
    spelled = [(match, _spellings(names)) for match, names in things]
    wanted = tuple(tuple(folded.split()) for folded in foldings(name) if folded)
    for fits in (_is_whole, _are_words, _are_beginnings, _is_part):
        found = [
            match
            for match, spellings in spelled
            # An inference has no name of its own: it is found by its exact id alone.
            if match.thing is not Thing.INFERENCE
            and any(fits(ours, want) for ours in spellings for want in wanted)
        ]
        if found:
            return found
    return _affiliated(argument_map, wanted) if thing in {None, Thing.PERSON} else []


def names_in(argument_map: ArgumentMap, words: Sequence[str]) -> list[str]:
    """Tell the names in the words of a command line apart.

    Args:
        argument_map: the map.
        words: what was typed.

    Returns:
        All words as one name, where that means something; else what commas part, else each word by itself.
    """
    whole = " ".join(words)
    if find(argument_map, whole):
        return [whole]
    if "," in whole:
        return [name for part in whole.split(",") if (name := part.strip())] or [whole]
    return list(words)


def suggest(argument_map: ArgumentMap, name: str, thing: Thing | None = None) -> list[str]:
    """Name what may have been meant by a name that means nothing, nearest first."""
    spellings: dict[str, str] = {}
    for match, names in _things(argument_map):
        if thing not in {None, match.thing}:
            continue
        for form in _spellings(names):
            for spelling in (" ".join(form), form[-1]):
                spellings.setdefault(spelling, match.id)
    close = (spellings[spelling] for folded in foldings(name) for spelling in nearest(folded, spellings))
    return list(dict.fromkeys(close))[:3]


_Words = tuple[str, ...]


def _things(argument_map: ArgumentMap) -> Iterator[tuple[Match, tuple[str | None, ...]]]:
    for key, person in argument_map.people.items():
        yield Match(Thing.PERSON, key), (key, person.name, *person.aka)
    for key in _undeclared_people(argument_map):
        yield Match(Thing.PERSON, key), (key,)
    for key, claim in argument_map.claims.items():
        yield Match(Thing.CLAIM, key), (key, claim.title)
    for key, rebuttal in argument_map.rebuttals.items():
        yield Match(Thing.REBUTTAL, key), (key, rebuttal.title)
    for key in argument_map.inferences:
        yield Match(Thing.INFERENCE, key), (key,)
    for key, source in argument_map.sources.items():
        yield Match(Thing.SOURCE, key), (key, source.title)
    for tag in _tags(argument_map):
        yield Match(Thing.TAG, tag), (tag,)


def _affiliated(argument_map: ArgumentMap, wanted: tuple[_Words, ...]) -> list[Match]:
    """Find the people of a school, a team or a party; only whole words count, lest a typo find a stranger."""
    return [
        Match(Thing.PERSON, key)
        for key, person in argument_map.people.items()
        if any(_are_words(ours, want) for ours in _spellings([person.affiliation]) for want in wanted)
    ]


def _undeclared_people(argument_map: ArgumentMap) -> Iterator[str]:
    authors = dict.fromkeys(statement.by for statement in argument_map.statements.values())
    return (author for author in authors if author and author not in argument_map.people)


def _tags(argument_map: ArgumentMap) -> Iterator[str]:
    used = (tag for statement in argument_map.statements.values() for tag in statement.tags)
    return iter(dict.fromkeys((*argument_map.info.tags, *used)))


def _spellings(names: Iterable[str | None]) -> tuple[_Words, ...]:
    found = (tuple(folded.split()) for name in names if name for folded in foldings(name))
    return tuple(dict.fromkeys(words for words in found if words))


def _is_whole(ours: _Words, wanted: _Words) -> bool:
    return ours == wanted


def _are_words(ours: _Words, wanted: _Words) -> bool:
    return set(wanted) <= set(ours)


def _are_beginnings(ours: _Words, wanted: _Words) -> bool:
    """Tell whether each wanted word begins one of ours, in order: ``i istomin`` is Igor Istomin."""
    rest = iter(ours)
    return all(any(word.startswith(start) for word in rest) for start in wanted)


def _is_part(ours: _Words, wanted: _Words) -> bool:
    return " ".join(wanted) in " ".join(ours)
