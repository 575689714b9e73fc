"""A `#` hides the rest of a text.

What: a word that starts with `#` follows a value on its line. To YAML it begins a comment, so that the text
ends before it. A comment with a space after its `#` is not a finding.

Why: half a sentence is gone, and nobody is told.

Fails:

```yaml
claims:
  - id: a
    text: The hashtag #MeToo changed the debate.
```

Passes:

```yaml
claims:
  - id: a
    text: "The hashtag #MeToo changed the debate." # a comment
```
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Diagnostic, Location, Severity
from argmap.files.yaml.places import ReadFile
from argmap.rules.rule import Rule

# What begins with a sign that is seldom is found much sooner than what begins with a space.
_HASH: Final = re.compile(r"#(?<=[ \t]#)(?=\w)")
_BLOCK: Final = re.compile(r"\s*(?:- +)?[\w-]+:\s+[|>][-+\d]*\s*$")
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#")
_WORD: Final = re.compile(r"#(?!argmap:)\w")
_FAR: Final = 100
"""So many lines above are looked at for the start of a block."""


def _check_file(file: ReadFile) -> Iterator[Diagnostic]:
    """Find what looks like a text and is a comment."""
    lines = dict.fromkeys(file.line_at(match.start()) for match in _HASH.finditer(file.text))
    for number in lines:
        if _is_in_block(file, number):
            continue
        line, column = file.line(number), _comment_on(file, number)
        if column and _WORD.match(line, column - 1) and line[: column - 1].strip():
            place = Location(file.name, number, column, number, len(line.rstrip()) + 1)
            message = "this is a comment, and no part of the text before it"
            hint = "put quotes around the whole text, or a space after `#` if it is a comment"
            yield Diagnostic(place, RULE.code, message, RULE.severity, hint)


def _is_in_block(file: ReadFile, number: int) -> bool:
    """Tell quickly of most lines of a text after `|` or `>` that nothing there is a comment."""
    indent = _indent(file.line(number))
    above = (file.line(at) for at in range(number - 1, max(0, number - _FAR), -1))
    outside = next((line for line in above if line.strip() and _indent(line) < indent), "")
    return bool(_BLOCK.match(outside))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _comment_on(file: ReadFile, number: int) -> int:
    """Give the column in which the comment of a line begins; 0 where it has none."""
    columns = (match.start() + 1 for match in _COMMENT.finditer(file.line(number)))
    return next((column for column in columns if not file.is_in_scalar(number, column)), 0)


RULE: Final = Rule("F207", "hidden-text", __doc__, Severity.WARNING, check_file=_check_file)
