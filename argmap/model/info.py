"""What the map as a whole says of itself."""

from pydantic import Field

from argmap.model.base import Key, Keys, Record, Text, Texts


class MapInfo(Record):
    """The title page of a map."""

    title: Text | None = Field(default=None, description="What the map is about.")
    description: Text | None = Field(default=None, description="A sentence or two for the reader.")
    editors: Texts = Field(default=(), description="Who drew the map.")
    language: Text | None = Field(default=None, description="A BCP 47 tag, such as `en`.")
    license: Text | None = Field(default=None, description="Under what terms the map may be used.")
    tags: dict[Key, Text] = Field(
        default_factory=dict, description="The tags in use, each with its meaning; others are findings."
    )
    sequence: Keys = Field(
        default=(),
        description="Works in the order in which they were spoken or written, where dates do not tell it.",
    )
