"""What a challenge attacks was reworded since the challenge was last reviewed.

What: a rebuttal keeps under `seen` a fingerprint of the wording that it attacks, put there by `argmap
review`. Now the wording has another fingerprint. White space does not count.

Why: a challenge to one sentence need not bear on another; somebody has to read the two again.

Fails:

```yaml
claims:
  - {id: a, text: A great power seldom has allies.}
rebuttals:
  - {id: b, attacks: a, text: Not so., seen: {a: 0a1b2c3d}}
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
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import Rule
from argmap.rules.shared.fingerprints import fingerprint
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for rebuttal in subject.map.rebuttals.values():
        for target, seen in rebuttal.seen.items():
            now = fingerprint(subject.map, rebuttal, target) if target in rebuttal.attacks else None
            if now is not None and now != seen:
                attacked = subject.map.statement_of(target)
                message = f"`{target}` was reworded since `{rebuttal.id}` was last reviewed"
                hint = f"read both; if the challenge still holds, run `argmap review {rebuttal.id}`"
                spot = subject.at(rebuttal, "seen", target)
                yield Finding(spot, message, hint, (Note(subject.at(attacked, "text"), "the wording now"),))


RULE: Final = Rule("D802", "suspect-challenge", __doc__, Severity.WARNING, _check)
