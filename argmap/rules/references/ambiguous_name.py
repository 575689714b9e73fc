"""Two people or sources share a name.

What: a name or other spelling, folded to lower case without accents, belongs to more than one person, or a
title to more than one source of the same date.

Why: `argmap show` cannot tell which is meant; and often the two are one, entered twice.

Fails:

```yaml
people:
  istomin: {name: Igor Istomin}
  istomin-2: {name: I. Istomin, aka: [igor istomin]}
claims:
  - {id: a, by: istomin, text: One sentence.}
  - {id: b, by: istomin-2, text: Another sentence.}
```

Passes:

```yaml
people:
  istomin: {name: Igor Istomin, aka: [I. Istomin]}
claims:
  - {id: a, by: istomin, text: One sentence.}
  - {id: b, by: istomin, text: Another sentence.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Note, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject
from argmap.text.fold import fold


def _check(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[str, Spot]] = {}
    for section, key, name, spot in _names(subject):
        owner, before = first.setdefault((section, fold(name)), (key, spot))
        if owner != key:
            message = f"`{name}` is also the name of `{owner}`"
            hint = "keep one of the two, or add what tells them apart"
            yield Finding(spot, message, hint, (Note(before),))


def _names(subject: Subject) -> Iterator[tuple[str, str, str, Spot]]:
    for key, person in subject.map.people.items():
        yield "people", key, person.name, Spot("people", key, ("name",))
        for number, spelling in enumerate(person.aka):
            yield "people", key, spelling, Spot("people", key, ("aka", number))
    for key, source in subject.map.sources.items():
        name = f"{source.title} {source.date or ''}".strip()
        yield "sources", key, name, Spot("sources", key, ("title",))


RULE: Final = Rule("R308", "ambiguous-name", __doc__, Severity.WARNING, _check)
