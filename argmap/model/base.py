"""What all records share: they are frozen, and know no fields but their own."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$"
"""A letter or digit of any script, then letters, marks, digits, ``_``, ``.`` and ``-``."""

Key = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=200)]
"""The name by which records refer to one another."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000)]
"""Words for people to read; never empty."""


class Record(BaseModel):
    """A frozen record: equal by value, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
