"""A statement that somebody made, without the source that shows it.

What: a claim or rebuttal has an author and is not marked `basis: inferred`, but names no source. Maps
without a single source are left alone.

Why: what somebody is said to have said must be open to being looked up.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, by: bordachev, text: One sentence., source: "valdai-2020, para. 3"}
  - {id: b, by: bordachev, text: Another sentence.}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, by: bordachev, text: One sentence., source: "valdai-2020, para. 3"}
  - {id: b, by: bordachev, text: Another sentence., basis: inferred}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Basis
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    if not subject.map.sources and not any(one.source for one in subject.statements()):
        return
    for one in subject.statements():
        if one.source is None and one.by and one.basis is Basis.STATED:
            message = f"`{one.id}` does not say where {subject.map.person_name(one.by)} said it"
            yield Finding(subject.at(one), message, "add `source: work, locator`, or `basis: inferred`")


_MISSES: Final = frozenset({"source", "basis"})

RULE: Final = Rule("S501", "unsourced-statement", __doc__, Severity.WARNING, _check, _MISSES)
