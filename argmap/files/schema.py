"""The JSON Schema of the YAML files, for editors: completion, hover and first checks while one types."""

from typing import Any, Final

from pydantic import BaseModel, Field

from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from argmap.model.base import Key

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TEMPLATE: Final = "#/definitions/{model}"
_SCALARS: Final = ["string", "number", "boolean"]
"""Everything is text to argmap; an editor that reads YAML's own types takes ``2019`` for a number."""


class _MapFile(BaseModel):
    """A file of an argument map; the files of a folder are one map."""

    map: MapInfo = Field(default=MapInfo(), description="What the map says of itself.")
    people: dict[Key, Person] = Field(default={}, description="Who asserts and challenges, by key.")
    sources: dict[Key, Source] = Field(default={}, description="The works that statements come from, by key.")
    claims: list[Claim] = Field(default=[], description="What people assert.")
    rebuttals: list[Rebuttal] = Field(default=[], description="What attacks claims, inferences or rebuttals.")


def build_schema() -> dict[str, Any]:
    """Build the schema: draft 7, which editors know best, with the short forms of every field.

    Patterns are ECMA-262 with the flag ``u``, as the draft recommends.
    """
    made = _MapFile.model_json_schema(by_alias=True, ref_template=_TEMPLATE)
    made["definitions"] = made.pop("$defs")
    for name in ("Claim", "Rebuttal"):
        made["definitions"][name]["anyOf"] = [{"required": ["text"]}, {"required": ["title"]}]
    made["additionalProperties"] = False
    schema: dict[str, Any] = _tidied(made)
    return {"$schema": _DRAFT, "title": "Argument map (argmap)", **schema}


def _tidied(node: Any) -> Any:  # noqa: ANN401 — any part of a JSON document
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidied(value) for key, value in node.items() if not _is_noise(key, value)}
    if isinstance(tidy.get("properties"), dict):
        required = tidy.get("required", [])
        tidy["properties"] = {
            name: field if name in required else _or_nothing(field)
            for name, field in tidy["properties"].items()
        }
    if "patternProperties" in tidy:
        ((pattern, inner),) = tidy.pop("patternProperties").items()
        tidy["additionalProperties"] = inner
        tidy["propertyNames"] = {"pattern": pattern, **tidy.get("propertyNames", {})}
    if tidy.get("type") == "string" and "enum" not in tidy:
        tidy["type"] = _SCALARS
    if "$ref" in tidy and len(tidy) > 1:
        tidy = {"allOf": [{"$ref": tidy.pop("$ref")}], **tidy}
    return _with_counted_items(tidy)


def _is_noise(key: str, value: object) -> bool:
    """Tell whether a keyword says nothing to a person: generated titles, and what a missing key means."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and not isinstance(value, str))


def _or_nothing(field: dict[str, Any]) -> dict[str, Any]:
    """Let a key stand without a value, which counts as left out."""
    nothing = {"type": "null"}
    if "anyOf" in field:
        options = field["anyOf"]
        return {**field, "anyOf": options if nothing in options else [*options, nothing]}
    kept: dict[str, Any] = {key: field[key] for key in ("description", "default") if key in field}
    rest = {key: value for key, value in field.items() if key not in kept}
    return {**kept, "anyOf": [rest, nothing]}


def _with_counted_items(node: dict[str, Any]) -> dict[str, Any]:
    """Say of lists what pydantic says of a choice between a list and a text: that it is not empty."""
    if "anyOf" not in node or "minLength" not in node:
        return node
    least = node["minLength"]
    options = [
        {**option, "minItems": least} if option.get("type") == "array" else option for option in node["anyOf"]
    ]
    return {**{key: value for key, value in node.items() if key != "minLength"}, "anyOf": options}
