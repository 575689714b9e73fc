"""A statement that nobody makes.

What: a claim or rebuttal has no `by` and is not marked `basis: inferred`, in a map that lists people.

Why: who claims what is the first question one asks of a map. It is a remark, made only when the rule is
selected.

Fails:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomin, text: One sentence.}
  - {id: b, text: Another sentence.}
```

Passes:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomin, text: One sentence.}
  - {id: b, by: istomin, text: Another sentence.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Basis
from argmap.rules.finding import Finding
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if not subject.map.people:
        return
    for one in subject.statements():
        if one.by is None and one.basis is Basis.STATED:
            message = f"`{one.id}` does not say who asserts it"
            yield Finding(
                subject.at(one), message, "add `by`, or `basis: inferred` where the editor supplied it"
            )


_MISSES: Final = frozenset({"by", "basis"})

RULE: Final = Rule(
    "P602", "statement-without-author", __doc__, Severity.INFO, _check, _MISSES, heeds=BUT_WORDS
)
