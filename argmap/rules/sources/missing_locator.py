"""A source is named, but not the place inside it.

What: `source` names a work and no paragraph, page or other locator.

Why: a reader would have to read the whole work to check one sentence.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 3"}
  - {id: b, text: Another sentence., source: valdai-2020}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 3"}
  - {id: b, text: Another sentence., source: "valdai-2020, para. 4"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for one in subject.statements():
        if one.source and one.source.locator is None:
            message = f"`{one.id}` does not say where in `{one.source.work}`"
            hint = f"write for instance `source: {one.source.work}, para. 3`"
            yield Finding(subject.at(one, "source", words=one.source.work), message, hint)


RULE: Final = Rule("S504", "missing-locator", __doc__, Severity.WARNING, _check)
