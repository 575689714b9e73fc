"""A value that must not be empty is empty.

What: quotes with nothing between them, or an empty list where at least one item belongs.

Why: it promises something and does not say it. A key that is left without a value is not a fault: it
counts as left out.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., quote: ""}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F206", "empty-value", __doc__)
