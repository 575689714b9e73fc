"""In which works somebody speaks."""

from collections.abc import Iterable, Mapping

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Name, Person
from argmap.text.fold import foldings


def works_of_voices(argument_map: ArgumentMap) -> Mapping[str, frozenset[str]]:
    """Tell in which works each person of a map speaks.

    These are the works that a statement of the person's is traced to, unless only the editor sees it, and
    those that name the person among their authors, by key or by a name that nobody else bears. What a joint
    voice says, its members say; and what a member says, is said by one whom the voice speaks for.

    Returns:
        Key of a person to the keys of works; no entry for who speaks in none.
    """
    own = _own_works(argument_map)
    found = {voice: set(works) for voice, works in own.items()}
    for voice, person in argument_map.people.items():
        for member in person.members:
            found.setdefault(member, set()).update(own.get(voice, ()))
            found.setdefault(voice, set()).update(own.get(member, ()))
    return {voice: frozenset(works) for voice, works in found.items() if works}


def _own_works(argument_map: ArgumentMap) -> dict[str, set[str]]:
    own: dict[str, set[str]] = {}
    for statement in argument_map.statements.values():
        if statement.by and statement.source and statement.basis is Basis.STATED:
            own.setdefault(statement.by, set()).add(statement.source.work)
    for work, people in authors_of_works(argument_map).items():
        for person in people:
            own.setdefault(person, set()).add(work)
    return own


def authors_of_works(argument_map: ArgumentMap) -> Mapping[str, tuple[str, ...]]:
    """Tell which people of a map each of its works names as authors, by key or by a name of their own.

    Returns:
        Key of a work to the keys of people; no entry for a work without any.
    """
    bearers: Mapping[str, set[str]] | None = None
    found: dict[str, tuple[str, ...]] = {}
    for key, work in argument_map.sources.items():
        if bearers is None and any(author.name not in argument_map.people for author in work.authors):
            bearers = _bearers(argument_map.people)
        people = (_person_of(author, argument_map.people, bearers or {}) for author in work.authors)
        if named := tuple(person for person in people if person):
            found[key] = named
    return found


def _bearers(people: Mapping[str, Person]) -> dict[str, set[str]]:
    """Tell who bears a name, by its plain spellings."""
    found: dict[str, set[str]] = {}
    for key, person in people.items():
        for spelling in _spellings((person.name, *person.aka)):
            found.setdefault(spelling, set()).add(key)
    return found


def _person_of(author: Name, people: Mapping[str, Person], bearers: Mapping[str, set[str]]) -> str | None:
    """Find the person that an author is; None where that is nobody, or cannot be told."""
    if author.name in people:
        return author.name
    bearing = (bearers.get(spelling, set()) for spelling in _spellings((_given_first(author),)))
    meant = set[str]().union(*bearing)
    return meant.pop() if len(meant) == 1 else None


def _given_first(author: Name) -> str:
    if author.name is None or "," not in author.name or not author.parts.family:
        return str(author)
    parts = author.parts
    return " ".join(filter(None, (parts.given, parts.particle, parts.family, parts.suffix)))


def _spellings(names: Iterable[str]) -> set[str]:
    return {spelling for name in names for spelling in foldings(name) if spelling}
