"""A person with many claims, none of which is marked as a main thesis.

What: a person makes more than ten claims that are not marked `basis: inferred`, and none of them has
`main: true`.

Why: what somebody mainly holds should be found at once. Lists, trees and pages begin with the main theses;
without any, a reader has to tell them from the reasons given for them. It is a remark, made only when the
rule is selected.

Fails:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomin, text: The first sentence.}
  - {id: b, by: istomin, text: The second sentence.}
  - {id: c, by: istomin, text: The third sentence.}
  - {id: d, by: istomin, text: The fourth sentence.}
  - {id: e, by: istomin, text: The fifth sentence.}
  - {id: f, by: istomin, text: The sixth sentence.}
  - {id: g, by: istomin, text: The seventh sentence.}
  - {id: h, by: istomin, text: The eighth sentence.}
  - {id: i, by: istomin, text: The ninth sentence.}
  - {id: j, by: istomin, text: The tenth sentence.}
  - {id: k, by: istomin, text: The eleventh sentence.}
```

Passes:

```yaml
people:
  istomin: {name: Igor Istomin}
claims:
  - {id: a, by: istomin, text: The first sentence., main: true}
  - {id: b, by: istomin, text: The second sentence.}
  - {id: c, by: istomin, text: The third sentence.}
  - {id: d, by: istomin, text: The fourth sentence.}
  - {id: e, by: istomin, text: The fifth sentence.}
  - {id: f, by: istomin, text: The sixth sentence.}
  - {id: g, by: istomin, text: The seventh sentence.}
  - {id: h, by: istomin, text: The eighth sentence.}
  - {id: i, by: istomin, text: The ninth sentence.}
  - {id: j, by: istomin, text: The tenth sentence.}
  - {id: k, by: istomin, text: The eleventh sentence.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Basis, Claim
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject
from argmap.text.plurals import count

_MOST: Final = 10
"""Among so few claims a reader finds the theses without a mark."""


def _check(subject: Subject) -> Iterator[Finding]:
    claims: dict[str, list[Claim]] = {}
    for claim in subject.map.claims.values():
        if claim.by and claim.by in subject.map.people and claim.basis is Basis.STATED:
            claims.setdefault(claim.by, []).append(claim)
    for person, own in claims.items():
        if len(own) > _MOST and not any(claim.main for claim in own):
            name = subject.map.people[person].name
            message = f"{name} makes {count(len(own), 'claim')}, and none is marked as a main thesis"
            yield Finding(Spot("people", person), message, "add `main: true` to the claims that matter most")


RULE: Final = Rule("P603", "person-without-thesis", __doc__, Severity.INFO, _check, heeds=BUT_WORDS)
