"""Two records have one id.

What: claims, rebuttals and inferences share their ids, and people and sources each have their own keys,
over all files of the map. The first counts.

Why: whoever names the id means one of the two, and nobody knows which.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: a, attacks: a, text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: not-a, attacks: a, text: Not so.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("R307", "duplicate-id", __doc__)
