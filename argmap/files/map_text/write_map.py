"""Maps to YAML, as a careful hand would write them; reading them back gives the same map."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from argmap.argument_map import ArgumentMap
from argmap.files.map_text.yaml_scalars import WIDTH, flow_list, inline, value
from argmap.model import (
    Aim,
    Basis,
    Citation,
    Claim,
    Inference,
    MapInfo,
    Name,
    Origin,
    Person,
    Rebuttal,
    Source,
)
from argmap.model.origin import parse_origin

CLAIMS_FILE: Final = "claims.yaml"
REBUTTALS_FILE: Final = "rebuttals.yaml"


def _order(model: type[BaseModel], *first: str) -> tuple[str, ...]:
    """Give all fields of a model, the named ones first."""
    return tuple(dict.fromkeys((*first, *model.model_fields)))


_INFO: Final = _order(MapInfo)
_PERSON: Final = _order(Person)
_SOURCE: Final = _order(Source)
_SAID: Final = ("title", "text", "source", "quote", "tags")
_CLAIM: Final = _order(Claim, "id", "by", "main", *_SAID)
_REBUTTAL: Final = _order(Rebuttal, "id", "by", "aims", "kind", "basis", *_SAID)
_NAME: Final = _order(Name)
_AIM: Final = _order(Aim, "target", "kind")
_STEP: Final = tuple(field for field in _order(Inference, "id") if field != "conclusion")

_ORDERS: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    MapInfo: _INFO,
    Person: _PERSON,
    Source: _SOURCE,
    Name: _NAME,
    Claim: _CLAIM,
    Rebuttal: _REBUTTAL,
    Aim: _AIM,
    Inference: _STEP,
}


def write_map(argument_map: ArgumentMap) -> dict[str, str]:
    """Write a map as the files of a folder.

    Args:
        argument_map: any map; its comments and the places of its records are not part of it.

    Returns:
        File name to text: people, sources and claims in one file, rebuttals, where there are any, in another.
    """
    files = {CLAIMS_FILE: _joined(_claim_sections(argument_map)) or "claims: []\n"}
    if argument_map.rebuttals:
        files[REBUTTALS_FILE] = _joined(_rebuttal_sections(argument_map))
    return files


def write_document(argument_map: ArgumentMap) -> str:
    """Write a map as one YAML document."""
    sections = (*_claim_sections(argument_map), *_rebuttal_sections(argument_map))
    return _joined(sections) or "claims: []\n"


def statement_lines(statement: Claim | Rebuttal) -> list[str]:
    """Write a claim or rebuttal as an item of a list, from its dash on, without indentation before that."""
    blocks = _item(statement, _CLAIM if isinstance(statement, Claim) else _REBUTTAL, 0)
    return "\n".join(blocks).split("\n")


def entry_lines(key: str, record: Person | Source) -> list[str]:
    """Write a person or source as an entry of its section, from its key on, without indentation before it."""
    fields = _PERSON if isinstance(record, Person) else _SOURCE
    blocks = (f"  {block}" for block in _record(record, fields, 2))
    return "\n".join((f"{key}:", *blocks)).split("\n")


def field_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the fields of a record, as they are called in files, in the order of a careful hand."""
    return tuple(model.model_fields[field].alias or field for field in _ORDERS[model])


def _joined(sections: Iterable[str]) -> str:
    return "\n".join(sections)


def _claim_sections(argument_map: ArgumentMap) -> Iterator[str]:
    info = _record(argument_map.info, _INFO, 2)
    if info:
        yield "map:\n" + "".join(f"  {line}\n" for line in info)
    yield from _keyed("people", argument_map.people, _PERSON)
    yield from _keyed("sources", argument_map.sources, _SOURCE)
    yield from _listed("claims", argument_map.claims.values(), _CLAIM)


def _rebuttal_sections(argument_map: ArgumentMap) -> Iterator[str]:
    yield from _listed("rebuttals", argument_map.rebuttals.values(), _REBUTTAL)


def _keyed(section: str, records: Mapping[str, BaseModel], fields: tuple[str, ...]) -> Iterator[str]:
    if records:
        yield f"{section}:\n" + "".join(
            f"  {key}:\n" + "".join(f"    {line}\n" for line in _record(record, fields, 4))
            for key, record in records.items()
        )


