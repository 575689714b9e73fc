"""What is wrong with a record that is made from single values, in one sentence."""

import re

from pydantic import ValidationError

from argmap.files.faults.field_errors import NO_SHARE, NO_TRUTH
from argmap.text.ids import WHAT_IDS_ARE
from argmap.text.nearest import nearest, quoted


def first_fault(error: ValidationError) -> str:
    """Say the first thing that is wrong with a record.

    Args:
        error: what came of making it.
    """
    first = error.errors(include_url=False)[0]
    field = ".".join(map(str, first["loc"]))
    if first["type"] == "string_pattern_mismatch":
        return f"`{first['input']}` is not an id: {WHAT_IDS_ARE}"
    if first["type"] == "missing":
        return f"it cannot be without `{field}`"
    # Whole numbers with a least one are no shares.
    if first["type"] in NO_SHARE and not isinstance(first.get("ctx", {}).get("ge"), int):
        return f"`{field}` is a number from 0 to 1, not `{first['input']}`"
    if first["type"] == NO_TRUTH:
        return f"`{field}` is `true` or `false`, not `{first['input']}`"
    if first["type"] == "extra_forbidden":
        return f"there is no field `{field}`"
    if first["type"] == "enum":
        known = re.findall("'([^']*)'", str(first.get("ctx", {}).get("expected")))
        hint = (
            quoted(nearest(str(first["input"]), known), "did you mean") or f"write one of {', '.join(known)}"
        )
        return f"`{first['input']}` is not a `{field}`; {hint}"
    said = f"{first['msg'][:1].lower()}{first['msg'][1:]}"
    return f"`{field}`: {said}" if field else f"it {said}"
