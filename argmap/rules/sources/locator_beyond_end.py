"""A locator names a paragraph or page that the source does not have.

What: the source has a local copy with fewer paragraphs or pages than the locator says, or the locator
begins at nought, or runs backwards.

Why: the statement cannot be looked up.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 7"}
```

```text article.txt
A great power cannot have true allies.
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```

```text article.txt
A great power cannot have true allies.
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.looking_up import parts_at
from argmap.rules.rule import Finding, Rule
from argmap.rules.subject import Subject
from argmap.text.locators import parse_locator


def _check(subject: Subject) -> Iterator[Finding]:
    for one in subject.statements():
        if one.source is None or one.source.locator is None:
            continue
        copy = subject.copies.of(one.source.work)
        place = parse_locator(one.source.locator) if copy and copy.text else None
        parts = parts_at(copy.text, place) if copy and copy.text and place else ()
        if place and parts and not 0 < place.first <= place.last <= len(parts):
            count = f"{len(parts)} {place.unit}{'s' if len(parts) > 1 else ''}"
            message = f"there is no {one.source.locator} in `{one.source.work}`"
            hint = f"its copy has {count}"
            yield Finding(subject.at(one, "source", words=one.source.locator), message, hint)


RULE: Final = Rule("S508", "locator-beyond-end", __doc__, Severity.WARNING, _check)
