"""Sections of a file to records, with every fault of every record."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from argmap.diagnostics import Location
from argmap.files.records.file_records import FileRecords, Found, written_id
from argmap.files.yaml.document import UNUSABLE, Document, Start
from argmap.files.yaml.places import ReadFile
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source, Statement
from argmap.model.base import Key

if TYPE_CHECKING:
    from argmap.files.records.section_faults import SectionFaults

_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "map": MapInfo,
    "people": Person,
    "sources": Source,
    "claims": Claim,
    "rebuttals": Rebuttal,
}
_KEY: Final[TypeAdapter[str]] = TypeAdapter(Key)
_LISTS: Final = frozenset({"claims", "rebuttals"})


def validate_document(document: Document, file: ReadFile) -> FileRecords:
    """Validate every section of a file.

    Args:
        document: what was read.
        file: where it was read from, for places.
    """
    records = FileRecords(file)
    if unknown := [name for name in document.sections if name not in _MODELS]:
        from argmap.files.records.section_faults import refuse_sections

        refuse_sections(unknown, document, _MODELS, records)
    for name, value in document.sections.items():
        if name in _MODELS and value is not None and value is not UNUSABLE:
            _Section(name, document, records).validate(value)
    return records


class _Section:
    def __init__(self, name: str, document: Document, records: FileRecords) -> None:
        self._name = name
        self._document = document
        self._records = records
        self._model = _MODELS[name]
        self._starts = document.starts[name].items

    @cached_property
    def _faults(self) -> "SectionFaults":
        """What tells and mends the faults of the section; few maps have one, so it is imported late."""
        from argmap.files.records.section_faults import SectionFaults

        return SectionFaults(self._name, self._model, self._records)

    def validate(self, value: Any) -> None:  # noqa: ANN401 — whatever stood in the file
        if not isinstance(value, list if self._name in _LISTS else dict):
            self._faults.refuse_shape(value, is_list=self._name in _LISTS)
        elif self._name == "map":
            key = self._document.keys["map"]
            self._validate_items([""], [""], [value], {"": (key.line, key.column)})
        elif isinstance(value, list):
            names = [written_id(item) for item in value]
            self._validate_items(list(range(len(value))), names, value, self._starts)
        else:
            keys = [key for key in value if self._is_key(key)]
            self._validate_items(keys, keys, [value[key] for key in keys], self._starts)

    def _is_key(self, key: str) -> bool:
        """Tell whether others can refer to an entry; else say so."""
        try:
            _KEY.validate_python(key)
        except ValidationError:
            self._faults.refuse_key(key)
            return False
        return True

    def _validate_items(
        self,
        at: Sequence[str | int],
        names: Sequence[str],
        items: list[Any],
        starts: Mapping[str | int, Start],
    ) -> None:
        known = frozenset(info.alias or name for name, info in self._model.model_fields.items())
        items = [_without_empty(item, known) for item in items]
        # The type is made at run time, which mypy cannot follow.
        adapter: TypeAdapter[list[BaseModel]] = TypeAdapter(list[self._model])  # type: ignore[name-defined]
        file = self._records.file.name
        good: list[int] = list(range(len(items)))
        try:
            valid = adapter.validate_python(items, by_alias=True, by_name=False)
        except ValidationError as error:
            items = self._faults.salvage(error, at, names, items)
            good = [index for index in good if items[index] is not UNUSABLE]
            valid = adapter.validate_python([items[index] for index in good], by_alias=True, by_name=False)
        self._records.sections[self._name] = [
            Found(
                _named(record, names[index]),
                record,
                self._records.file.shown(Location(file, *starts[at[index]])),
                at[index],
            )
            for index, record in zip(good, valid, strict=True)
        ]


def _without_empty(item: Any, known: Collection[str]) -> Any:  # noqa: ANN401 — whatever stood in the file
    """Take a field without a value for no field at all; what is not a field is not forgotten."""
    if isinstance(item, dict) and None in item.values():
        return {key: value for key, value in item.items() if value is not None or key not in known}
    return item


def _named(record: BaseModel, name: str) -> str:
    """Give what a record is called; the id may stand under a wrong name, of which that is told."""
    return record.id if isinstance(record, Statement) else name
