"""What a diagram says of statements, inferences and attacks, in words."""

from collections.abc import Iterable
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Citation, Claim, Inference, Rebuttal
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.dropped import in_words
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.text.lists import and_list

VERBS: Final = {
    "rebut": "rebuts",
    "undermine": "undermines",
    "undercut": "undercuts",
    "challenge": "challenges",
    "restate": "restates",
}
"""Relation -> how a line says it."""

INFERRED: Final = "inferred by the editor, voiced by nobody"
UNHEARD: Final = "nobody is there to reply"
"""What is said of a challenge that attacks only people who are imagined or unnamed."""


def status(
    amap: ArgumentMap, statement: Claim | Rebuttal, bucket: Bucket | None, passed_over: Iterable[str] = ()
) -> str:
    """Say in which bucket a statement is, who owes a reply, and where it was passed over.

    Args:
        amap: the map.
        statement: a claim or rebuttal of it.
        bucket: where it stands; None for a claim that was challenged.
        passed_over: the works in which it was passed over.

    Returns:
        Such as `open: reply owed by Igor Istomin`; "" where there is nothing to say.
    """
    words = _standing(amap, statement, bucket)
    return ", ".join(filter(None, [words, in_words(work_name(amap, work) for work in passed_over)]))


def _standing(amap: ArgumentMap, statement: Claim | Rebuttal, bucket: Bucket | None) -> str:
    words = _words(bucket)
    if not isinstance(statement, Rebuttal) or bucket not in NEEDS_REPLY:
        return words
    if statement.basis is Basis.INFERRED:
        return INFERRED
    if is_against_hypothetical(amap, statement):
        return f"{words}: {UNHEARD}"
    debtors = [amap.person_name(key) for key in owed_by(amap, statement)]
    if not debtors:
        return words
    return f"{words}: reply owed by {and_list(debtors)}"


def _words(bucket: Bucket | None) -> str:
    if bucket is Bucket.MUTUAL:
        return f"{bucket.words}: nothing decides between it and a reply"
    return bucket.words if bucket else ""


def tooltip(amap: ArgumentMap, statement: Claim | Rebuttal, status_words: str) -> str:
    """Write out everything that a box may be too small for, in lines."""
    attacks = (attack_tooltip(amap, attack) for attack in amap.attacks_by.get(statement.id, ()))
    lines = [
        f"{amap.person_name(statement.by)}: {statement.title or ''}".rstrip(": "),
        statement.text,
        statement.quote and f"“{statement.quote}”",
        _place(amap, statement.source) if statement.source else None,
        *attacks,
        status_words,
        f"[{statement.id}]",
    ]
    return "\n".join(dict.fromkeys(filter(None, lines)))


def _place(amap: ArgumentMap, citation: Citation) -> str:
    name = work_name(amap, citation.work)
    return f"{name}, {citation.locator}" if citation.locator else name


def work_name(amap: ArgumentMap, key: str) -> str:
    """Give the title of a work; its key where the map does not list it."""
    work = amap.sources.get(key)
    return work.title if work else key


def inference_tooltip(amap: ArgumentMap, step: Inference) -> str:
    """Write an inference as a line: its premises, jointly, and its conclusion."""
    premises = " + ".join(_label(amap, premise) for premise in dict.fromkeys(step.premises))
    lines = [
        f"{premises} → {_label(amap, step.conclusion)}",
        step.scheme and f"Scheme: {step.scheme}",
        step.warrant,
        INFERRED if step.basis is Basis.INFERRED else None,
    ]
    return "\n".join(filter(None, lines))


def attack_tooltip(amap: ArgumentMap, attack: Attack) -> str:
    """Say who attacks what, and how."""
    step = amap.inferences.get(attack.target)
    target = _label(amap, amap.statement_of(attack.target).id)
    what = f"the step to “{target}”" if step else f"“{target}”"
    challenger = amap.person_name(amap.rebuttals[attack.rebuttal].by)
    note = f" ({INFERRED})" if attack.basis is Basis.INFERRED else ""
    return f"{challenger} {VERBS[attack.kind]} {what}{note}"


def restatement_tooltip(amap: ArgumentMap, statement: str, other: str) -> str:
    """Say what says the same as what."""
    return f"“{_label(amap, statement)}” {VERBS['restate']} “{_label(amap, other)}”"


def _label(amap: ArgumentMap, key: str) -> str:
    statement = amap.statements.get(key)
    return statement.label if statement else key


def as_sentence(text: str) -> str:
    """End a text with a full stop unless it ends with a mark already."""
    return f"{text}." if text[-1:].isalnum() else text
