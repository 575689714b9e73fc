"""A value that the field cannot have.

What: a kind of attack or basis that does not exist, a key with characters that keys do not have, a text of
more than 100,000 characters, or two ends of one challenge.

Why: whatever reads the map would have to guess.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: a, kind: refute, text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: a, kind: rebut, text: Not so.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("F205", "wrong-value", __doc__)
