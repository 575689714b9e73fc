"""The document of ``argmap diff --json``."""

from argmap.model import Aim, Inference, Record
from argmap.queries.changes.compare import Changes
from argmap.queries.changes.debate import Debt
from argmap.queries.changes.matching import REMOVED
from argmap.queries.changes.records import FieldChange, RecordChange, SectionChange, Turnover
from argmap.report.documents import Document, document, inference_document, statement_document


def diff_document(changes: Changes, *, old: str, new: str) -> Document:
    """Describe what is different.

    Args:
        changes: what is different.
        old: what people call the older version.
        new: what they call the newer one.
    """
    older, newer = changes.standings
    debate, found = changes.debate, changes.statements
    return document(
        "diff",
        old=old,
        new=new,
        **{turn.value: list(keys) for turn, keys in debate.turns.items()},
        status_changed=[
            {"id": key, "before": then.value, "after": now.value, "why": changes.explainer.sentence(key)}
            for key, (then, now) in changes.statuses.items()
        ],
        owed=[_debt(debt) for debt in debate.owed],
        settled=[_debt(debt) for debt in debate.settled],
        added=[statement_document(changes.new, newer, key) for key in found.added],
        removed=[statement_document(changes.old, older, key) for key in found.removed],
        changed=[_change(change) for change in found.changed.values()],
        renamed=_renamed(found),
        moved=[{"id": key, "from": then, "to": now} for key, (then, now) in changes.moved.items()],
        people=_section(changes.people),
        sources=_section(changes.sources),
        tags=[{"old": one, "new": other} for one, other in changes.matches.tags.items()],
        map=[_field(one) for one in changes.info],
    )


def _section(section: SectionChange) -> Document:
    return {
        "added": list(section.added),
        "removed": list(section.removed),
        "renamed": _renamed(section),
        "changed": [_change(change) for change in section.changed.values()],
    }


def _renamed(section: SectionChange) -> list[Document]:
    return [{"old": one, "new": other} for one, other in section.renamed.items()]


def _change(change: RecordChange) -> Document:
    return {
        "id": change.key,
        "fields": [_field(one) for one in change.fields],
        "reasons": [_turnover(one) for one in change.reasons],
        "attacks": [_turnover(one) for one in change.attacks],
    }


def _turnover(turnover: Turnover) -> Document:
    return {"old": _part(turnover.old), "new": _part(turnover.new)}


def _part(part: Inference | Aim | None) -> Document | None:
    if part is None:
        return None
    if isinstance(part, Inference):
        return inference_document(part) | {"id": part.id.removeprefix(REMOVED)}
    return {
        "target": part.target.removeprefix(REMOVED),
        "kind": part.kind.value if part.kind else None,
        "id": part.id,
        "with": list(part.jointly),
        "scheme": part.scheme,
    }


def _field(change: FieldChange) -> Document:
    return {"field": change.field, "old": _value(change.old), "new": _value(change.new)}


def _value(value: object) -> object:
    if isinstance(value, Record):
        return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    return value


def _debt(debt: Debt) -> Document:
    return {"person": debt.person, "challenge": debt.challenge}
