"""A quote that nobody has looked up.

What: a statement has a quote, and there is no local copy of its source in which it could be looked up. It is
a mere remark and runs when it is selected: `argmap check --select quote-without-copy`, or in `argmap.toml`.

Why: whoever wants every quote of a map verified must have every text at hand.

Fails:

```yaml
sources:
  hearing-2020: {title: The Hearing, date: 2020, publisher: The Town}
claims:
  - {id: a, text: One sentence., source: "hearing-2020, para. 1", quote: cannot have open streets}
```

Passes:

```yaml
sources:
  hearing-2020: {title: The Hearing, date: 2020, publisher: The Town, copy: hearing.txt}
claims:
  - {id: a, text: One sentence., source: "hearing-2020, para. 1", quote: cannot have open streets}
```

```text hearing.txt
A town that lives from trade cannot have open streets and no lorries.
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for one in subject.statements():
        if one.quote and one.source and subject.copies.of(one.source.work) is None:
            message = f"the quote was not looked up: there is no copy of `{one.source.work}`"
            hint = "give the source a `copy`, or name a folder of copies with --sources"
            yield Finding(subject.at(one, "quote"), message, hint)


RULE: Final = Rule("S515", "quote-without-copy", __doc__, Severity.INFO, _check)
