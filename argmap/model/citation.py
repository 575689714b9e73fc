"""Where a statement was made: a work, and the place inside it."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from argmap.model.base import Key, Record, Text


class Citation(Record):
    """A work and a place in it, written ``work, locator`` for short."""

    work: Key = Field(description="The key of the source under `sources`.")
    locator: Text | None = Field(default=None, description="The place inside the work, such as `para. 3`.")

    def __str__(self) -> str:
        return f"{self.work}, {self.locator}" if self.locator else self.work


def parse_citation(value: object) -> object:
    """Split ``work, locator`` at the first comma; anything but text passes unchanged."""
    if not isinstance(value, str):
        return value
    work, _, locator = value.partition(",")
    return {"work": work.strip(), "locator": locator.strip() or None}


Cited = Annotated[Citation, BeforeValidator(parse_citation, json_schema_input_type=Citation | str)]
"""A citation, in its short or its long form."""
