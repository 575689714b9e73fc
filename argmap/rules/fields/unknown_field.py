"""A field that the record does not have.

What: the key is none of the fields of a claim, rebuttal, person, source or map. The nearest one is named.

Why: what stands in a misspelt field has no effect, and nobody notices.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., sauce: somewhere}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., note: somewhere}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F202", "unknown-field", __doc__)
