"""Fingerprints of what challenges attack, to notice when it is reworded."""

from hashlib import sha256
from typing import Final
from unicodedata import normalize

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal

_LENGTH: Final = 8


def fingerprint(argument_map: ArgumentMap, rebuttal: Rebuttal, target: str) -> str | None:
    """Take the fingerprint of the wording that a rebuttal attacks.

    For a claim or rebuttal that is its text, or its title where it has no text; for an inference, its warrant
    and the wordings of its premises and conclusion.

    Args:
        argument_map: the map.
        rebuttal: who attacks.
        target: one of the ids that it attacks.

    Returns:
        Eight hexadecimal digits of the SHA-256 of the wording, composed (NFC) and with single spaces; None
        where the target is unknown.
    """
    kinds = {aim.kind or rebuttal.kind for aim in rebuttal.aims if aim.target == target} or {rebuttal.kind}
    hits = sorted({hit for kind in kinds if (hit := argument_map.hit(kind, target)) is not None})
    if not hits:
        return None
    wordings = [wording for hit in hits for wording in _wordings(argument_map, hit)]
    plain = "\n".join(" ".join(normalize("NFC", wording).split()) for wording in wordings)
    return sha256(plain.encode()).hexdigest()[:_LENGTH]


def _wordings(argument_map: ArgumentMap, hit: str) -> list[str]:
    step = argument_map.inferences.get(hit)
    if step is None:
        return [_wording(argument_map.statements[hit])]
    named = [argument_map.statements.get(name) for name in (*step.premises, step.conclusion)]
    return [step.warrant or "", *(_wording(one) for one in named if one)]


def _wording(statement: Claim | Rebuttal) -> str:
    return statement.text or statement.title or ""
