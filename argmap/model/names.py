"""The name of an author, an editor or a translator."""

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from argmap.model.base import Record, Text

if TYPE_CHECKING:
    from argmap.text.author_names import NameParts

_OF_PERSONS = ("family", "given", "particle", "suffix")


class Name(Record):
    """A name as it is printed, a person's name in parts, or the name of an organization."""

    name: Text | None = Field(default=None, description="The name as it is printed, or the key of a person.")
    family: Text | None = Field(default=None, description="The family name, by which the person is cited.")
    given: Text | None = Field(default=None, description="The given names.")
    particle: Text | None = Field(default=None, description="What stands before the family name: `van der`.")
    suffix: Text | None = Field(default=None, description="What stands after it: `Jr.`.")
    organization: Text | None = Field(default=None, description="The name of an organization, never parted.")

    @model_validator(mode="after")
    def _is_one_name(self) -> "Name":
        said = [field for field in ("name", "family", "organization") if getattr(self, field)]
        if len(said) > 1:
            raise PydanticCustomError("several_names", "a name has {said}", {"said": _listed(said)})
        parts = [field for field in _OF_PERSONS if getattr(self, field)]
        if parts and said != ["family"]:
            raise PydanticCustomError(
                "no_family", "a name has {said}, but no `family`", {"said": _listed(parts)}
            )
        if not said:
            raise PydanticCustomError("no_name", "a name has no words")
        return self

    @model_serializer
    def _shortest(self) -> str | dict[str, str]:
        return self.name or {field: value for field, value in self if value}

    @property
    def parts(self) -> "NameParts":
        """Its parts as they were written, or as they can be told from the printed name."""
        from argmap.text.author_names import NameParts, part_name

        if self.organization:
            return NameParts(self.organization)
        if self.family:
            return NameParts(str(self), self.family, self.given or "", self.particle or "", self.suffix or "")
        return part_name(self.name or "")

    def __str__(self) -> str:
        if whole := self.organization or self.name:
            return whole
        words = (self.given, self.particle, self.family, self.suffix)
        return " ".join(word for word in words if word)


def _listed(fields: list[str]) -> str:
    return " and ".join(f"`{field}`" for field in fields)


def parse_name(value: object) -> object:
    """Take a text for a name as it is printed; anything else passes unchanged."""
    return {"name": value} if isinstance(value, str) else value


def _names(value: object) -> object:
    items = [value] if isinstance(value, str | dict) else value
    return [parse_name(item) for item in items] if isinstance(items, list | tuple) else items


Names = Annotated[
    tuple[Name, ...], BeforeValidator(_names, json_schema_input_type=list[Text | Name] | Text | Name)
]
"""A name or a list of names, each a text or its parts."""
