"""Comments that ignore findings: ``# argmap: ignore G401`` and ``# argmap: ignore-file S504``."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.yaml.places import ReadFile
from argmap.rules.engine.registry import BY_NAME, matching_codes
from argmap.rules.upkeep import unknown_rule, unused_ignore
from argmap.text.nearest import nearest, quoted

_COMMENT: Final = re.compile(
    r"(?:^|(?<=\s))#[ \t]*argmap:[ \t]*ignore(-file)?(?![\w-])[ \t:=\[(]*([^\r\n#]*)"
)


@dataclass
class Ignore:
    """One pattern of one comment.

    Args:
        place: where the pattern stands.
        pattern: a code, a name or the beginning of a code.
        codes: what that stands for.
        lines: the first and the last line that it covers.
        start: the offset at which the comment begins.
        used: whether it has ignored something.
    """

    place: Location
    pattern: str
    codes: frozenset[str]
    lines: tuple[int, int]
    start: int
    used: bool = field(default=False, compare=False)

    def covers(self, finding: Diagnostic) -> bool:
        """Tell whether it ignores a finding of the same file."""
        return finding.code in self.codes and self.lines[0] <= finding.location.line <= self.lines[1]


def find_ignores(file: ReadFile) -> list[Ignore]:
    """Find the comments of a file that ignore findings.

    Args:
        file: the file.

    Returns:
        One entry for each code or name in them; a comment without any gives one entry without codes.
    """
    if "argmap:" not in file.text:
        return []
    found: list[Ignore] = []
    for match in _COMMENT.finditer(file.text):
        line = file.line_at(match.start())
        column = match.start() - file.offset(line, 1) + 1
        if not file.is_in_scalar(line, column):
            found.extend(_patterns(file, match, line))
    return found


def judge_ignores(ignores: list[Ignore], judged: AbstractSet[str]) -> Iterator[Diagnostic]:
    """Find comments that name no rule, or that ignored nothing.

    Args:
        ignores: those of a file.
        judged: the codes of which it is known that they were looked for wherever they could be found.
    """
    for ignore in ignores:
        if not ignore.codes:
            hint = (
                quoted(nearest(ignore.pattern, BY_NAME), "did you mean") or "`argmap explain` lists the rules"
            )
            what = f"there is no rule `{ignore.pattern}`" if ignore.pattern else "the comment names no rule"
            yield Diagnostic(ignore.place, unknown_rule.RULE.code, what, unknown_rule.RULE.severity, hint)
        elif not ignore.used and judged >= ignore.codes:
            message = f"nothing here is `{ignore.pattern}`"
            yield Diagnostic(
                ignore.place,
                unused_ignore.RULE.code,
                message,
                unused_ignore.RULE.severity,
                "delete the comment",
            )


def _patterns(file: ReadFile, match: re.Match[str], line: int) -> Iterator[Ignore]:
    covered = (1, file.line_count) if match[1] else _covered(file, line)
    start = match.start(2) - file.offset(line, 1) + 1
    words = list(re.finditer(r"[^\s,;\])]+", match[2]))
    if not words:
        column = match.start() - file.offset(line, 1) + 1
        end = column + len(match.group().rstrip())
        yield Ignore(Location(file.name, line, column, line, end), "", frozenset(), covered, match.start())
    for number, word in enumerate(words):
        codes = matching_codes(word.group())
        if not codes and number and not re.match(r"[A-Z]\d", word.group()):
            break  # the rest is a remark on why
        place = Location(file.name, line, start + word.start(), line, start + word.end())
        yield Ignore(place, word.group(), codes, covered, match.start())


def _covered(file: ReadFile, line: int) -> tuple[int, int]:
    """Give the lines that a comment on a line covers."""
    if file.line(line).lstrip().startswith("#"):
        line = next((at for at in range(line + 1, file.line_count + 1) if _has_content(file.line(at))), line)
    record = file.record_at(line)
    return record if record and record[0] == line else (line, line)


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