def _listed(
    section: str, records: Iterable[Claim] | Iterable[Rebuttal], fields: tuple[str, ...]
) -> Iterator[str]:
    written = ["".join(f"{line}\n" for line in _item(record, fields, 2)) for record in records]
    if written:
        yield f"{section}:\n" + "\n".join(written)


def _item(record: BaseModel, fields: tuple[str, ...], indent: int) -> Iterator[str]:
    """Write a record as an item of a list."""
    mark = " " * indent + "- "
    for line in _record(record, fields, indent + 2):
        yield mark + line
        mark = " " * (indent + 2)


def _record(record: BaseModel, fields: tuple[str, ...], indent: int) -> list[str]:
    """Write the fields that say something, one or more lines each, without the indent of their keys."""
    lines = []
    for field in fields:
        content = getattr(record, field)
        if content in (None, (), {}) or content is False or (field == "basis" and content is Basis.STATED):
            continue
        key = type(record).model_fields[field].alias or field
        lines.append(f"{key}:" + _content(content, indent, len(key) + 2))
    return lines


def _content(content: object, indent: int, key_width: int) -> str:
    """Write what follows a key and its colon."""
    taken = indent + key_width
    if isinstance(content, dict):
        return "".join(f"\n{entry}" for entry in _entries(content, indent + 2))
    if isinstance(content, Citation):
        return " " + value(str(content), indent + 2, taken)
    if isinstance(content, Origin):
        return " " + _origin(content, indent, taken)
    if isinstance(content, tuple):
        return _list(content, indent, taken)
    if content is True:
        return " true"
    return " " + value(str(content), indent + 2, taken)


def _entries(content: Mapping[str, object], indent: int) -> Iterator[str]:
    """Write a mapping of texts, or of mappings of texts, a line or more for each key."""
    for key, inner in content.items():
        name = inline(key, flow=False)
        yield f"{' ' * indent}{name}:" + _content(inner, indent, len(name) + 2)


def _origin(origin: Origin, indent: int, taken: int) -> str:
    if parse_origin(str(origin)) == {"file": origin.file, "id": origin.id}:
        return value(str(origin), indent + 2, taken)
    return _flow_mapping({"file": origin.file, "id": origin.id})


def _list(items: tuple[object, ...], indent: int, taken: int) -> str:
    short = [_short(item, number) for number, item in enumerate(items, 1)]
    if len(items) == 1 and isinstance(items[0], Aim) and isinstance(short[0], str):
        return f" {short[0]}"
    flat = [item for item in short if isinstance(item, str)]
    if len(flat) == len(items) and taken + len(line := flow_list(flat)) <= WIDTH:
        return f" {line}"
    return "".join(
        f"\n{line}"
        for number, item in enumerate(items, 1)
        for line in _list_item(item, number, short[number - 1], indent + 2)
    )


def _list_item(item: object, number: int, short: str | list[str] | None, indent: int) -> Iterable[str]:
    mark = " " * indent + "- "
    if isinstance(short, str):
        return [mark + value(short, indent + 2, indent + 2)]
    if short is not None:
        return [mark + flow_list(short)]
    if isinstance(item, Inference):
        return _item(item, _STEP[_is_numbered(item, number) :], indent)
    if isinstance(item, Name):
        line = mark + _flow_mapping({field: getattr(item, field) for field in _NAME})
        return [line] if len(line) <= WIDTH else _item(item, _NAME, indent)
    assert isinstance(item, Aim)  # noqa: S101 — all other lists hold text
    return _item(item, _AIM, indent)


def _short(item: object, number: int) -> str | list[str] | None:
    """Give the short form of a list item: a text, linked premises, or None where it needs a mapping."""
    if isinstance(item, Aim):
        return item.target if item == Aim(target=item.target) else None
    if isinstance(item, Name):
        return item.name
    if isinstance(item, Inference):
        said = item.scheme or item.warrant or item.origin or item.basis is not Basis.STATED
        if said or not _is_numbered(item, number):
            return None
        return item.premises[0] if len(item.premises) == 1 else list(item.premises)
    return str(item)


def _flow_mapping(fields: Mapping[str, str | None]) -> str:
    said = (f"{field}: {inline(text, flow=True)}" for field, text in fields.items() if text)
    return "{" + ", ".join(said) + "}"


def _is_numbered(step: Inference, number: int) -> bool:
    """Tell whether an inference is merely called after its conclusion and its position."""
    return step.id == f"{step.conclusion}/{number}"
