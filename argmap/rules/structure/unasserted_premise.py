"""A premise that nobody asserts.

What: a statement is used as a premise, but it has no author, no source and no reasons of its own, and is
not marked `basis: inferred`.

Why: the argument hangs in the air: nothing in the map puts the premise forward.

Fails:

```yaml
claims:
  - {id: a, by: istomin, text: One sentence., because: b}
  - {id: b, text: A reason that nobody gave.}
```

Passes:

```yaml
claims:
  - {id: a, by: istomin, text: One sentence., because: b}
  - {id: b, by: istomin, text: A reason that Istomin gave.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Basis
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if not any(one.by or one.source for one in subject.statements()):
        return
    uses = subject.map.uses_of
    for one in subject.statements():
        if one.by or one.source or one.because or one.basis is Basis.INFERRED or one.id not in uses:
            continue
        message = f"nobody asserts the premise `{one.id}`: it has no author, no source and no reasons"
        hint = "say who asserts it with `by`, or mark it `basis: inferred`"
        yield Finding(
            subject.at(one), message, hint, (Note(subject.at_step(uses[one.id][0].id), "used here"),)
        )


_MISSES: Final = frozenset({"by", "source", "because", "basis"})

RULE: Final = Rule("G405", "unasserted-premise", __doc__, Severity.WARNING, _check, _MISSES, heeds=BUT_WORDS)
