"""Sections of a file to records, with every fault of every record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.field_errors import Faulty, explain_record, wrong_key
from argmap.files.faults.section_errors import explain_section_shape, explain_sections
from argmap.files.faults.suggestions import Misnamed
from argmap.files.records.file_records import FileRecords, Found
from argmap.files.yaml.document import UNUSABLE, Document, Start
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source, Statement
from argmap.model.base import Key

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
    unknown = [name for name in document.sections if name not in _MODELS]
    records.faults.extend(map(file.shown_finding, explain_sections(unknown, document, _MODELS)))
    for name, value in document.sections.items():
        if name not in _MODELS:
            _lose(records, value)
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
            keys = [key for key in value if self._is_key(key)]
            self._validate_items(keys, keys, [value[key] for key in keys], self._starts)

    def _is_key(self, key: str) -> bool:
        """Tell whether others can refer to an entry; else say so."""
        try:
            _KEY.validate_python(key)
        except ValidationError:
            code, message, hint = wrong_key(key, "the key")
            self._records.faults.append(
                Diagnostic(self._file.locate((self._name, key), key=True), code, message, hint=hint)
            )
            self._records.unread.add([key])
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
        good: list[int] = list(range(len(items)))
        try:
            valid = adapter.validate_python(items, by_alias=True, by_name=False)
        except ValidationError as error:
            faulty = self._explain(error, at, names, items)
            items = [self._salvaged(item, faulty[n]) if n in faulty else item for n, item in enumerate(items)]
            good = [index for index in good if items[index] is not UNUSABLE]
            valid = adapter.validate_python([items[index] for index in good], by_alias=True, by_name=False)
        self._records.sections[self._name] = [
            Found(
                _named(record, names[index]),
                record,
                self._file.shown(Location(self._file.name, *starts[at[index]])),
                at[index],
            )
            for index, record in zip(good, valid, strict=True)
        ]

    def _explain(
        self, error: ValidationError, at: Sequence[str | int], names: Sequence[str], items: list[Any]
    ) -> dict[int, Faulty]:
        """Add the findings of each item that has errors, and give those items."""
        errors: dict[int, list[ErrorDetails]] = {}
        for details in error.errors(include_url=False):
            index = int(details["loc"][0])
            details["loc"] = details["loc"][1:]
            errors.setdefault(index, []).append(details)
        faulty = {}
        for index, told in errors.items():
            inside = (self._name,) if self._name == "map" else (self._name, at[index])
            locate = partial(self._locate, inside)
            record = Faulty(self._model, names[index], items[index], told, locate)
            faulty[index] = record
            for finding, field_name, value in explain_record(record):
                if field_name is None:
                    self._records.faults.append(finding)
                else:
                    self._records.misnamed.append(Misnamed(finding, field_name, value))
            lost = _names_in(names[index], items[index])
            self._records.unread.add(lost)
            self._records.unread.has_nameless = self._records.unread.has_nameless or not names[index]
            self._records.mentioned.update(_mentioned_in(items[index]))
        return faulty

    def _salvaged(self, item: Any, faulty: Faulty) -> Any:  # noqa: ANN401 — whatever stood in the file
        """Leave the faulty fields out of a record, so that its other fields are checked all the same.

        Returns:
            What is left, with fields by the names that were meant; `UNUSABLE` where that is no record.
        """
        if not isinstance(item, dict):
            return UNUSABLE
        meant = {path[0]: field for path, field in faulty.meant().items() if len(path) == 1}
        dropped = {details["loc"][0] for details in faulty.errors if details["loc"]} - {
            *meant,
            *meant.values(),
        }
        kept = {str(meant.get(key, key)): value for key, value in item.items() if key not in dropped}
        if self._name in _LISTS and not kept.keys() & {"text", "title"}:
            kept["title"] = str(item.get("id"))
        try:
            self._model.model_validate(kept, by_alias=True, by_name=False)
        except ValidationError:
            return UNUSABLE
        if any(len(details["loc"]) != 1 or details["type"] != "extra_forbidden" for details in faulty.errors):
            self._records.damaged.setdefault(str(kept.get("id", "")), set()).update(map(str, dropped))
        return kept

    def _locate(self, inside: Path, *path: str | int, key: bool = False) -> Location:
        return self._file.locate((*inside, *path), key=key)

    def _refuse_shape(self, value: object) -> None:
        _lose(self._records, value)
        place = self._file.locate((self._name,))
        self._records.faults.append(explain_section_shape(self._name, value, self._name in _LISTS, place))


def _lose(records: FileRecords, section: object) -> None:
    """Note what stands in a section that cannot be read as one."""
    records.mentioned.update(_mentioned_in(section))
    items: list[Any] = list(section.values()) if isinstance(section, dict) else []
    records.unread.add(section if isinstance(section, dict) else ())
    for item in section if isinstance(section, list) else items:
        names = _names_in(_id_of(item), item)
        records.unread.add(names)
        records.unread.has_nameless = records.unread.has_nameless or not names


def _without_empty(item: Any, known: Collection[str]) -> Any:  # noqa: ANN401 — whatever stood in the file
    """Take a field without a value for no field at all; what is no field is not forgotten."""
    if isinstance(item, dict) and None in item.values():
        return {key: value for key, value in item.items() if value is not None or key not in known}
    return item


def _named(record: BaseModel, name: str) -> str:
    """Give what a record is called; the id may stand under a wrong name, of which that is told."""
    return record.id if isinstance(record, Statement) else name


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
