"""What pydantic says of a field, in words that help."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.field_synonyms import meant_field
from argmap.files.faults.line_causes import character_name
from argmap.files.yaml.document import UNUSABLE
from argmap.model import Aim, AttackKind, Claim, Ground, MapInfo, Name, Origin, Person, Rebuttal, Source
from argmap.model.citation import Citation
from argmap.text.graphemes import cut_before
from argmap.text.ids import WHAT_IDS_ARE
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
    "bool_type": "`true` or `false`",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
}
NO_SHARE: Final = frozenset(
    {"float_type", "float_parsing", "finite_number", "greater_than_equal", "less_than_equal"}
)
"""What pydantic calls a value that is not a number from 0 to 1."""

NO_TRUTH: Final = "bool_type"
"""What pydantic calls a value that is neither ``true`` nor ``false``."""

_YES: Final = frozenset({"1", "on", "true", "y", "yes"})
_NO: Final = frozenset({"0", "false", "n", "no", "off"})
_HINTS: Final = {
    "misplaced_conclusion": "leave `conclusion` out, or move the step to the conclusion's own `because`",
    "several_names": "keep one of the two",
    "no_name": "write the name as text, `{family: …, given: …}`, or `{organization: …}`",
    "no_family": "add `family: …`; who has but one name is written as text",
}
"""What would be right, by what the model's own checks are called."""

_KINDS: Final = tuple(AttackKind)
_SHORT: Final = 60
_MOST_CHOICES: Final = 8
_EXTRA: Final = "extra_forbidden"
_IN_GROUND: Final = 3
_SAID: Final = frozenset({"text", "title", "by", "source", "quote"})
_UNSEEN: Final = re.compile(r"[^\S ]|[\xad\u200b-\u200f\u2060\ufeff]")
"""What an id is made of."""

_NOTHING: Final = object()
Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """A record with faults.

    Args:
        model: the kind of record.
        name: its key or id, or nothing.
        value: what stands in the file.
        errors: what pydantic found, each ``loc`` counted from the record.
        locate: finds the place of a path in the record.
    """

    model: type[BaseModel]
    name: str
    value: object
    errors: Sequence[ErrorDetails]
    locate: Locate

    @property
    def subject(self) -> str:
        """What the record is called in a finding."""
        return f"{_NOUNS[self.model]} `{self.name}`" if self.name else _NOUNS[self.model]

    def meant(self) -> dict[Path, str]:
        """Give the field that each unknown one probably stands for, where that is missing."""
        guesses = {error["loc"]: self._guess(error) for error in self.errors if error["type"] == _EXTRA}
        return {
            path: field for path, field in guesses.items() if field and not self._has((*path[:-1], field))
        }

    def _guess(self, error: ErrorDetails) -> str | None:
        path = error["loc"]
        if field := meant_field(str(path[-1]), _fields(self.model, path)):
            return field
        if path[0] == "because":
            return "premises"
        return "target" if path[0] == "attacks" and error["input"] in _KINDS else None

    def _has(self, path: Path) -> bool:
        return self.at(path) is not _NOTHING

    def at(self, path: Path) -> Any:  # noqa: ANN401 — whatever stands there
        """Give what stands at a path; a short form leaves a list out."""
        value: Any = self.value
        for part in path:
            if isinstance(part, int):
                value = value[part] if isinstance(value, list) and part < len(value) else value
            elif isinstance(value, dict) and part in value:
                value = value[part]
            else:
                return _NOTHING
        return value


Explained = tuple[Diagnostic, str | None, str]
"""A finding; and of a name that cannot be any record's, the field and what stands there."""


def explain_record(record: Faulty) -> Iterator[Explained]:
    """Turn pydantic's errors about a record into findings, one for each mistake.

    What follows from a mistake is not told: the field that is missing because its name is misspelt, or what
    all is unknown in a record that stands in the wrong place.
    """
    for find in (_keyed_record, _rebuttal_among_claims, _statement_among_grounds):
        if found := find(record):
            finding, told = found
            yield finding, None, ""
            record = replace(record, errors=[one for one in record.errors if not told(one)])
    missing = {(*path[:-1], field) for path, field in record.meant().items()}
    if any(path in missing for path in (("text",), ("title",))):
        missing.add(())
    for error in record.errors:
        is_told = error["type"] == "missing" and error["loc"] in missing
        if error["input"] is UNUSABLE or is_told or (error["type"] == "says_nothing" and () in missing):
            continue
        value = error["input"]
        is_name = error["type"] == "string_pattern_mismatch" and error["loc"][-1] != "id"
        field = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "")
        yield _explain(error, record), field if is_name else None, str(value)


Told = tuple[Diagnostic, Callable[[ErrorDetails], bool]]
"""A finding, and which errors it explains as well."""


