"""What is wrong with a section of a file, and what can be saved of its records."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.field_errors import Faulty, explain_record, wrong_key
from argmap.files.faults.misnamed import Misnamed
from argmap.files.faults.section_errors import explain_section_shape, explain_sections
from argmap.files.records.file_records import FileRecords, written_id
from argmap.files.yaml.document import UNUSABLE, Document
from argmap.files.yaml.marks import Path
from argmap.model import Statement


def refuse_sections(
    unknown: Sequence[str], document: Document, known: Collection[str], records: FileRecords
) -> None:
    """Say what is wrong with top-level keys that are not sections, and note what stands under them.

    Args:
        unknown: those keys.
        document: the file.
        known: the names of the sections.
        records: where to note it.
    """
    records.faults.extend(map(records.file.shown_finding, explain_sections(unknown, document, known)))
    for name in unknown:
        _lose(records, document.sections[name])


class SectionFaults:
    """The faults of one section of a file, noted among its records.

    Args:
        name: the section.
        model: what its records are.
        records: where to note them.
    """

    def __init__(self, name: str, model: type[BaseModel], records: FileRecords) -> None:
        self._name = name
        self._model = model
        self._records = records
        self._file = records.file

    def refuse_shape(self, value: object, *, is_list: bool) -> None:
        """Say that a section is of the wrong shape."""
        _lose(self._records, value)
        place = self._file.locate((self._name,))
        self._records.faults.append(explain_section_shape(self._name, value, is_list, place))

    def refuse_key(self, key: str) -> None:
        """Say that others cannot refer to an entry."""
        code, message, hint = wrong_key(key, "the key")
        place = self._file.locate((self._name, key), key=True)
        self._records.faults.append(Diagnostic(place, code, message, hint=hint))
        self._records.unread.add([key])

    def salvage(
        self, error: ValidationError, at: Sequence[str | int], names: Sequence[str], items: list[Any]
    ) -> list[Any]:
        """Tell the faults of records, and leave the faulty fields out of them.

        Args:
            error: what pydantic found.
            at: the position or key of each record.
            names: what each is called.
            items: all records of the section.

        Returns:
            The records without those fields; `UNUSABLE` for what is then no record.
        """
        faulty = self._explain(error, at, names, items)
        return [self._salvaged(item, faulty[n]) if n in faulty else item for n, item in enumerate(items)]

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
            What is left, with fields by the names that were meant; `UNUSABLE` where that is not a record.
        """
        if not isinstance(item, dict):
            return UNUSABLE
        meant = {path[0]: field for path, field in faulty.meant().items() if len(path) == 1}
        dropped = {details["loc"][0] for details in faulty.errors if details["loc"]} - {
            *meant,
            *meant.values(),
        }
        kept = {str(meant.get(key, key)): value for key, value in item.items() if key not in dropped}
        if issubclass(self._model, Statement) and not kept.keys() & {"text", "title"}:
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


def _lose(records: FileRecords, section: object) -> None:
    """Note what stands in a section that cannot be read as one."""
    records.mentioned.update(_mentioned_in(section))
    items: list[Any] = list(section.values()) if isinstance(section, dict) else []
    records.unread.add(section if isinstance(section, dict) else ())
    for item in section if isinstance(section, list) else items:
        names = _names_in(written_id(item), item)
        records.unread.add(names)
        records.unread.has_nameless = records.unread.has_nameless or not names


def _names_in(name: str, item: object) -> set[str]:
    """Give the ids that a faulty record would have brought, so that nobody is blamed for naming them."""
    names = {name}
    steps = item.get("because") if isinstance(item, dict) else None
    for number, step in enumerate(steps if isinstance(steps, list) else (), 1):
        names.add(written_id(step) or f"{name}/{number}")
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
