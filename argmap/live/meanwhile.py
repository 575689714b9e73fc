"""Whether a wish still means the same in a map that has changed since somebody began to wish."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.editing.removal import owned, plan_removal
from argmap.editing.still_meant import other_than
from argmap.live.wishes import (
    AddClaim,
    AddReason,
    AddRebuttal,
    AddTarget,
    Remove,
    Rename,
    SetFields,
    Wish,
)

_SAYING: Final = ("by", "title", "text")
"""What is supported, attacked or answered is what somebody says."""

_LONGEST: Final = 80


def conflict(wish: Wish, then: ArgumentMap, now: ArgumentMap) -> str:
    """Say in what a wish would no longer mean what it meant.

    Args:
        wish: what is asked for.
        then: the map that the page showed.
        now: the map as it stands in its files.

    Returns:
        A sentence; nothing where it means the same.
    """
    if then is now:
        return ""
    for name, fields in _touched(wish, then):
        before, after = then.statements.get(name), now.statements.get(name)
        if before is None:
            continue
        if after is None:
            return f"“{before.label}” is no longer there."
        for field in fields:
            was, found = (getattr(one, field.replace("-", "_"), None) for one in (before, after))
            if was != found:
                return f"Meanwhile the {field} of `{name}` has changed from {_said(was)} to {_said(found)}."
        if other := other_than(before, after):
            return other
    if isinstance(wish, Remove) and _going(then, wish.name) != _going(now, wish.name):
        return "Meanwhile something else refers to it."
    return ""


def _touched(wish: Wish, then: ArgumentMap) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the statements that a wish is about, and which of their fields."""
    match wish:
        case AddClaim(supports=name) if name:
            yield name, _SAYING
        case AddRebuttal(attacks=name):
            yield from _aimed_at(name, then)
        case AddReason(conclusion=name, premises=premises):
            yield from ((one, _SAYING) for one in (name, *premises))
        case AddTarget(rebuttal=name, attacks=target):
            yield name, (*_SAYING, "kind")
            yield from _aimed_at(target, then)
        case SetFields(name=name, fields=fields):
            yield name, tuple(fields)
        case Rename(name=name):
            yield name, ()
        case Remove(name=name):
            yield name, (*_SAYING, "source", "quote", "tags", "because", "aims", "kind", "note")
        case _:
            pass


def _aimed_at(name: str, then: ArgumentMap) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what an attack is aimed at: a statement, or the one that an inference or an attack belongs to."""
    if name in then.statements:
        yield name, _SAYING
    elif name in then.inferences or name in then.named_attacks:
        yield then.named_attacks.get(name) or then.statement_of(name).id, (*_SAYING, "because", "aims")


def _going(found: ArgumentMap, name: str) -> tuple[Any, Any] | None:
    if name not in found.statements:
        return None
    removal = plan_removal(found, owned(found, name))
    return removal.records, removal.parts


def _said(value: object) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"“{short}”" if value else "nothing"