def _keyed_record(record: Faulty) -> Told | None:
    """``- a: {…}`` in place of ``- id: a``."""
    value = record.value
    if not isinstance(value, dict) or len(value) != 1 or record.model not in {Claim, Rebuttal}:
        return None
    ((key, inner),) = value.items()
    if not isinstance(inner, dict) or key in _fields(record.model, (key,)):
        return None
    hint = f"write `- id: {key}`, and the other fields below, in the same column as `id`"
    message = f"`{key}` stands where the fields of {_NOUNS[record.model]} are expected"
    return Diagnostic(record.locate(key, key=True), "F204", message, hint=hint), lambda _: True


def _rebuttal_among_claims(record: Faulty) -> Told | None:
    """A claim that attacks."""
    known = set(_fields(Rebuttal, ("",)))
    if record.model is not Claim or not isinstance(record.value, dict) or "attacks" not in record.value:
        return None
    message = f"{record.subject} has `attacks`, which only a rebuttal has"
    place = record.locate("attacks", key=True)
    hint = "move the record under `rebuttals`, or take the attack out of it"
    finding = Diagnostic(place, "F202", message, hint=hint)
    return finding, lambda error: error["type"] == _EXTRA and error["loc"][-1] in known


def _statement_among_grounds(record: Faulty) -> Told | None:
    """A claim that is written out under ``because``."""
    for error in record.errors:
        path = error["loc"]
        if error["type"] == _EXTRA and path[0] == "because" and len(path) == _IN_GROUND and path[2] in _SAID:
            break
    else:
        return None
    inside = path[:2]
    ground = record.at(inside)
    name = str((isinstance(ground, dict) and ground.get("id")) or "its-id")
    message = "a claim stands under `because`, where the id of one is expected"
    hint = f"move it under `claims`, and write `- {name}` here"
    finding = Diagnostic(record.locate(*inside), "F204", message, hint=hint)
    return finding, lambda error: error["loc"][:2] == inside


def _explain(error: ErrorDetails, record: Faulty) -> Diagnostic:
    path, kind, locate = error["loc"], error["type"], record.locate
    field = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    inside = next((str(part) for part in reversed(path[:-1]) if isinstance(part, str)), "")
    subject = f"`{inside}` of {record.subject}" if inside else record.subject
    if kind == "missing":
        hint = f"add `{field}: …`" + (f" under `{inside}`" if inside else "")
        if field == "attacks":
            hint += ", or move the record under `claims` if it attacks nothing"
        return Diagnostic(locate(*path[:-1]), "F203", f"{subject} has no `{field}`", hint=hint)
    if kind == _EXTRA:
        message = f"{subject} has an unknown field `{field}`"
        hint = _field_hint(field, error["input"], list(_fields(record.model, path)), inside)
        return Diagnostic(locate(*path, key=True), "F202", message, hint=hint)
    code, message, hint = _wrong_value(error, kind, record, field)
    return Diagnostic(locate(*path), code, message, hint=hint)


def _wrong_value(error: ErrorDetails, kind: str, record: Faulty, field: str) -> tuple[str, str, str]:
    value, context = error["input"], error.get("ctx", {})
    if not field:
        return _wrong_record(error, kind, record)
    if kind == "enum" and not isinstance(value, str):
        known = str(context.get("expected")).replace("'", "`")
        return "F204", f"`{field}` must be text, not {_shape(value)}", f"write one of {known}"
    if value is None:
        return "F206", f"an item of `{field}` is empty", "write something after the dash, or delete it"
    is_untrue = kind == NO_TRUTH and isinstance(value, str)
    if kind in _SHAPES and not is_untrue:
        wanted = _SHAPES[kind]
        return (
            "F204",
            f"`{field}` must be {wanted}, not {_shape(value)}",
            "" if kind == NO_TRUTH else _shape_hint(field, value, error["loc"]),
        )
    if kind == "enum" or kind in NO_SHARE or is_untrue:
        expected = context.get("expected", _SHAPES[kind] if is_untrue else "a number from 0 to 1")
        return "F205", *_not_allowed(value, kind, field, str(expected))
    if kind == "string_pattern_mismatch":
        return wrong_key(str(value), field)
    if kind in {"string_too_short", "too_short"}:
        return "F206", f"`{field}` is empty", "write something, or leave the key out"
    if kind == "string_too_long":
        return "F205", f"`{field}` is longer than {context.get('max_length')} characters", "shorten it"
    return "F205", f"`{field}`: {error['msg']}", _HINTS.get(kind, "")


def _not_allowed(value: object, kind: str, field: str, expected: str) -> tuple[str, str]:
    known = expected.replace("'", "`")
    if kind == NO_TRUTH:
        hint = _truth_hint(value, field)
    elif kind == "enum":
        hint = quoted(nearest(str(value), _allowed(known)), "did you mean")
    else:
        hint = _share_hint(value)
    if known.count(",") > _MOST_CHOICES:
        return f"`{field}` is {_shown(value)}, which is none of its values", hint or f"write {known}"
    return f"`{field}` is {_shown(value)}; it must be {known}", hint


