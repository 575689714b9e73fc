"""Arguments that mean the same in every call, as they do in every command."""

from collections.abc import Collection, Iterable
from typing import TypeAlias, TypedDict, TypeVar

from argmap.queries.select import Selection
from argmap.text.lists import or_list
from argmap.text.nearest import nearest, quoted

Names: TypeAlias = str | Iterable[str]
"""One name, or several."""

_Value = TypeVar("_Value", bound=str)


class PartWithoutBy(TypedDict, total=False):
    """Which part of a map a call is about; see `argmap.queries.select.Selection`."""

    tag: Names
    source: Names
    focus: Names
    depth: int | None
    include_inferred: bool


class Part(PartWithoutBy, total=False):
    """The same, and who made the statements."""

    by: Names


def as_names(names: Names) -> tuple[str, ...]:
    """Give names as a tuple; a text by itself is one name."""
    return (names,) if isinstance(names, str) else tuple(names)


def as_selection(part: Part | PartWithoutBy) -> Selection:
    """Give what a call says of a part of a map as a selection.

    Raises:
        TypeError: there is no such argument.
    """
    given = {
        name: value if isinstance(value, int | None) else as_names(value)  # type: ignore[arg-type]
        for name, value in part.items()
    }
    return Selection(**given)  # type: ignore[arg-type]


def one_of(what: str, value: str, known: Collection[_Value]) -> _Value:
    """Find a value among those that there are.

    Raises:
        ValueError: there is none of that name; the message names the nearest, or all.
    """
    for one in known:
        if one == value:
            return one
    near = quoted(nearest(str(value), known), "did you mean")
    raise ValueError(f"there is no {what} `{value}`; {near or f'it is {or_list(known)}'}")
