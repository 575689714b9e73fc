"""A claim that no other statement has to do with.

What: a claim has no reasons, is not a premise, and nothing attacks it, in a map where other claims are
connected.

Why: it may be worth challenging, or a relation was forgotten. It is a remark, made only when the rule is
selected.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: b}
  - {id: b, text: A reason.}
  - {id: c, text: Something else.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: b}
  - {id: b, text: A reason., because: c}
  - {id: c, text: Something else.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    uses, attacked = subject.map.uses_of, subject.map.attacks_on
    if not uses and not attacked:
        return
    for claim in subject.map.claims.values():
        alone = not (claim.because or claim.id in uses or claim.id in attacked)
        if alone and claim.id not in subject.mentioned:
            message = f"nothing supports, uses or attacks `{claim.id}`"
            yield Finding(subject.at(claim), message, "connect it, or leave it as a claim that stands alone")


_MISSES: Final = frozenset({"because"})

RULE: Final = Rule("G407", "isolated-claim", __doc__, Severity.INFO, _check, _MISSES, heeds=BUT_WORDS)
