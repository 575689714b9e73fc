"""A section that maps do not have.

What: at the top of a file stand `map`, `people`, `sources`, `claims` and `rebuttals`, and nothing else.

Why: whatever stands in a misspelt section is not read.

Fails:

```yaml
claim:
  - {id: a, text: One sentence.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F201", "unknown-section", __doc__)
