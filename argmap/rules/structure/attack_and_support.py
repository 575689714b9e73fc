"""A statement attacks and supports the same statement.

What: a rebuttal attacks a statement, or a step to it, and is at the same time a premise for it.

Why: it cannot be evidence both ways; mostly one of the two ids is wrong.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: [b]}
rebuttals:
  - {id: b, attacks: a, text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: [c]}
  - {id: c, text: A reason.}
rebuttals:
  - {id: b, attacks: a, text: Not so.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Note, Spot
from argmap.rules.rule import STRUCTURE, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    attacks_by = subject.map.attacks_by
    for rebuttal in subject.map.rebuttals.values():
        concluded = subject.supports.get(rebuttal.id)
        if not concluded:
            continue
        for attack in attacks_by.get(rebuttal.id, ()):
            attacked = subject.map.statement_of(attack.target).id
            if attacked not in concluded or attacked == rebuttal.id:
                continue
            steps = subject.map.uses_of[rebuttal.id]
            step = next(one for one in steps if one.conclusion == attacked)
            yield Finding(
                subject.at(rebuttal, "attacks", words=attack.target),
                f"`{rebuttal.id}` attacks `{attacked}` and is a premise for it",
                "keep one of the two",
                (Note(_premise(subject, step.id, rebuttal.id), "the support"),),
            )


def _premise(subject: Subject, step: str, premise: str) -> Spot:
    spot = subject.at_step(step)
    return Spot(spot.section, spot.record, spot.path, premise)


RULE: Final = Rule("G403", "attack-and-support", __doc__, Severity.WARNING, _check, heeds=STRUCTURE)
