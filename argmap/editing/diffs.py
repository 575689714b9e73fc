"""What would change in a file, as programs that apply changes read it."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from argmap.editing.line_matching import matching_blocks

_NO_NEWLINE: Final = "\n\\ No newline at end of file\n"
_NOWHERE: Final = "/dev/null"
_What = Literal["replace", "delete", "insert", "equal"]
_Change = tuple[_What, int, int, int, int]
"""What happens, and to which lines of the one text and of the other, as `difflib` has it."""


def diff_of(name: str, old: str | None, new: str) -> str:
    """Write a unified diff.

    Args:
        name: what to call the file.
        old: what it holds; None where there is no such file.
        new: what it shall hold.
    """
    before, after = (re.findall("[^\n]*\n|[^\n]+", text or "") for text in (old, new))
    lines = list(_hunks(before, after))
    if not lines:
        return ""
    heads = (f"--- {_NOWHERE if old is None else f'a/{name}'}\n", f"+++ b/{name}\n")
    return "".join(line if line.endswith("\n") else f"{line}{_NO_NEWLINE}" for line in (*heads, *lines))


def _hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for group in _Known(list(_changes(before, after))).get_grouped_opcodes():
        (_, first, _, other_first, _), (_, _, last, _, other_last) = group[0], group[-1]
        yield f"@@ -{_range(first, last)} +{_range(other_first, other_last)} @@\n"
        for what, start, end, other_start, other_end in group:
            if what == "equal":
                yield from (f" {line}" for line in before[start:end])
            else:
                yield from (f"-{line}" for line in before[start:end])
                yield from (f"+{line}" for line in after[other_start:other_end])


class _Known(SequenceMatcher[str]):
    """Groups changes that are known already."""

    def __init__(self, changes: list[_Change]) -> None:
        super().__init__()
        self._changes = changes

    def get_opcodes(self) -> list[_Change]:
        return self._changes


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    at = other = 0
    for start, other_start, size in (*matching_blocks(before, after), (len(before), len(after), 0)):
        if (at, other) != (start, other_start):
            what: _What = "insert" if at == start else "delete" if other == other_start else "replace"
            yield what, at, start, other, other_start
        at, other = start + size, other_start + size
        if size:
            yield "equal", start, at, other_start, other


def _range(start: int, end: int) -> str:
    """Number lines as unified diffs do: from 1; the line before where there is none."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
