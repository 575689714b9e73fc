"""Merge conflicts that were left in a file: told as one fault each, and read as our own side has it."""

import re
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic, Location, Related
from argmap.files.yaml.decoding import split_lines

_MARK: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?$")
_CODE: Final = "Y114"


@dataclass
class Settled:
    """A text without its conflicts.

    Args:
        text: the text with the same number of lines, and our own side of each conflict.
        faults: a finding for each conflict.
        dropped: the lines of the other sides.
    """

    text: str
    faults: list[Diagnostic] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def settle_conflicts(text: str, file: str) -> Settled:
    """Find what git writes into a file where two sides changed the same lines.

    Args:
        text: the text.
        file: its name, for locations.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return Settled(text)
    lines = split_lines(text)
    settled = Settled(text)
    opened: int | None = None
    is_ours = True
    for number, line in enumerate(lines):
        sign = match[1][0] if (match := _MARK.match(line)) else None
        if sign == "<":
            opened, is_ours = number, True
        elif sign in {"|", "="} and opened is not None:
            is_ours = False
        elif sign == ">":
            settled.faults.append(_left_over(file, number if opened is None else opened, number))
            opened, is_ours = None, True
        elif is_ours:
            continue
        else:
            settled.dropped.append(line)
        lines[number] = ""
    if opened is not None:
        settled.faults.append(_left_over(file, opened, opened))
    if settled.faults:
        settled.text = "\n".join(lines)
    return settled


def _left_over(file: str, first: int, last: int) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if last != first:
        related = (Related(Location(file, last + 1, 1, last + 1, 8), "to here"),)
    place = Location(file, first + 1, 1, first + 1, 8)
    hint = "keep what is right of both sides, and delete the lines with the marks"
    return Diagnostic(place, _CODE, "a merge conflict was left here", hint=hint, related=related)
