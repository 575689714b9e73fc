"""The local copy of a source cannot be read.

What: the file that `copy` names, resolved from the folder of the map, is missing or unreadable, or lies
outside the project; or a file in the folder given with `--sources` cannot be read.

Why: quotes from that source go unchecked, and nobody would notice.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: missing.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1", quote: true allies}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1", quote: true allies}
```

```text article.txt
A great power cannot have true allies.
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
        copy = subject.copies.of(key)
        if copy and copy.problem:
            path = ("copy",) if source.copy_of else ()
            yield Finding(Spot("sources", key, path), f"the copy {copy.path.as_posix()} {copy.problem}")


RULE: Final = Rule("S509", "unreadable-copy", __doc__, Severity.WARNING, _check, needs_copies=True)
