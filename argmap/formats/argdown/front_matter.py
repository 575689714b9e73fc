"""The front matter of an Argdown document: its title, its authors, and what exports keep there."""

from collections.abc import Iterator
from typing import Final

from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_fields import NO_FIELD, FieldReader
from argmap.formats.foreign_yaml import YamlMap, mapping, text, texts

_DESCRIPTIONS: Final = ("description", "abstract", "subTitle", "subtitle")
_EDITORS: Final = ("author", "authors", "editors")
OWN: Final = "argmap"
"""The key under which exports keep what Argdown has no word for."""


def is_strict(front_matter: YamlMap) -> bool:
    """Tell whether relations among statements are meant as logical ones."""
    return text(mapping(front_matter.get("model")).get("mode")) == "strict"


def read_front_matter(front_matter: YamlMap, builder: MapBuilder, fields: FieldReader) -> None:
    """Take up what the front matter says of the map, its people and its works.

    Settings of the program are losses, but for the mode, which `is_strict` tells.
    """
    own = mapping(front_matter.get(OWN))
    builder.info |= {
        "title": builder.clean(text(front_matter.get("title")), "title"),
        "description": next((text(front_matter[key]) for key in _DESCRIPTIONS if key in front_matter), ""),
        "editors": tuple(name for key in _EDITORS for name in texts(front_matter.get(key))),
        "language": text(front_matter.get("language")) or text(front_matter.get("lang")),
        "license": text(front_matter.get("license")),
        "tags": {key: text(meaning) for key, meaning in mapping(own.get("tags")).items()},
    }
    fields.add_people(mapping(own.get("people")))
    for key, data in mapping(own.get("sources")).items():
        fields.works[key] = fields.add_work(key, mapping(data), key)
    builder.info["sequence"] = fields.sequence(own)
    for what in _settings(front_matter):
        builder.lose(what, "front matter", NO_FIELD)


def _settings(front_matter: YamlMap) -> Iterator[str]:
    known = {"title", "language", "lang", "license", OWN, "model", *_DESCRIPTIONS, *_EDITORS}
    yield from (f"setting {key}" for key in front_matter if key not in known)
    yield from (f"setting model.{key}" for key in mapping(front_matter.get("model")) if key != "mode")
    described = [key for key in _DESCRIPTIONS if key in front_matter]
    yield from (f"setting {key}" for key in described[1:])
