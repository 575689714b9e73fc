"""An inference is named as a premise.

What: premises are claims or rebuttals. An inference is a step and asserts nothing that one could start
from.

Why: mostly its conclusion was meant.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: [{id: step, premises: b}]}
  - {id: b, text: A reason.}
  - {id: c, text: Another sentence., because: step}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: [{id: step, premises: b}]}
  - {id: b, text: A reason.}
  - {id: c, text: Another sentence., because: a}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("R304", "premise-is-inference", __doc__)
