"""A review of something that the rebuttal does not attack.

What: `seen` names an id that is not among what the rebuttal attacks.

Why: the target was changed and the new one never reviewed.

Fails:

```yaml
claims:
  - {id: a, text: A great power seldom has allies.}
rebuttals:
  - {id: b, attacks: a, text: Not so., seen: {c: 0a1b2c3d}}
```

Passes:

```yaml
claims:
  - {id: a, text: A great power seldom has allies.}
rebuttals:
  - {id: b, attacks: a, text: Not so., seen: {a: 657243b4}}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for rebuttal in subject.map.rebuttals.values():
        for target in rebuttal.seen:
            if target not in rebuttal.attacks:
                message = f"`{rebuttal.id}` was reviewed against `{target}`, which it does not attack"
                hint = f"run `argmap review {rebuttal.id}`"
                yield Finding(subject.at(rebuttal, "seen", target, key=True), message, hint)


RULE: Final = Rule("D803", "stale-review", __doc__, Severity.WARNING, _check)
