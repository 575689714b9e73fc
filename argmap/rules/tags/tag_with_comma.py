"""A tag holds a comma.

What: one tag reads like several, as in `tags: air, cars`, which is the one tag `air, cars`.

Why: neither of the two tags finds the statement.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., tags: "air, cars"}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., tags: [air, cars]}
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
        for number, tag in enumerate(one.tags):
            if "," in tag and tag not in subject.map.info.tags:
                parts = ", ".join(part.strip() for part in tag.split(",") if part.strip())
                spot = subject.at(one, "tags", number, words=tag)
                yield Finding(
                    spot, f"`{tag}` is one tag with a comma in it", f"write `[{parts}]` for several"
                )


RULE: Final = Rule("T704", "tag-with-comma", __doc__, Severity.WARNING, _check, heeds=frozenset({"tags"}))
