"""An inference is attacked as if it were a claim.

What: to attack an inference is to undercut it: grant the premises and deny the step. A rebut or an
undermine needs a statement to deny.

Why: Pollock (1987) keeps the two apart because they are answered in different ways.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: [{id: step, premises: b}]}
  - {id: b, text: A reason.}
rebuttals:
  - {id: c, attacks: step, kind: rebut, text: It does not follow.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: [{id: step, premises: b}]}
  - {id: b, text: A reason.}
rebuttals:
  - {id: c, attacks: step, kind: undercut, text: It does not follow.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("R305", "inference-not-undercut", __doc__)
