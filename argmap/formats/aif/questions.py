"""Propositions that somebody only asked about, and what they are in a map.

In inference anchoring theory (Reed and Budzynska 2011; Budzynska et al. 2014) to question and to challenge
are forces of their own beside asserting. A proposition that has no other gets the tag ``question``. Unless
it argues, by attacking something or as a premise, nobody has claimed it, and it is marked as inferred.
"""

from dataclasses import replace
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.aif.document import Node
from argmap.model import Basis

TAG: Final = "question"
FORCE: Final = "Questioning"
"""The force that an export writes; a map does not record which kind of question it was."""
_WORDS: Final = ("question", "challeng")


def is_asking(act: Node) -> bool:
    """Tell whether an illocution asks, and does not assert."""
    force = (act.scheme or act.text).lower()
    return any(word in force for word in _WORDS)


def without_claiming(argument_map: ArgumentMap, asked: frozenset[str]) -> ArgumentMap:
    """Mark what was only asked, and does not argue, as nobody's claim.

    Args:
        argument_map: the map.
        asked: the ids of what was only asked.
    """
    silent = asked - _arguing(argument_map)
    supplied = {"basis": Basis.INFERRED}
    claims = {
        key: claim.model_copy(update=supplied) if key in silent else claim
        for key, claim in argument_map.claims.items()
    }
    return replace(argument_map, claims=claims) if silent else argument_map


def find_asked(argument_map: ArgumentMap) -> frozenset[str]:
    """Find the statements that a reader of AIF would know again as only asked: the inverse of the above."""
    arguing = _arguing(argument_map)
    return frozenset(
        key
        for key, each in argument_map.statements.items()
        if TAG in each.tags and each.by and (each.basis is Basis.INFERRED) is not (key in arguing)
    )


def _arguing(argument_map: ArgumentMap) -> frozenset[str]:
    """Give the statements that attack, alone or as partners, or are premises."""
    premises = {name for step in argument_map.inferences.values() for name in step.premises}
    partners = {name for attack in argument_map.attacks for name in attack.jointly}
    return frozenset(premises | partners | argument_map.rebuttals.keys())
