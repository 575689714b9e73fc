"""A rebuttal from which no way leads to a claim.

What: following what a rebuttal attacks, and what it is a premise of, one never comes to a claim: rebuttals
attack one another in a ring.

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
from argmap.model import Rebuttal
from argmap.rules.finding import Finding
from argmap.rules.rule import STRUCTURE, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    known = _bearing_on_claims(subject)
    for rebuttal in subject.map.rebuttals.values():
        if rebuttal.id not in known and rebuttal.id not in subject.mentioned and _is_whole(rebuttal, subject):
            message = f"`{rebuttal.id}` bears on no claim, directly or through others"
            yield Finding(subject.at(rebuttal, "attacks"), message, "name a claim that it speaks to")


def _is_whole(rebuttal: Rebuttal, subject: Subject) -> bool:
    """Tell whether what a rebuttal attacks is there, and is not itself; of that another finding tells."""
    return all(
        target != rebuttal.id and subject.map.hit(rebuttal.kind, target) is not None
        for target in rebuttal.attacks
    )


def _bearing_on_claims(subject: Subject) -> set[str]:
    """Give the rebuttals from which attacks and steps lead to a claim."""
    claims = subject.map.claims
    before: dict[str, list[str]] = {}
    for rebuttal, target in _bearings(subject):
        before.setdefault("" if target in claims else target, []).append(rebuttal)
    queue = [""]
    known: set[str] = set()
    for name in queue:
        new = [rebuttal for rebuttal in before.get(name, ()) if rebuttal not in known]
        known.update(new)
        queue.extend(new)
    return known


def _bearings(subject: Subject) -> Iterator[tuple[str, str]]:
    """Give each rebuttal with each statement that it attacks, alone or jointly, or is a premise of."""
    rebuttals = subject.map.rebuttals
    for attack in subject.map.attacks:
        target = subject.map.statement_of(attack.target).id
        yield attack.rebuttal, target
        for partner in attack.jointly:
            if partner in rebuttals:
                yield partner, target
    for name in rebuttals.keys() & subject.supports.keys():
        for conclusion in subject.supports[name]:
            yield name, conclusion


RULE: Final = Rule("G406", "unreachable-statement", __doc__, Severity.WARNING, _check, heeds=STRUCTURE)
