"""A source that cannot be found.

What: an entry under `sources` has neither `url`, `doi`, `container`, `publisher` nor `place`.

Why: a title alone does not tell a reader where to look.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 3"}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai Discussion Club}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 3"}
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
        if not (source.url or source.doi or source.container or source.publisher or source.place):
            message = f"the source `{key}` does not say where it can be found"
            yield Finding(
                Spot("sources", key), message, "add a `url`, `doi`, `publisher`, `container` or `place`"
            )


_MISSES: Final = frozenset({"url", "doi", "container", "publisher", "place"})

RULE: Final = Rule("S503", "source-without-place", __doc__, Severity.WARNING, _check, _MISSES)
