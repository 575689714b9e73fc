"""A key stands twice in one mapping.

What: the first of two equal keys counts, and the second is reported.

Why: most YAML readers silently keep the last one, so that text disappears.

Fails:

```yaml
claims:
  - id: a
    text: The first wording.
    text: The second wording.
```

Passes:

```yaml
claims:
  - id: a
    text: The second wording.
    note: At first it was worded otherwise.
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y109", "duplicate-key", __doc__)
