"""A record names a statement that the map does not have.

What: a premise or the target of a rebuttal is not an id of the map. The nearest ids are named. Records that
could not be read count as known.

Why: the relation would be missing from every answer and picture.

Fails:

```yaml
claims:
  - {id: binary-order, text: Regimes are sorted.}
rebuttals:
  - {id: not-so, attacks: binary-odrer, text: Not so.}
```

Passes:

```yaml
claims:
  - {id: binary-order, text: Regimes are sorted.}
rebuttals:
  - {id: not-so, attacks: binary-order, text: Not so.}
```
"""

from typing import Final

from argmap.references import Named
from argmap.rules.rule import Rule

RULE: Final = Rule("R301", "unknown-statement", __doc__, refers_to=Named.STATEMENT)
