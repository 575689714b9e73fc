"""Delete what comments ignore in vain: one code of a list, or a comment with all of its codes."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.plan import Change
from argmap.files.yaml.places import ReadFile
from argmap.rules.engine.ignores import Ignore, find_ignores
from argmap.rules.upkeep import unused_ignore

_NEXT_COMMENT: Final = re.compile(r"\s+#(?=\s)")


def plan_deletions(file: ReadFile, findings: Collection[Diagnostic]) -> Iterator[tuple[Change, Diagnostic]]:
    """Plan to delete what ignores nothing.

    Args:
        file: the file.
        findings: what was found in the map.

    Yields:
        Changes that alter no record, each with what it mends; a comment that goes as a whole comes with each
        of its codes.
    """
    stale = {
        finding.location: finding
        for finding in findings
        if finding.code == unused_ignore.RULE.code and finding.location.file == file.name
    }
    comments: dict[int, list[Ignore]] = {}
    for ignore in find_ignores(file) if stale else ():
        comments.setdefault(ignore.start, []).append(ignore)
    for start, ignores in comments.items():
        for number, ignore in enumerate(ignores):
            if ignore.place in stale:
                yield _delete(file, start, ignores, number, stale.keys()), stale[ignore.place]


def _delete(
    file: ReadFile, start: int, ignores: Sequence[Ignore], number: int, stale: Collection[object]
) -> Change:
    """Delete one of the codes of a comment, with what sets it apart, or where none is left the comment."""
    if all(ignore.place in stale for ignore in ignores):
        return _delete_comment(file, start)
    first, last = _span(file, ignores[number])
    if any(ignore.place not in stale for ignore in ignores[:number]):
        return Change(_span(file, ignores[number - 1])[1], last, "")
    return Change(first, _span(file, ignores[number + 1])[0], "")


def _delete_comment(file: ReadFile, start: int) -> Change:
    """Delete a comment, and with one that stands alone its line; another one behind it moves up."""
    line = file.line_at(start)
    begin, text = file.offset(line, 1), file.line(line)
    end = begin + len(text)
    if after := _NEXT_COMMENT.search(text, start - begin):
        return Change(start, begin + after.end() - 1, "")
    kept = text[: start - begin].rstrip()
    if kept or line == file.line_count:
        return Change(begin + len(kept), end, "")
    return Change(begin, file.offset(line + 1, 1), "")


def _span(file: ReadFile, ignore: Ignore) -> tuple[int, int]:
    place = ignore.place
    return file.offset(place.line, place.column), file.offset(place.end_line, place.end_column)
