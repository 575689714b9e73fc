"""A list, a mapping or text stands where another of the three belongs.

What: for instance `claims` must be a list and `text` must be text.

Why: often an unquoted colon made a mapping of a sentence, or a dash is missing.

Fails:

```yaml
claims:
  - id: a
    text: [One, sentence.]
```

Passes:

```yaml
claims:
  - id: a
    text: One sentence.
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F204", "wrong-shape", __doc__)
