"""What of a map a format has no place for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Loss
from argmap.model import Basis

_STRUCTURE: Final = frozenset({"id", "because", "aims", "premises", "conclusion", "target", "origin"})


@dataclass(frozen=True)
class Kept:
    """What a format carries: for each kind of record the names of its fields, or None for no such records.

    Ids, premises, conclusions and targets go with their records. Origins are not part of what a map says and
    never count as lost.
    """

    info: Collection[str] = ()
    people: Collection[str] | None = None
    sources: Collection[str] | None = None
    statements: Collection[str] = ()
    inferences: Collection[str] | None = None
    attacks: Collection[str] = ()


def left_out(argument_map: ArgumentMap, kept: Kept, why: str) -> Iterator[Loss]:
    """Name everything that a map says and a format cannot.

    Args:
        argument_map: the map that is exported.
        kept: what the format carries.
        why: the reason, such as "TGF has no place for it".

    Returns:
        The losses, in the order of the map.
    """
    yield from _fields("map", "map", argument_map.info, kept.info, why)
    for what, records, fields in (
        ("person", argument_map.people, kept.people),
        ("source", argument_map.sources, kept.sources),
    ):
        for key, record in records.items():
            yield from _record(what, key, record, fields, why)
    for name, statement in argument_map.statements.items():
        yield from _fields("statement", name, statement, kept.statements, why)
        for step in statement.because:
            yield from _record("inference", step.id, step, kept.inferences, why)
    for rebuttal in argument_map.rebuttals.values():
        for aim in rebuttal.aims:
            where = aim.id or f"{rebuttal.id} on {aim.target}"
            yield from _fields("attack", where, aim, kept.attacks, why)


def _record(
    what: str, name: str, record: BaseModel, kept: Collection[str] | None, why: str
) -> Iterator[Loss]:
    if kept is None:
        yield Loss(what, name, why)
    else:
        yield from _fields(what, name, record, kept, why)


def _fields(what: str, name: str, record: BaseModel, kept: Collection[str], why: str) -> Iterator[Loss]:
    for field, info in type(record).model_fields.items():
        content = getattr(record, field)
        absent = content in (None, (), {}) or content is False or content is Basis.STATED
        if (
            not absent
            and field not in kept
            and (field not in _STRUCTURE or (what, field) == ("attack", "id"))
        ):
            yield Loss(
                f"{info.alias or field} of {'the ' if what == 'map' else _article(what)}{what}", name, why
            )


def _article(noun: str) -> str:
    return "an " if noun[0] in "aeiou" else "a "
