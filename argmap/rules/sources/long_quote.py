"""A quote is longer than allowed.

What: a quote has more than 40 words, or more than `quote-words` in the settings says. Forty is where the
APA's manual of style begins to set a quotation off as a block.

Why: a map paraphrases; long quotes need permission, and are too long for a box in a picture.

Fails:

```yaml
claims:
  - id: a
    text: One sentence.
    source: valdai-2020, para. 3
    quote: >-
      one two three four five six seven eight nine ten one two three four five six seven eight nine ten one
      two three four five six seven eight nine ten one two three four five six seven eight nine ten too
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 3", quote: one two three}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    allowed = subject.settings.quote_words
    for one in subject.statements():
        count = len(one.quote.split()) if one.quote else 0
        if count > allowed:
            message = f"the quote has {count} words, {count - allowed} more than the {allowed} allowed"
            yield Finding(
                subject.at(one, "quote"), message, "quote the decisive words and paraphrase the rest"
            )


RULE: Final = Rule("S505", "long-quote", __doc__, Severity.WARNING, _check, heeds=frozenset({"quote"}))
