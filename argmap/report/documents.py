"""The JSON documents that scripts rely on; `docs/json.md` describes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Location
from argmap.model import Attack, Citation, Claim, Inference, Rebuttal
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.queries.unanswered import Standing

Document = dict[str, Any]


def document(command: str, **content: object) -> Document:
    """Begin a document with the name and version of its schema."""
    return {"schema": f"argmap/{command}/1", **content}


def plain(value: Any) -> Any:  # noqa: ANN401 — whatever JSON can hold
    """Make a document, or a part of it, of nothing but what JSON knows: lists of what is made on the way."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value]


def place_document(place: Location | None) -> Document | None:
    """Describe where a record stands; None for one that is in no file."""
    return {"file": place.file, "line": place.line, "column": place.column} if place else None


def statement_document(argument_map: ArgumentMap, standing: Standing, key: str) -> Document:
    """Describe a claim or rebuttal.

    Args:
        argument_map: the map.
        standing: the buckets of the map.
        key: the statement's id.
    """
    statement = argument_map.statements[key]
    place = argument_map.locations.get(key)
    content: Document = {
        "id": key,
        "type": "rebuttal" if isinstance(statement, Rebuttal) else "claim",
        "by": statement.by,
        "title": statement.title,
        "text": statement.text,
        "source": citation_document(statement.source),
        "quote": statement.quote,
        "tags": list(statement.tags),
        "basis": statement.basis.value,
        "because": [inference_document(step) for step in statement.because],
        "note": statement.note,
        "bucket": standing.buckets.get(key),
        "location": place_document(place),
    }
    if isinstance(statement, Rebuttal):
        content |= _rebuttal_fields(argument_map, standing, statement)
    else:
        content["main"] = statement.main
        content["challenges"] = challenges_of(argument_map, statement)
    return content


def maps_document(documents: Iterable[tuple[str, int, Mapping[str, Any] | None]]) -> Document:
    """Put the documents of several maps into one.

    Args:
        documents: the path of each map, how many errors it has, and its document; None where it has none.
    """
    return document(
        "maps",
        maps=[
            {
                "map": name,
                "errors": errors,
                "complete": not errors and content is not None,
                "document": content,
            }
            for name, errors, content in documents
        ],
    )


def challenges_of(argument_map: ArgumentMap, statement: Claim | Rebuttal) -> list[Document]:
    """List what attacks a statement or an inference to it: who, what it hits, and how."""
    return [attack_document(attack) for attack in argument_map.challenges_to(statement.id)]


def attack_document(attack: Attack) -> Document:
    """Describe an attack: the rebuttal that makes it, what it hits, and how."""
    return {
        "id": attack.rebuttal,
        "target": attack.target,
        "kind": attack.kind.value,
        "basis": attack.basis.value,
    }


def inference_document(step: Inference) -> Document:
    """Describe an inference."""
    return {
        "id": step.id,
        "conclusion": step.conclusion,
        "premises": list(step.premises),
        "scheme": step.scheme,
        "warrant": step.warrant,
        "basis": step.basis.value,
    }


def citation_document(citation: Citation | None) -> Document | None:
    """Describe a place in a work."""
    return {"work": citation.work, "locator": citation.locator} if citation else None


def _passed_over_in(standing: Standing, rebuttal: Rebuttal) -> list[str] | None:
    drops = standing.drops
    return list(drops.passed_over.get(rebuttal.id, ())) if drops.is_known else None


def _rebuttal_fields(argument_map: ArgumentMap, standing: Standing, rebuttal: Rebuttal) -> Document:
    return {
        "kind": rebuttal.kind.value,
        "attacks": list(rebuttal.attacks),
        "owed_by": list(owed_by(argument_map, rebuttal)),
        "against_hypothetical": is_against_hypothetical(argument_map, rebuttal),
        "replies": list(standing.replies.get(rebuttal.id, ())),
        "passed_over_in": _passed_over_in(standing, rebuttal),
        "conceded": citation_document(rebuttal.conceded),
        "withdrawn": citation_document(rebuttal.withdrawn),
        "answered_elsewhere": citation_document(rebuttal.answered_elsewhere),
        "challenges": challenges_of(argument_map, rebuttal),
    }
