"""Maps in a few lines, for tests: who says what, and what hits what.

ada: a                    a claim
bob: b -> a               a rebuttal (``-?`` undermines, ``-|`` undercuts; targets joined by commas)
ada: a < p+q < i=r        grounds: p and q linked, and r by an inference named i
bob: b -> a [inferred]    also [withdrawn], [conceded], [answered-elsewhere]
"""

import re

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person, Rebuttal

_LINE = re.compile(
    r"(?:(?P<by>\w*): )?(?P<id>[\w-]+)"
    r"(?: (?P<kind>-[>?|]) (?P<targets>[^\s<\[]+))?"
    r"(?P<grounds>(?: < [\w+=-]+)*)(?: \[(?P<mark>[\w-]+)\])?"
)
_KINDS = {"->": "rebut", "-?": "undermine", "-|": "undercut"}


def sketch(text: str, people: dict[str, Person] | None = None) -> ArgumentMap:
    """Draw a map."""
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _LINE.fullmatch(line)
        assert match, line
        fields = _fields(match)
        if match["kind"]:
            fields |= {"attacks": match["targets"].split(","), "kind": _KINDS[match["kind"]]}
            rebuttals[match["id"]] = Rebuttal.model_validate(fields)
        else:
            claims[match["id"]] = Claim.model_validate(fields)
    return ArgumentMap(claims=claims, rebuttals=rebuttals, people=people or {})


def _fields(match: re.Match[str]) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": match["id"],
        "by": match["by"] or None,
        "text": f"{match['id']}.",
        "because": [_ground(ground) for ground in match["grounds"].split(" < ")[1:]],
    }
    if match["mark"] == "inferred":
        fields["basis"] = "inferred"
    elif match["mark"]:
        fields[match["mark"]] = "minutes, p. 1"
    return fields


def _ground(text: str) -> dict[str, object]:
    name, _, premises = text.rpartition("=")
    return {"premises": premises.split("+")} | ({"id": name} if name else {})
