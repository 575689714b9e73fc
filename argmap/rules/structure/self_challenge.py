"""A person attacks a statement of their own.

What: the author of a rebuttal is the author of what it attacks. A rebuttal that is marked `withdrawn` or
`conceded` is left alone, as is one by a joint voice against a member of it.

Why: people do change their minds, but more often `by` was copied, or the target is wrong.

Fails:

```yaml
claims:
  - {id: a, by: istomin, text: One sentence.}
rebuttals:
  - {id: b, by: istomin, attacks: a, text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, by: istomin, text: One sentence.}
rebuttals:
  - {id: b, by: toft, attacks: a, text: Not so.}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Marker
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject

_ENDED: Final = frozenset({Marker.WITHDRAWN, Marker.CONCEDED})


def _check(subject: Subject) -> Iterator[Finding]:
    for attack in subject.map.attacks:
        rebuttal = subject.map.rebuttals[attack.rebuttal]
        if rebuttal.by is None or attack.target == attack.rebuttal:
            continue
        attacked = subject.map.statement_of(attack.target)
        if attacked.by == rebuttal.by and attacked is not rebuttal and rebuttal.marker not in _ENDED:
            who = subject.map.person_name(rebuttal.by)
            yield Finding(
                subject.at(rebuttal, "by"),
                f"{who} attacks a statement of their own, `{attacked.id}`",
                "check `by` and `attacks`; where the mind was changed, mark it `withdrawn` or ignore this",
                (Note(subject.at(attacked), "what is attacked"),),
            )


_MISSES: Final = frozenset({"withdrawn", "conceded"})

RULE: Final = Rule("G402", "self-challenge", __doc__, Severity.WARNING, _check, _MISSES, heeds=BUT_WORDS)
