"""A tag is explained and never used.

What: a key under `tags` of the `map` section stands on no statement.

Why: it was renamed in one place only, or statements that should carry it do not.

Fails:

```yaml
map: {tags: {ideology: Ideas as a reason to ally, geography: Where states lie}}
claims:
  - {id: a, text: One sentence., tags: ideology}
```

Passes:

```yaml
map: {tags: {ideology: Ideas as a reason to ally}}
claims:
  - {id: a, text: One sentence., tags: ideology}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.shared.spellings import unmentioned
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    used = (tag for one in subject.statements() for tag in one.tags)
    for tag in unmentioned(used, subject.map.info.tags):
        if tag not in subject.mentioned:
            spot = Spot("map", "", ("tags", tag), key=True)
            yield Finding(spot, f"the tag `{tag}` stands on no statement", "use it, or delete it")


RULE: Final = Rule("T701", "unused-tag", __doc__, Severity.WARNING, _check, heeds=BUT_WORDS)
