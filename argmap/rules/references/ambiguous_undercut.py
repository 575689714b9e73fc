"""An undercut does not say which step it hits.

What: an undercut aimed at a claim means the one inference to it. This claim has several inferences, or
none.

Why: whether the claim still stands depends on which step falls.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: [b, c]}
  - {id: b, text: A reason.}
  - {id: c, text: Another reason.}
rebuttals:
  - {id: d, attacks: a, kind: undercut, text: It does not follow.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: [b, {id: step, premises: c}]}
  - {id: b, text: A reason.}
  - {id: c, text: Another reason.}
rebuttals:
  - {id: d, attacks: step, kind: undercut, text: It does not follow.}
```
"""

from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.rule import Rule

RULE: Final = Rule("R306", "ambiguous-undercut", __doc__, Severity.WARNING)
