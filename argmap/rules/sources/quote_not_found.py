"""A quote does not stand in its source.

What: the source has a local copy (`copy` in the map, or a file in the folder given with `--sources`: plain
text, HTML, Markdown or PDF), and the quote is nowhere in it. White space, quotation marks, dashes and
ellipses may differ, and marks of notes may be left out; `…` stands for words left out, `[…]` for words put in
or in place of others. The nearest passage is shown.

Why: a quote that was never written is the worst fault a map can have.

Fails:

```yaml
sources:
  hearing-2020: {title: The Hearing, date: 2020, publisher: The Town, copy: hearing.txt}
claims:
  - {id: a, text: One sentence., source: "hearing-2020, para. 1", quote: cannot have quiet streets}
```

```text hearing.txt
A town that lives from trade cannot have open streets and no lorries.
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
from argmap.rules.shared.quotes_in_copies import quoted_statements, shown_passage
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for one, work, quote, text in quoted_statements(subject):
        if not text.holds(quote):
            message = f"the quote is not in `{work}`"
            yield Finding(subject.at(one, "quote"), message, shown_passage(text, quote))


RULE: Final = Rule("S506", "quote-not-found", __doc__, Severity.WARNING, _check, needs_copies=True)
