"""A rebuttal from which no way leads to a claim.

What: following what a rebuttal attacks, and what it is a premise of, one never comes to a claim: rebuttals
attack one another in a ring, or only things that do not exist.

Why: it bears on nothing that anybody claims, and is left out of every view that starts from claims.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: c, text: Not so.}
  - {id: c, attacks: b, text: It is so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a, c], text: Not so.}
  - {id: c, attacks: b, text: It is so.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.rule import Finding, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    known = _bearing_on_claims(subject)
    for rebuttal in subject.map.rebuttals.values():
        unread = any(target in subject.mentioned for target in rebuttal.attacks)
        if rebuttal.id not in known and rebuttal.id not in subject.mentioned and not unread:
            message = f"`{rebuttal.id}` bears on no claim, directly or through others"
            yield Finding(subject.at(rebuttal, "attacks"), message, "name a claim that it speaks to")


def _bearing_on_claims(subject: Subject) -> set[str]:
    """Go back from the claims over attacks and premises."""
    known = set(subject.map.claims)
    queue = list(known)
    attacks_on = subject.map.attacks_on
    for name in queue:
        for step in subject.map.statements[name].because:
            before = [*step.premises, *(attack.rebuttal for attack in attacks_on.get(step.id, ()))]
            queue.extend(_added(before, known, subject))
        queue.extend(_added([attack.rebuttal for attack in attacks_on.get(name, ())], known, subject))
    return known


def _added(names: list[str], known: set[str], subject: Subject) -> list[str]:
    new = [name for name in names if name not in known and name in subject.map.statements]
    known.update(new)
    return new


RULE: Final = Rule("G406", "unreachable-statement", __doc__, Severity.WARNING, _check)
