"""From where a record was imported."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from argmap.model.base import Record, Text


class Origin(Record):
    """The file that a record was imported from and its name there, written ``file#id`` for short."""

    file: Text = Field(description="The imported file.")
    id: Text | None = Field(default=None, description="What the record is called in that file.")

    def __str__(self) -> str:
        return f"{self.file}#{self.id}" if self.id else self.file


def parse_origin(value: object) -> object:
    """Split ``file#id`` at the first ``#``; anything but text passes unchanged."""
    if not isinstance(value, str):
        return value
    file, _, name = value.partition("#")
    return {"file": file.strip(), "id": name.strip() or None}


Imported = Annotated[Origin, BeforeValidator(parse_origin, json_schema_input_type=Origin | str)]
"""An origin, in its short or its long form."""


def fields_but_origin(record: Record) -> str:
    """Write what a record says, but not from where it was imported, so that equal records are known as equal.

    Args:
        record: a record that may have an origin of its own.

    Returns:
        Its fields as JSON, in their order.
    """
    return record.model_dump_json(exclude={"origin"})
