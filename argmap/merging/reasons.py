"""Reasons that both sides put behind those that were there: all stay, ours first."""

from dataclasses import dataclass

from argmap.files.yaml.document import Value

FIELD = "because"


@dataclass(frozen=True)
class Appended:
    """The reasons of both sides.

    Args:
        values: all of them, as they are to stand in the file.
        numbers: for each reason that they added, by its number there, its number now.
    """

    values: list[Value]
    numbers: dict[int, int]


def appended(base: object, ours: object, theirs: object) -> Appended | None:
    """Put what they added behind what we added; None where a side did more than adding to the end.

    A reason that both added stands there once.

    Args:
        base: the value of the field as it was; None where there was none.
        ours: our value.
        theirs: their value.
    """
    old, our, their = (_as_list(one) for one in (base, ours, theirs))
    count = len(old)
    before, mine, yours = ([_premises(one) for one in each] for each in (old, our, their))
    if count in (len(our), len(their)) or mine[:count] != before or yours[:count] != before:
        return None
    found, numbers = list(our), dict[int, int]()
    for number, (value, premises) in enumerate(zip(their[count:], yours[count:], strict=True), count + 1):
        if premises not in mine[count:]:
            found.append(value)
            numbers[number] = len(found)
        else:
            numbers[number] = count + 1 + mine[count:].index(premises)
    return Appended(found, numbers)


def _as_list(value: object) -> list[Value]:
    if isinstance(value, str | dict):
        return [value]
    return value if isinstance(value, list) else []


def _premises(reason: Value) -> object:
    """Give the premises of a reason in any order, however it is written; one with details as it is."""
    if isinstance(reason, str):
        return [reason]
    if isinstance(reason, list) and all(isinstance(name, str) for name in reason):
        return sorted(map(str, reason))
    return reason
