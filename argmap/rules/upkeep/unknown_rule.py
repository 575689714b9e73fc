"""A comment names a rule that does not exist.

What: after `# argmap: ignore` stands something that is neither a code nor the name of a rule, nor the
beginning of a code; or nothing at all.

Why: the comment has no effect.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}  # argmap: ignore G999
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a, b], text: Not so.}  # argmap: ignore self-attack
```
"""

from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.rule import Rule

RULE: Final = Rule("C903", "unknown-rule", __doc__, Severity.WARNING)
