"""A person who says nothing in the map.

What: a person under `people` makes no claim and no rebuttal and belongs to no joint voice that does.

Why: either a claim is missing, or the person is.

Fails:

```yaml
people:
  istomin: {name: Igor Istomin}
  toft: {name: Monica Toft}
claims:
  - {id: a, by: istomin, text: One sentence.}
```

Passes:

```yaml
people:
  istomin: {name: Igor Istomin}
  toft: {name: Monica Toft}
claims:
  - {id: a, by: istomin, text: One sentence.}
rebuttals:
  - {id: b, by: toft, attacks: a, text: Not so.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.references import Named, used_names
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.shared.spellings import unmentioned
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    authors = used_names(subject.map.sources.values())[Named.AUTHOR]
    speakers = {*subject.used[Named.PERSON], *authors}
    voices = {member for key in speakers for member in _members(subject, key)}
    for key in unmentioned({*speakers, *voices}, subject.map.people):
        if key not in subject.mentioned:
            message = f"{subject.map.people[key].name} makes no claim and no rebuttal"
            yield Finding(
                Spot("people", key), message, f"name `{key}` in a statement's `by`, or delete the entry"
            )


def _members(subject: Subject, key: str) -> tuple[str, ...]:
    person = subject.map.people.get(key)
    return person.members if person else ()


RULE: Final = Rule("P601", "person-without-claims", __doc__, Severity.WARNING, _check, heeds=BUT_WORDS)
