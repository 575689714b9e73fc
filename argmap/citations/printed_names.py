"""The names of authors and editors as they are to be printed."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.model import Name, Person
from argmap.text.author_names import NameParts, is_organization, part_name


def printed_names(names: Iterable[Name], people: Mapping[str, Person]) -> Iterator[Name]:
    """Put the names of people for their keys, and the members of a joint voice for the voice.

    Args:
        names: names as printed, names in parts, or keys of people.
        people: by key.
    """
    for name in names:
        yield from _printed(name, people, frozenset())


def _printed(name: Name, people: Mapping[str, Person], above: frozenset[str]) -> Iterator[Name]:
    person = people.get(name.name or "")
    if person is None or name.name is None:
        yield name
        return
    members = [key for key in person.members if key not in above]
    for key in members:
        yield from _printed(Name(name=key), people, above | {name.name})
    if not members:
        yield Name(name=person.name)


def shortest_name(parts: NameParts) -> Name:
    """Give a name as it is printed, where its parts can be told from that, else in parts.

    Args:
        parts: of a person; one without a family name is the whole name.
    """
    if not parts.family:
        return whole_name(parts.whole)
    name = Name(
        family=parts.family,
        given=parts.given or None,
        particle=parts.particle or None,
        suffix=parts.suffix or None,
    )
    printed = str(name)
    told = part_name(printed)
    is_told = (told.family, told.given, told.particle, told.suffix) == (
        parts.family,
        parts.given,
        parts.particle,
        parts.suffix,
    )
    return Name(name=printed) if is_told else name


def whole_name(name: str) -> Name:
    """Give a name that is never parted: an organization's, unless it would stay whole by itself.

    Args:
        name: as it is printed.
    """
    if is_organization(name) or part_name(name).family:
        return Name(organization=name)
    return Name(name=name)
