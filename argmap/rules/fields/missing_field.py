"""A record lacks what it cannot be without.

What: a person needs a name, a source a title, a claim an id and a text or title, a rebuttal also what it
attacks, an inference its premises.

Why: without it the record says nothing.

Fails:

```yaml
claims:
  - {id: a}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F203", "missing-field", __doc__)
