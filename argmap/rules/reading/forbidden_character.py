r"""A character that nobody sees stands in a file.

What: a NUL, an escape or another control character, a lone surrogate, a line separator, or a byte-order
mark inside the text. It is read as U+FFFD. A file that begins with NULs is taken for a binary file and not
read.

Why: such characters make two ids that look the same differ, and can drive a terminal.

Fails:

```yaml bytes
claims:
  - {id: a, text: A bell\x07 rings.}
```

Passes:

```yaml
claims:
  - {id: a, text: A bell rings.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y103", "forbidden-character", __doc__)
