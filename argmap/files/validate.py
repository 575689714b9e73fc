"""Sections of a file to records, with every fault of every record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Location
from argmap.files.document import UNUSABLE, Document, Start
from argmap.files.field_errors import explain_field_error
from argmap.files.marks import Path
from argmap.files.places import ReadFile
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from argmap.text.nearest import nearest

_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "map": MapInfo,
    "people": Person,
    "sources": Source,
    "claims": Claim,
    "rebuttals": Rebuttal,
}
_LISTS: Final = frozenset({"claims", "rebuttals"})


@dataclass
class Found:
    """One record of a file: its key or id, where it starts, and its place in the section."""

    key: str
    record: BaseModel
    start: Location
    at: str | int


@dataclass
class FileRecords:
    """The records of one file.

    Args:
        sections: section to its valid records, in order.
        lost: keys and ids of records that had faults.
        mentioned: every name and word that stands in those records.
        damaged: ids of records that are there without some fields that had faults, and those fields.
        faults: what is wrong.
    """

    sections: dict[str, list[Found]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    damaged: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)


def validate_document(document: Document, file: ReadFile) -> FileRecords:
    """Validate every section of a file.

    Args:
        document: what was read.
        file: where it was read from, for places.
    """
    records = FileRecords()
    for name, value in document.sections.items():
        if name not in _MODELS:
            records.faults.append(_unknown_section(name, document.keys[name]))
        elif value is not None and value is not UNUSABLE:
            _Section(name, file, document, records).validate(value)
    return records


class _Section:
    def __init__(self, name: str, file: ReadFile, document: Document, records: FileRecords) -> None:
        self._name = name
        self._file = file
        self._document = document
        self._records = records
        self._model = _MODELS[name]
        self._starts = document.starts[name].items

    def validate(self, value: Any) -> None:  # noqa: ANN401 — whatever stood in the file
        if not isinstance(value, list if self._name in _LISTS else dict):
            self._refuse_shape(value)
        elif self._name == "map":
            key = self._document.keys["map"]
            self._validate_items([""], [""], [value], {"": (key.line, key.column)})
        elif isinstance(value, list):
            names = [_id_of(item) for item in value]
            self._validate_items(list(range(len(value))), names, value, self._starts)
        else:
            keys = list(value)
            self._validate_items(keys, keys, list(value.values()), self._starts)

    def _validate_items(
        self,
        at: Sequence[str | int],
        names: Sequence[str],
        items: list[Any],
        starts: Mapping[str | int, Start],
    ) -> None:
        items = [_without_empty(item) for item in items]
        # The type is made at run time, which mypy cannot follow.
        adapter: TypeAdapter[list[BaseModel]] = TypeAdapter(list[self._model])  # type: ignore[name-defined]
        good: list[int] = list(range(len(items)))
        try:
            valid = adapter.validate_python(items)
        except ValidationError as error:
            faulty = self._explain(error, at, names, items)
            items = [self._salvaged(item, faulty[n]) if n in faulty else item for n, item in enumerate(items)]
            good = [index for index in good if items[index] is not UNUSABLE]
            valid = adapter.validate_python([items[index] for index in good])
        self._records.sections[self._name] = [
            Found(names[index], record, Location(self._file.name, *starts[at[index]]), at[index])
            for index, record in zip(good, valid, strict=True)
        ]

    def _explain(
        self, error: ValidationError, at: Sequence[str | int], names: Sequence[str], items: list[Any]
    ) -> dict[int, list[ErrorDetails]]:
        """Add a finding for each error, and give the errors of each item that has one."""
        faulty: dict[int, list[ErrorDetails]] = {}
        for details in error.errors(include_url=False):
            index = int(details["loc"][0])
            details["loc"] = details["loc"][1:]
            faulty.setdefault(index, []).append(details)
            if items[index] is UNUSABLE:
                continue
            inside = (self._name,) if self._name == "map" else (self._name, at[index])
            locate = partial(self._locate, inside)
            finding = explain_field_error(details, self._model, names[index], locate)
            if finding is not None:
                self._records.faults.append(finding)
        for index in faulty:
            self._records.lost.update(_names_in(names[index], items[index]))
            self._records.mentioned.update(_mentioned_in(items[index]))
        return faulty

    def _salvaged(self, item: Any, errors: list[ErrorDetails]) -> Any:  # noqa: ANN401 — whatever stood in the file
        """Leave the faulty fields out of a record, so that its other fields are checked all the same.

        Returns:
            What is left; `UNUSABLE` where that is no record.
        """
        if not isinstance(item, dict):
            return UNUSABLE
        dropped = {details["loc"][0] for details in errors if details["loc"]}
        kept = {key: value for key, value in item.items() if key not in dropped}
        if any(details["type"] == "says_nothing" for details in errors):
            kept["title"] = str(item.get("id"))
        try:
            self._model.model_validate(kept)
        except ValidationError:
            return UNUSABLE
        if any(len(details["loc"]) != 1 or details["type"] != "extra_forbidden" for details in errors):
            self._records.damaged.setdefault(str(item.get("id", "")), set()).update(map(str, dropped))
        return kept

    def _locate(self, inside: Path, *path: str | int, key: bool = False) -> Location:
        return self._file.locate((*inside, *path), key=key)

    def _refuse_shape(self, value: object) -> None:
        wanted = "a list" if self._name in _LISTS else "a mapping"
        hint = (
            "start each record with `- id: …`"
            if self._name in _LISTS
            else "write `key: value` lines under it"
        )
        given = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "text"
        message = f"`{self._name}` must be {wanted}, not {given}"
        self._records.faults.append(Diagnostic(self._file.locate((self._name,)), "F204", message, hint=hint))


def _unknown_section(name: str, place: Location) -> Diagnostic:
    close = nearest(name, _MODELS, most=1)
    hint = f"did you mean `{close[0]}`?" if close else "the sections are " + ", ".join(_MODELS)
    return Diagnostic(place, "F201", f"unknown section `{name}`", hint=hint)


def _without_empty(item: Any) -> Any:  # noqa: ANN401 — whatever stood in the file
    """Take a key without a value for no key at all."""
    if isinstance(item, dict) and None in item.values():
        return {key: value for key, value in item.items() if value is not None}
    return item


def _id_of(item: object) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else ""


def _names_in(name: str, item: object) -> set[str]:
    """Give the ids that a faulty record would have brought, so that nobody is blamed for naming them."""
    names = {name}
    steps = item.get("because") if isinstance(item, dict) else None
    for number, step in enumerate(steps if isinstance(steps, list) else (), 1):
        names.add(_id_of(step) or f"{name}/{number}")
    return names - {""}


def _mentioned_in(item: object) -> Iterator[str]:
    """Give what a faulty record may refer to, so that nothing is called unused on its account."""
    if isinstance(item, str):
        yield item
        yield item.partition(",")[0].strip()
    elif isinstance(item, dict):
        yield from (str(key) for key in item)
        for value in item.values():
            yield from _mentioned_in(value)
    elif isinstance(item, list):
        for value in item:
            yield from _mentioned_in(value)
