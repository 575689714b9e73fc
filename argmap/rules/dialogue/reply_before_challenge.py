"""A reply is older than what it replies to.

What: the source of a rebuttal is surely older than the source of the statement that it attacks: even its
last possible day comes before the first possible day of the other, or it comes first in the `sequence` of
the map. Challenges that the editor inferred are
left alone.

Why: nobody answers what has not been said yet; mostly a source or a target is wrong.

Fails:

```yaml
sources:
  panel-2019: {title: A Panel, date: 2019-04-08, publisher: Russia Matters}
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai}
claims:
  - {id: a, by: bordachev, text: One sentence., source: "valdai-2020, para. 3"}
rebuttals:
  - {id: b, by: toft, attacks: a, text: Not so., source: "panel-2019, para. 4"}
```

Passes:

```yaml
sources:
  panel-2019: {title: A Panel, date: 2019-04-08, publisher: Russia Matters}
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai}
claims:
  - {id: a, by: istomin, text: One sentence., source: "panel-2019, para. 3"}
rebuttals:
  - {id: b, by: bordachev, attacks: a, text: Not so., source: "valdai-2020, para. 4"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Basis, Claim, Rebuttal
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import STRUCTURE, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for attack in subject.map.attacks:
        rebuttal, attacked = subject.map.rebuttals[attack.rebuttal], subject.map.statement_of(attack.target)
        if attack.basis is not Basis.STATED or rebuttal.source is None or attacked.source is None:
            continue
        if subject.order.is_later(attacked.source.work, rebuttal.source.work):
            answer, answered = _date(subject, rebuttal), _date(subject, attacked)
            message = f"`{rebuttal.id}` ({answer}) answers `{attacked.id}` ({answered})"
            hint = "check the two sources; where the editor sees the conflict, mark it `basis: inferred`"
            notes = (Note(subject.at(attacked, "source"), "said later"),)
            yield Finding(subject.at(rebuttal, "source"), message, hint, notes)


def _date(subject: Subject, one: Claim | Rebuttal) -> str | None:
    return subject.map.sources[one.source.work].date if one.source else None


_HEEDS: Final = STRUCTURE | {"basis", "source"}
RULE: Final = Rule("D801", "reply-before-challenge", __doc__, Severity.WARNING, _check, heeds=_HEEDS)
