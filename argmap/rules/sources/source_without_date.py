"""A source without a date.

What: an entry under `sources` has no `date`.

Why: without dates nobody can tell who answered whom.

Fails:

```yaml
sources:
  valdai: {title: "Do Empires Have Allies?", url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valdai, para. 3"}
```

Passes:

```yaml
sources:
  valdai: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valdai, para. 3"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for key, source in subject.map.sources.items():
        if source.date is None:
            message = f"the source `{key}` has no date"
            yield Finding(Spot("sources", key), message, "add `date: 2019-04-08`, or `2019` alone")


_MISSES: Final = frozenset({"date"})

RULE: Final = Rule("S502", "source-without-date", __doc__, Severity.WARNING, _check, _MISSES)
