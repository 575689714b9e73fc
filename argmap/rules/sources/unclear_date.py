"""A date that is not a date.

What: `date` or `accessed` of a source is not a date of EDTF, or no such day exists: `2019`, `2019-04`,
`2019-04-08`, a range `2018-12/2019-02`, uncertain `1920?`, about right `1920~`, a decade `192X`, a spring
`2019-21`; or `forthcoming`.

Why: such a date cannot be put in order with others, so that replies cannot be checked against it.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: Nov 2020, publisher: Valdai}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020-11, publisher: Valdai}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.subject import Subject
from argmap.text.dates import parse_date


def _check(subject: Subject) -> Iterator[Finding]:
    for key, source in subject.map.sources.items():
        for field in ("date", "accessed"):
            written = getattr(source, field)
            if written and parse_date(written) is None:
                message = f"`{written[:40]}` is not a date that can be put in order"
                yield Finding(
                    Spot("sources", key, (field,)),
                    message,
                    "write `2019`, `2019-04`, `2019-04-08`, a range `2018/2019`, or `1920?`",
                )


RULE: Final = Rule("S512", "unclear-date", __doc__, Severity.WARNING, _check, heeds=BUT_WORDS)
