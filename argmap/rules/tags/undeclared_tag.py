"""A tag that the map does not explain.

What: the `map` section explains its tags, and a statement carries another one. Another spelling of an
explained tag is `tag-spelled-two-ways` instead.

Why: a list of tags keeps a map searchable only as long as it is the whole list.

Fails:

```yaml
map: {tags: {ideology: Ideas as a reason to ally}}
claims:
  - {id: a, text: One sentence., tags: [ideology, geography]}
```

Passes:

```yaml
map: {tags: {ideology: Ideas as a reason to ally, geography: Where states lie}}
claims:
  - {id: a, text: One sentence., tags: [ideology, geography]}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.shared.spellings import fold_tag
from argmap.rules.subject import Subject
from argmap.text.nearest import KnownNames, quoted


def _check(subject: Subject) -> Iterator[Finding]:
    known = subject.map.info.tags
    folded = {fold_tag(tag) for tag in known}
    if not known:
        return
    close = KnownNames(known)
    for one in subject.statements():
        for number, tag in enumerate(one.tags):
            if tag not in known and fold_tag(tag) not in folded:
                hint = quoted(close.nearest(tag), "did you mean") or "explain it in the `map` section"
                spot = subject.at(one, "tags", number, words=tag)
                yield Finding(spot, f"the map does not explain the tag `{tag}`", hint)


RULE: Final = Rule("T703", "undeclared-tag", __doc__, Severity.WARNING, _check, heeds=BUT_WORDS)
