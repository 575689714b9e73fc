"""Add inferences to statements that are there."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from argmap.editing.adding import taken_names
from argmap.editing.fields import set_field
from argmap.editing.intention import Insertion, Intention, value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import is_key
from argmap.editing.refusal import EditRefusedError
from argmap.files.yaml.document import Value
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import Inference
from argmap.text.ids import WHAT_IDS_ARE

_BEFORE = ("id", "by", "main", "attacks", "kind", "basis", "title", "text", "source", "quote", "tags")
"""The fields of a statement after which its reasons stand."""


def add_reason(edit: MapEdit, conclusion: str, premises: Sequence[str], details: Mapping[str, str]) -> str:
    """Mean a statement to have one more inference, behind those that it has.

    Args:
        edit: to which it is added.
        conclusion: the id of the statement.
        premises: the ids of the statements that support it jointly.
        details: the inference's own id, scheme, warrant and basis, as far as there are any.

    Returns:
        The id of the inference.

    Raises:
        EditRefusedError: a detail does not fit, the id is taken, or none can be added to the reasons as they
            are written.
    """
    loaded = edit.loaded
    _refuse_odd(conclusion, premises, details)
    name = details.get("id")
    if name and name in taken_names(loaded):
        raise EditRefusedError(None, f"the id `{name}` is taken")
    section = "claims" if conclusion in loaded.map.claims else "rebuttals"
    file, path, _ = loaded.places.records[section, conclusion]
    present: Value = value_at(read_document(file.text, file.name).sections, (*path, "because"))
    step = _step(premises, details)
    edit.of(file.name).add(
        Intention(inserted={(*path, "because"): [Insertion(step)]})
        if isinstance(present, list) and present
        else set_field(file, path, "because", _listed(present, step), after=_BEFORE)
    )
    return name or f"{conclusion}/{len(loaded.map.statements[conclusion].because) + 1}"


def _refuse_odd(conclusion: str, premises: Sequence[str], details: Mapping[str, str]) -> None:
    """Refuse what no inference can say of itself.

    Raises:
        EditRefusedError: a detail does not fit.
    """
    if "id" in details and not is_key(details["id"]):
        raise EditRefusedError(None, f"`id` cannot be `{details['id']}`: {WHAT_IDS_ARE}")
    try:
        Inference.model_validate({"id": "new", **details, "conclusion": conclusion, "premises": premises})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        said = first["msg"]
        raise EditRefusedError(None, f"`{first['loc'][0]}`: {said[:1].lower()}{said[1:]}") from None


def _step(premises: Sequence[str], details: Mapping[str, str]) -> Value:
    """Write an inference in the shortest form that says all of it."""
    if details:
        mapping: dict[str, Value] = {"id": details["id"]} if "id" in details else {}
        return {**mapping, "premises": list(premises), **{k: v for k, v in details.items() if k != "id"}}
    return premises[0] if len(premises) == 1 else list(premises)


def _listed(present: Value, step: Value) -> Value:
    """Make a list of a lone reason, if there is one, and the new one."""
    return [step] if not present else [present, step]
