"""Brackets or indentation go deeper than any field does.

What: more than 32 levels of lists and mappings. No field needs more than six.

Why: mostly a bracket was left open; and deep nesting brings some readers down.

Fails:

```yaml
claims:
  - {id: a, text: Deep., because: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
```

Passes:

```yaml
claims:
  - {id: a, text: Flat., because: [[b]]}
  - {id: b, text: A reason.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y110", "nested-too-deep", __doc__)
