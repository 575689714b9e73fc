"""Who owes the reply to a challenge, or the next word after a reply.

The burden of rejoinder lies with the author of the attacked statement (Rescher 1977; Walton 1988). An author
who is only imagined or unnamed is not there to bear it.
"""

from argmap.argument_map import ArgumentMap
from argmap.model import Rebuttal


def owed_by(argument_map: ArgumentMap, rebuttal: Rebuttal) -> tuple[str, ...]:
    """Name who owes the reply to a rebuttal: those authors of what it attacks who are there, each once."""
    authors = _authors(argument_map, rebuttal)
    return tuple(author for author in authors if author and not is_hypothetical(argument_map, author))


def aimed_at(argument_map: ArgumentMap, rebuttal: Rebuttal) -> tuple[str, ...]:
    """Name the authors of what a rebuttal attacks, also those who owe nobody a reply, each once."""
    return tuple(author for author in _authors(argument_map, rebuttal) if author)


def is_hypothetical(argument_map: ArgumentMap, person: str) -> bool:
    """Tell whether a person is only imagined or unnamed."""
    known = argument_map.people.get(person)
    return known is not None and known.hypothetical


def is_against_hypothetical(argument_map: ArgumentMap, rebuttal: Rebuttal) -> bool:
    """Tell whether all whom a rebuttal attacks are only imagined or unnamed, so that nobody can answer."""
    authors = _authors(argument_map, rebuttal)
    return bool(authors) and all(author and is_hypothetical(argument_map, author) for author in authors)


def _authors(argument_map: ArgumentMap, rebuttal: Rebuttal) -> dict[str | None, None]:
    """Give the authors of what a rebuttal attacks, None among them where a statement has none."""
    targets = argument_map.attacks_by.get(rebuttal.id, ())
    return dict.fromkeys(argument_map.statement_of(attack.target).by for attack in targets)
