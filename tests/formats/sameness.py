"""When two maps say the same, although their attacks are written down in other ways."""

from typing import Any

from argmap.argument_map import ArgumentMap
from tests.formats.shared import lines, without_origins


def said(argument_map: ArgumentMap) -> dict[str, Any]:
    """All that a map says: without origins, with newlines at the ends of lines, and attacks as resolved."""
    found: dict[str, Any] = _clean(without_origins(argument_map))
    for name, rebuttal in found["rebuttals"].items():
        del rebuttal["kind"]
        rebuttal["aims"] = sorted(
            (
                attack.target,
                attack.kind,
                attack.id,
                list(dict.fromkeys(attack.jointly)),
                attack.denies,
                lines(attack.scheme),
            )
            for attack in argument_map.attacks_by.get(name, ())
        )
    for statement in (*found["claims"].values(), *found["rebuttals"].values()):
        statement["restates"] = list(dict.fromkeys(statement["restates"]))
        for step in statement["because"]:
            step["premises"] = list(dict.fromkeys(step["premises"]))
    return found


def _clean(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return lines(value).strip()
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value
