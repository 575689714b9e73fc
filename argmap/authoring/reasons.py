"""Adding a reason as it is described in words."""

from collections.abc import Mapping, Sequence

from argmap.authoring.change import Change
from argmap.authoring.names import Names
from argmap.authoring.refusals import RefusedRequestError
from argmap.editing.map_edit import MapEdit
from argmap.editing.reasons import add_reason
from argmap.files.assembling import Loaded
from argmap.model import Claim, Rebuttal


def reason_change(
    loaded: Loaded, names: Names, conclusion: str, premises: Sequence[str], details: Mapping[str, str | None]
) -> Change:
    """Work out a new inference from premises, which support a statement only jointly.

    Args:
        loaded: the map.
        names: tells what names mean.
        conclusion: the name of what is supported.
        premises: the names of the premises.
        details: the inference's own id, scheme, warrant and basis, as far as there are any.

    Raises:
        NoMatchError: a name means nothing.
        UnfitRequestError: a name means several things.
        RefusedRequestError: the statement has this reason already.
        EditRefusedError: it cannot be added.
    """
    key = names.statement(conclusion)
    named = [names.statement(premise) for premise in premises]
    _refuse_again(loaded.map.statements[key], named)
    edit = MapEdit(loaded)
    step = add_reason(edit, key, named, {field: said for field, said in details.items() if said})
    place = loaded.map.locations[key]
    record = {
        "type": "inference",
        "id": step,
        "location": {"file": place.file, "line": place.line, "column": place.column},
    }
    return Change("add", edit, (f"{step} {place}",), {"added": [record]})


def _refuse_again(statement: Claim | Rebuttal, premises: Sequence[str]) -> None:
    for step in statement.because:
        if set(step.premises) == set(premises):
            raise RefusedRequestError(f"`{statement.id}` has this reason already: `{step.id}`")
