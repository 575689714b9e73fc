"""What all records share: they are frozen, and know no fields but their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import CoreSchema, core_schema

ID_PATTERN = r"^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$"
"""A letter or digit of any script, then letters, marks, digits, ``_``, ``.`` and ``-``."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The schema of a text, made in one step: pydantic's own way costs start-up for each of fifty fields."""

    most: int
    least: int | None = None
    pattern: str | None = None
    strip: bool = False

    def __get_pydantic_core_schema__(self, _source: type, _handler: Any) -> CoreSchema:  # noqa: ANN401 — pydantic's protocol
        return core_schema.str_schema(
            pattern=self.pattern,
            max_length=self.most,
            min_length=self.least,
            strip_whitespace=self.strip or None,
        )


class _Share:
    """The schema of a number from 0 to 1, made in one step as well."""

    def __get_pydantic_core_schema__(self, _source: type, _handler: Any) -> CoreSchema:  # noqa: ANN401 — pydantic's protocol
        return core_schema.float_schema(ge=0, le=1, allow_inf_nan=False)


Score = Annotated[float, _Share()]
"""A number from 0 to 1."""


TRUTH_VALUES: Final[Mapping[str, bool]] = {"true": True, "false": False}
"""How truth values are written, and nothing else."""


def _truth(value: object) -> object:
    return TRUTH_VALUES.get(value, value) if isinstance(value, str) else value


class _Truth:
    """The schema of a truth value, made in one step as well: in files all scalars are text."""

    def __get_pydantic_core_schema__(self, _source: type, _handler: Any) -> CoreSchema:  # noqa: ANN401 — pydantic's protocol
        written = core_schema.literal_schema(list(TRUTH_VALUES))
        return core_schema.no_info_before_validator_function(
            _truth,
            core_schema.bool_schema(strict=True),
            json_schema_input_schema=core_schema.union_schema([core_schema.bool_schema(), written]),
        )


Flag = Annotated[bool, _Truth()]
"""Yes or no, written `true` or `false`."""

Key = Annotated[str, _Words(pattern=ID_PATTERN, most=200)]
"""The name by which records refer to one another."""

Target = Annotated[str, _Words(pattern=ID_PATTERN.replace("$", r"(?:/\d+)?$"), most=220)]
"""What can be attacked: a key, or the automatic id of an inference without one, ``claim/1``."""

Text = Annotated[str, _Words(strip=True, least=1, most=100_000)]
"""Words for people to read; never empty."""


def one_or_more(value: object) -> object:
    """Take a lone text for a list of one."""
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_more, json_schema_input_type=list[Text] | Text)]
"""One text or a list of texts."""

Keys = Annotated[tuple[Key, ...], BeforeValidator(one_or_more, json_schema_input_type=list[Key] | Key)]
"""One key or a list of keys."""


class Record(BaseModel):
    """A frozen record: equal by value, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
