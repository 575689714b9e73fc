"""Statements in which given words occur, in any case and script."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.text.fold import fold, foldings


@dataclass(frozen=True)
class Hit:
    """A statement and the fields in which words of the query occur.

    Args:
        id: the statement.
        fields: names of its fields, in the order of the record.
    """

    id: str
    fields: tuple[str, ...]


def search(argument_map: ArgumentMap, query: str, among: Iterable[str]) -> list[Hit]:
    """Find the statements that hold every word of a query, as a word's beginning.

    Args:
        argument_map: the map.
        query: words, in any order.
        among: the statements to search.

    Returns:
        The hits: those with a word in the title first, then in the map's order.
    """
    wanted = [tuple(spelling.split()) for spelling in foldings(query) if spelling]
    hits = [hit for key in among for want in wanted if (hit := _hit(argument_map, key, want))]
    unique = {hit.id: hit for hit in hits}
    return sorted(unique.values(), key=lambda hit: "title" not in hit.fields)


def _hit(argument_map: ArgumentMap, key: str, wanted: tuple[str, ...]) -> Hit | None:
    fields = _fields(argument_map, argument_map.statements[key])
    found = {name: [word for word in wanted if _begins_a_word(word, text)] for name, text in fields.items()}
    if set().union(*found.values()) != set(wanted):
        return None
    return Hit(key, tuple(name for name, seen in found.items() if seen))


def _fields(argument_map: ArgumentMap, statement: Claim | Rebuttal) -> dict[str, str]:
    warrants = [step.warrant for step in statement.because if step.warrant]
    fields = {
        "id": statement.id,
        "by": argument_map.person_name(statement.by) if statement.by else "",
        "title": statement.title,
        "text": statement.text,
        "quote": statement.quote,
        "tags": " ".join(statement.tags),
        "because": " ".join(warrants),
        "note": statement.note,
    }
    return {name: " " + fold(text) for name, text in fields.items() if text}


def _begins_a_word(word: str, text: str) -> bool:
    return f" {word}" in text
