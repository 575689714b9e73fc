"""A rebuttal attacks itself.

What: a rebuttal is among its own targets, or undercuts an inference to itself.

Why: what argues against itself defeats nothing, and no semantics accepts it; mostly another id was meant.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a, b], text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: a, text: Not so.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import STRUCTURE, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    inferences = subject.map.inferences
    for rebuttal in subject.map.rebuttals.values():
        for number, target in enumerate(rebuttal.attacks):
            step = inferences.get(target)
            if rebuttal.id == target or (step and step.conclusion == rebuttal.id):
                what = "itself" if step is None else "an inference to itself"
                spot = subject.at(rebuttal, "attacks", number, words=target)
                yield Finding(spot, f"`{rebuttal.id}` attacks {what}", "name what it is meant to attack")


RULE: Final = Rule("G401", "self-attack", __doc__, Severity.WARNING, _check, heeds=STRUCTURE)
