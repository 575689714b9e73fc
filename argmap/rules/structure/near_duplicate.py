"""Two claims say nearly the same.

What: the texts of two claims have at least nine tenths of their words in common, in nearly the same order,
and differ in no number and no negation.

Why: challenges to the one are missed by readers of the other.

Fails:

```yaml
claims:
  - {id: a, text: A great power that owns nuclear weapons cannot have any true and lasting allies at all.}
  - {id: b, text: "A great power that owns nuclear weapons cannot have any true, lasting allies at all."}
```

Passes:

```yaml
claims:
  - {id: a, text: A great power that owns nuclear weapons cannot have any true and lasting allies at all.}
  - {id: b, text: Its weaker partners can only count on it where its own interest is touched.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import Rule
from argmap.rules.shared.similar_texts import find_similar
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    claims = [claim for claim in subject.map.claims.values() if claim.text]
    for before, after in find_similar([claim.text or "" for claim in claims]):
        first, second = claims[before], claims[after]
        message = f"`{second.id}` says nearly the same as `{first.id}`"
        hint = "keep one of the two, or word what sets them apart"
        yield Finding(subject.at(second, "text"), message, hint, (Note(subject.at(first, "text")),))


RULE: Final = Rule("G408", "near-duplicate", __doc__, Severity.WARNING, _check, heeds=frozenset({"text"}))
