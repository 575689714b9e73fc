"""A quote does not stand in its source.

What: the source has a local copy (`copy` in the map, or a file in the folder given with `--sources`: plain
text, HTML, Markdown or PDF), and the quote is nowhere in it. White space, quotation marks, dashes and
ellipses may differ; `…` stands for words left out. The nearest passage is shown.

Why: a quote that was never written is the worst fault a map can have.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1", quote: cannot have loyal allies}
```

```text article.txt
Whether we like it or not, a great power cannot have true allies.
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1", quote: cannot have true allies}
```

```text article.txt
Whether we like it or not, a great power cannot have true allies.
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.looking_up import quoted_statements, shown_passage
from argmap.rules.rule import Finding, Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for one, work, quote, text in quoted_statements(subject):
        if not text.holds(quote):
            message = f"the quote is not in `{work}`"
            yield Finding(subject.at(one, "quote"), message, shown_passage(text, quote))


RULE: Final = Rule("S506", "quote-not-found", __doc__, Severity.WARNING, _check)
