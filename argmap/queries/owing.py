"""Who owes the reply to a challenge, or the next word after a reply.

The burden of rejoinder lies with the author of the attacked statement (Rescher 1977; Walton 1988).
"""

from argmap.argument_map import ArgumentMap
from argmap.model import Rebuttal


def owed_by(argument_map: ArgumentMap, rebuttal: Rebuttal) -> tuple[str, ...]:
    """Name who owes the reply to a rebuttal: the authors of what it attacks, without repeats."""
    targets = argument_map.attacks_by.get(rebuttal.id, ())
    authors = (argument_map.statement_of(attack.target).by for attack in targets)
    return tuple(dict.fromkeys(author for author in authors if author))
