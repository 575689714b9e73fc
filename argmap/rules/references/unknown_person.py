"""A record names a person that the map does not list.

What: `by` and `members` name keys under `people`. A map that lists nobody may name anybody.

Why: one person under two keys is two people in every answer.

Fails:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomyn, text: One sentence.}
  - {id: b, by: istomin, text: Another sentence.}
```

Passes:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomin, text: One sentence.}
```
"""

from typing import Final

from argmap.references import Named
from argmap.rules.rule import Rule

RULE: Final = Rule("R302", "unknown-person", __doc__, refers_to=Named.PERSON)
