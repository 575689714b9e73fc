"""What pydantic says of a field, in words that help."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Location
from argmap.files.document import UNUSABLE
from argmap.model import Aim, Claim, Ground, MapInfo, Origin, Person, Rebuttal, Source
from argmap.model.citation import Citation
from argmap.text.nearest import nearest, quoted

Locate = Callable[..., Location]

_NOUNS: Final[Mapping[type[BaseModel], str]] = {
    MapInfo: "the map",
    Person: "the person",
    Source: "the source",
    Claim: "the claim",
    Rebuttal: "the rebuttal",
}
_SHAPES: Final = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
}
_NO_SHARE: Final = frozenset(
    {"float_type", "float_parsing", "finite_number", "greater_than_equal", "less_than_equal"}
)
_UNDER: Final = {"premises": " under `because`", "target": " under `attacks`"}
_ID_HINT: Final = "start with a letter or digit, then use letters, digits, `-`, `_` and `.`"


def explain_field_error(
    error: ErrorDetails, model: type[BaseModel], name: str, locate: Locate
) -> Diagnostic | None:
    """Turn one of pydantic's errors into a finding.

    Args:
        error: what pydantic found, its ``loc`` counted from the record.
        model: the kind of record.
        name: the record's key or id, or nothing.
        locate: finds the place of a path in the record.

    Returns:
        The finding; None where the value was refused before, and enough is said.
    """
    if error["input"] is UNUSABLE:
        return None
    path, kind = error["loc"], error["type"]
    subject = f"{_NOUNS[model]} `{name}`" if name else _NOUNS[model]
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if kind == "missing":
        place = locate(*path[:-1])
        hint = f"add `{field}: …`" + _UNDER.get(field, "")
        return Diagnostic(place, "F203", f"{subject} has no `{field}`", hint=hint)
    if kind == "extra_forbidden":
        known = list(_fields(model, path))
        message = f"{subject} has an unknown field `{field}`"
        return Diagnostic(locate(*path, key=True), "F202", message, hint=_field_hint(field, known))
    code, message, hint = _wrong_value(error, kind, subject, field)
    return Diagnostic(locate(*path), code, message, hint=hint)


def _wrong_value(error: ErrorDetails, kind: str, subject: str, field: str) -> tuple[str, str, str]:
    value, context = error["input"], error.get("ctx", {})
    if not field:
        if kind in _SHAPES:
            return (
                "F204",
                f"{subject} must be {_SHAPES[kind]}, not {_shape(value)}",
                "write `key: value` lines",
            )
        if kind == "says_nothing":
            return "F203", f"{subject} {error['msg']}", "add `text: …`, a full sentence in your words"
        return "F205", f"{subject} {error['msg']}", "keep one"
    if kind in _SHAPES:
        return "F204", f"`{field}` must be {_SHAPES[kind]}, not {_shape(value)}", _shape_hint(field, value)
    if kind == "enum" or kind in _NO_SHARE:
        known = str(context.get("expected", "a number from 0 to 1")).replace("'", "`")
        hint = quoted(nearest(str(value), _allowed(known)), "did you mean") if kind == "enum" else ""
        return "F205", f"`{field}` is {_shown(value)}; it must be {known}", hint
    if kind == "string_pattern_mismatch":
        return "F205", f"{_shown(value)} cannot be a key or id", _ID_HINT
    if kind in {"string_too_short", "too_short"}:
        return "F206", f"`{field}` is empty", "write something, or leave the key out"
    if kind == "string_too_long":
        return "F205", f"`{field}` is longer than {context.get('max_length')} characters", "shorten it"
    return "F205", f"`{field}`: {error['msg']}", ""


def _fields(model: type[BaseModel], path: Iterable[int | str]) -> Iterable[str]:
    """Name the fields that may stand where the last part of a path stands."""
    inner = list(path)[:-1]
    if inner[-1:] == ["origin"]:
        model = Origin
    elif "because" in inner:
        model = Ground
    elif "attacks" in inner or "aims" in inner:
        model = Aim
    elif inner:
        model = Citation
    return (info.alias or name for name, info in model.model_fields.items())


def _field_hint(field: str, known: list[str]) -> str:
    close = nearest(field, known, most=1)
    return f"did you mean `{close[0]}`?" if close else "known here: " + ", ".join(known)


def _allowed(known: str) -> list[str]:
    return [word for word in known.replace("`", " ").replace(",", " ").split() if word != "or"]


def _shape(value: Any) -> str:  # noqa: ANN401 — whatever stood in the file
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else "text"


def _shape_hint(field: str, value: object) -> str:
    if isinstance(value, dict) and len(value) == 1:
        key, inner = next(iter(value.items()))
        if isinstance(inner, str):
            return f'for text with a colon in it, write `{field}: "{key}: {inner}"`'
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"write `{field}: {value[0]}`"
    return ""


def _shown(value: object) -> str:
    text = str(value)
    return f"`{text if len(text) <= 60 else text[:59] + '…'}`"  # noqa: PLR2004 — fits a line
