"""What is said beside a result, in the same words on the command line and in Python."""

from collections.abc import Iterable, Sequence

from argmap.argument_map import ArgumentMap
from argmap.queries.owing import is_hypothetical
from argmap.queries.part import Part
from argmap.text.plurals import agree, count

NOTHING_FITS = "no statement of this map fits"
"""Said where a selection leaves nothing."""


def selected_of(part: Part, whole: ArgumentMap) -> str:
    """Say how much of a map a part of it holds, and what goes with the rest."""
    told = f"Selected {len(part.map.statements):,} of {len(whole.statements):,} statements"
    beyond = {"inference": part.inferences, "attack": part.attacks}
    if any(beyond.values()):
        listed = ", ".join(count(n, name) for name, n in beyond.items() if n)
        told += f"; left out, since they reach beyond: {listed}"
    return f"{told}."


def nothing_holds(words: Sequence[str]) -> str:
    """Say that no statement holds the words of a search."""
    return f"nothing here holds the words `{' '.join(words)}`"


def nothing_connects(start: str, end: str) -> str:
    """Say that no chain joins two names."""
    return f"nothing in this map connects `{start}` and `{end}`"


def owes_nobody(argument_map: ArgumentMap, people: Iterable[str]) -> list[str]:
    """Say of people who are only imagined or unnamed that they owe nobody a reply."""
    return [
        f"{argument_map.person_name(person)}: only imagined or unnamed, and owes nobody a reply"
        for person in sorted(people)
        if is_hypothetical(argument_map, person)
    ]


def left_to_the_editor(number: int) -> list[str]:
    """Say that statements do not take part, as only the editor supplied them; nothing for none."""
    if not number:
        return []
    return [f"{number:,} of these {agree(number, 'is', 'are')} the editor's; see --include-inferred"]


def extensions_not_shown(reason: object) -> str:
    """Say why an explanation shows no extensions."""
    return f"extensions are not shown: {reason}"
