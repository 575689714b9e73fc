"""A source that no statement is traced to.

What: no statement names the source, nor does any end of a challenge.

Why: it was forgotten when a statement went, or a statement that it shows was never written.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai}
  unread-2021: {title: A Book, date: 2021, publisher: A House}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.references import Named
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import Rule
from argmap.rules.shared.spellings import unmentioned
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for key in unmentioned(subject.used[Named.SOURCE], subject.map.sources):
        if key not in subject.mentioned:
            message = f"no statement is traced to the source `{key}`"
            yield Finding(Spot("sources", key), message, "name it in a statement's `source`, or delete it")


_HEEDS: Final = frozenset({"source", "conceded", "withdrawn", "answered_elsewhere"})
RULE: Final = Rule("S510", "unused-source", __doc__, Severity.WARNING, _check, heeds=_HEEDS)
