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
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.shared.quotes_in_copies import Parts, parts_at
from argmap.rules.subject import Subject
from argmap.text.locators import Place, parse_locator


def _check(subject: Subject) -> Iterator[Finding]:
    for one in subject.statements():
        if one.source is None or one.source.locator is None:
            continue
        copy = subject.copies.of(one.source.work)
        place = parse_locator(one.source.locator) if copy and copy.text else None
        parts = parts_at(copy.text, place) if copy and copy.text and place else None
        if place and parts and parts.parts and parts.at(place) is None:
            message = f"there is no {one.source.locator} in `{one.source.work}`"
            hint = f"its copy has {_extent(parts, place)}"
            yield Finding(subject.at(one, "source", words=one.source.locator), message, hint)


def _extent(parts: Parts, place: Place) -> str:
    count = len(parts.parts)
    if parts.first != 1:
        return f"the {place.unit}s {max(1, parts.first)} to {parts.first + count - 1}"
    return f"{count} {place.unit}{'s' if count > 1 else ''}"


RULE: Final = Rule("S508", "locator-beyond-end", __doc__, Severity.WARNING, _check, needs_copies=True)
