"""A `#` hides the rest of a text.

What: a word that starts with `#` follows a value on its line. To YAML it begins a comment, so that the text
ends before it. A comment with a space after its `#` is no finding.

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
from argmap.files.places import ReadFile
from argmap.rules.rule import Rule

_HASH: Final = re.compile(r"^([^\r\n]*?\S[ \t]+)(#\w[^\r\n]*)", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#")


def find_hidden_text(file: ReadFile) -> Iterator[Diagnostic]:
    """Find what looks like a text and is a comment.

    Args:
        file: a file of the map.
    """
    if " #" not in file.text and "\t#" not in file.text:
        return
    for match in _HASH.finditer(file.text):
        line = file.line_at(match.start())
        column = _comment_on(file, line)
        written = file.line(line)
        hidden = written[column - 1 :].rstrip()
        if (
            column
            and re.match(r"#\w", hidden)
            and not hidden.startswith("#argmap:")
            and written[: column - 1].strip()
        ):
            place = Location(file.name, line, column, line, column + len(hidden))
            message = "this is a comment, and no part of the text before it"
            hint = "put quotes around the whole text, or a space after `#` if it is a comment"
            yield Diagnostic(place, RULE.code, message, RULE.severity, hint)


def _comment_on(file: ReadFile, line: int) -> int:
    """Give the column in which the comment of a line begins; 0 where it has none."""
    columns = (match.start() + 1 for match in _COMMENT.finditer(file.line(line)))
    return next((column for column in columns if not file.is_in_scalar(line, column)), 0)


RULE: Final = Rule("F207", "hidden-text", __doc__, Severity.WARNING)