def _wrong_record(error: ErrorDetails, kind: str, record: Faulty) -> tuple[str, str, str]:
    value, subject = error["input"], record.subject
    if kind == "says_nothing":
        hint = "add `text: …`, a full sentence in your words"
        return "F203", f"{subject} {error['msg']}", hint
    if kind not in _SHAPES:
        return "F205", f"{subject} {error['msg']}", "keep one"
    hint = "write `key: value` lines"
    if record.model in {Claim, Rebuttal} and isinstance(value, str):
        hint = f"write `- id: …`, and below it `text: {_cut(value)}`"
    elif record.model in {Person, Source} and isinstance(value, str):
        field = "name" if record.model is Person else "url" if "://" in value else "title"
        hint = f"write `{record.name}: {{{field}: {_cut(value)}}}`"
    return "F204", f"{subject} must be {_SHAPES[kind]}, not {_shape(value)}", hint


def wrong_key(value: str, field: str) -> tuple[str, str, str]:
    """Say what is wrong with a key or id that has other signs in it than it may.

    Args:
        value: what was written.
        field: where.

    Returns:
        The code, the message and the hint of a finding.
    """
    if not value:
        return "F206", f"`{field}` names nothing before the comma", "write `work, locator`"
    if match := _UNSEEN.search(value):
        message = (
            f"{_shown(_UNSEEN.sub('', value))} holds the invisible character {character_name(match.group())}"
        )
        return "F205", message, "delete it, or type the name anew"
    message = f"{_shown(value)} cannot be a key or id"
    plain = re.sub(r"[^\w.-]+", "-", value.partition(" #")[0]).strip("-._,;")
    if value.startswith("-") and plain == value[1:]:
        return "F205", message, "put a space after the dash of a list item"
    if re.search(r".#|/\*|//", value) and "://" not in value:
        return "F205", message, "begin a comment with ` # `"
    hint = f"write `{plain}`, for example; {WHAT_IDS_ARE}" if plain and len(plain) <= _SHORT else WHAT_IDS_ARE
    return "F205", message, hint


def _fields(model: type[BaseModel], path: Iterable[int | str]) -> Collection[str]:
    """Name the fields that may stand where the last part of a path stands."""
    inner = list(path)[:-1]
    if inner[-1:] == ["origin"]:
        model = Origin
    elif "because" in inner:
        model = Ground
    elif not {"authors", "editors", "translators"}.isdisjoint(inner):
        model = Name
    elif "attacks" in inner or "aims" in inner:
        model = Aim
    elif inner:
        model = Citation
    return [info.alias or name for name, info in model.model_fields.items()]


def _field_hint(field: str, value: object, known: list[str], inside: str) -> str:
    meant = meant_field(field, known)
    if value is None and meant and re.search(r"[:=]", field):
        return f"write `{meant}: value`, with a colon and a space"
    if value is None and (not field.islower() or " " in field):
        return "put quotes around text with a comma in it"
    if meant:
        return f"did you mean `{meant}`?"
    if inside == "attacks" and value in _KINDS:
        return f"write `{{target: {field}, kind: {value}}}`"
    if inside == "because" and isinstance(value, str | None):
        return f"write `- {field}`"
    return "known here: " + ", ".join(known)


def _share_hint(value: object) -> str:
    text = str(value).strip().replace(",", ".")
    number = text.removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", number):
        return ""
    share = float(number) / 100 if text.endswith("%") else float(number)
    return f"write `{share:g}`" if share <= 1 else ""


def _truth_hint(value: object, field: str) -> str:
    plain = str(value).strip().casefold()
    return f"write `{field}: true`" if plain in _YES else "leave the key out" if plain in _NO else ""


def _allowed(known: str) -> list[str]:
    return [word for word in known.replace("`", " ").replace(",", " ").split() if word != "or"]


def _shape(value: Any) -> str:  # noqa: ANN401 — whatever stood in the file
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else "text"


def _shape_hint(field: str, value: object, path: Path) -> str:
    if field == "by" and not isinstance(value, str):
        return "name one person; several speak through a person of their own, whose `members` they are"
    if field == "source" and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return f"write `source: {', '.join(value)}`"
    if isinstance(value, list) and field == "premises" and isinstance(path[-1], int):
        return "write linked premises as one list, with one pair of brackets"
    if isinstance(value, dict) and len(value) == 1:
        key, inner = next(iter(value.items()))
        if isinstance(inner, str):
            return f'for text with a colon in it, write `{field}: "{key}: {inner}"`'
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        if len(value) == 1:
            return f"write `{field}: {value[0]}`"
        return f"write one text, as a block after `{field}: >-`"
    return ""


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else cut_before(text, _SHORT - 1) + "…"


def _shown(value: object) -> str:
    text = str(value)
    return f"`{_cut(text)}`"
