"""A key is not plain text.

What: a list or a mapping stands where a key belongs.

Why: no field has such a name; mostly a text that starts with a bracket lacks its quotes.

Fails:

```yaml
claims:
  - id: a
    text: One sentence.
    [note]: A remark.
```

Passes:

```yaml
claims:
  - id: a
    text: One sentence.
    note: "[A remark.]"
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y111", "key-not-text", __doc__)
