"""A quote without the work it is taken from.

What: a statement has a `quote` and no `source`.

Why: words between quotation marks are somebody's, and whose must be open to being looked up.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., quote: true allies}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., quote: true allies, source: "valdai-2020, para. 3"}
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
        if one.quote and one.source is None:
            message = f"`{one.id}` quotes without saying from where"
            yield Finding(subject.at(one, "quote"), message, "add `source: work, locator`")


_MISSES: Final = frozenset({"source"})

RULE: Final = Rule("S511", "quote-without-source", __doc__, Severity.WARNING, _check, _MISSES)
