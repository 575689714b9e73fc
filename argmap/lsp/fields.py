"""What a field of a record holds: names of what, words of a list, or text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from argmap.model import (
    Aim,
    Citation,
    Claim,
    Inference,
    MapInfo,
    Name,
    Person,
    Rebuttal,
    Record,
    Source,
)
from argmap.references import REFERRING, Named

SECTIONS: Final[Mapping[str, type[Record]]] = {
    "map": MapInfo,
    "people": Person,
    "sources": Source,
    "claims": Claim,
    "rebuttals": Rebuttal,
}
"""Section to what its records are."""

_SHORT: Final[Mapping[type[Record], str]] = {
    Citation: "work",
    Inference: "premises",
    Aim: "target",
    Name: "name",
}
"""What may be written as a lone text, to the field that the text then is."""

_UNWRITTEN: Final = frozenset({"conclusion"})
"""Fields that the place of a record tells."""

SCHEME: Final = "scheme"


@dataclass(frozen=True, slots=True)
class Held:
    """What stands at a place of a map.

    Args:
        model: the record whose field it is, or that it is itself.
        field: the field; empty where a whole record stands, as keys of it.
        named: what a name there stands for; None where no name of anything stands there.
    """

    model: type[Record]
    field: str = ""
    named: Named | None = None

    @property
    def info(self) -> FieldInfo | None:
        """The declaration of the field."""
        return fields_of(self.model).get(self.field)

    @property
    def is_mapping(self) -> bool:
        """Whether the field holds names as keys."""
        return self.info is not None and get_origin(self.info.annotation) is dict

    @property
    def words(self) -> Sequence[str]:
        """The words that the field can hold, where they are few."""
        return words_of(self.info) if self.info else ()


def fields_of(model: type[Record]) -> Mapping[str, FieldInfo]:
    """Give the fields of a record as they are written in files."""
    fields = model.model_fields
    return {info.alias or name: info for name, info in fields.items() if name not in _UNWRITTEN}


def held_at(section: str, keys: Sequence[str]) -> Held | None:
    """Tell what stands at a place.

    Args:
        section: the section.
        keys: the fields from the record inwards, as they are written.

    Returns:
        What stands there; None where nothing is known to.
    """
    model = SECTIONS.get(section)
    if model is None:
        return None
    held = Held(model)
    for key in keys:
        following = _inside(held, key)
        if following is None:
            return None
        held = following
    return _short(held)


def words_of(info: FieldInfo) -> Sequence[str]:
    """Give the words that a field can hold, where they are few: kinds, bases, types, truth values."""
    for kind in _kinds(info.annotation):
        if kind is bool:
            return ("true", "false")
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return tuple(kind)
    return ()


def _inside(held: Held, key: str) -> Held | None:
    """Step into a field of a record."""
    model = _record_in(held) or (held.model if not held.field else None)
    if model is None:
        return None
    info = fields_of(model).get(key)
    if info is None:
        return None
    inner = _referring(model, key)
    return Held(model, key, inner if isinstance(inner, Named) else None)


def _record_in(held: Held) -> type[Record] | None:
    inner = _referring(held.model, held.field) if held.field else None
    return inner if isinstance(inner, type) else None


def _short(held: Held) -> Held:
    """Take a lone text in place of a record for the field that it then is, but keep the field asked for."""
    inner = _record_in(held)
    if inner is None:
        return held
    named = _referring(inner, _SHORT[inner])
    return Held(held.model, held.field, named if isinstance(named, Named) else None)


def record_in(held: Held) -> type[Record]:
    """Give what a mapping is that stands at a place."""
    return _record_in(held) or held.model


def _referring(model: type[Record], written: str) -> Named | type[Record] | None:
    listed = REFERRING.get(model, {})
    for name, inner in listed.items():
        if (model.model_fields[name].alias or name) == written:
            return inner
    return None


def _kinds(annotation: Any) -> Sequence[Any]:  # noqa: ANN401 — of any field
    """Take an annotation apart into the types that it allows."""
    if get_origin(annotation) is Annotated:
        return _kinds(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return [kind for part in get_args(annotation) for kind in _kinds(part)]
    return [annotation]
