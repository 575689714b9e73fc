"""A quote stands in its source, but not where the locator says.

What: the source has a local copy, the locator counts paragraphs (`para. 3`) or pages (`p. 3`), and the
quote is found, but in another paragraph or page. Paragraphs are counted as readers count them: lines of
running text, without title, rubrics and headings, which do not end as sentences do.

Why: a reader who looks it up does not find it, and mistrusts the rest.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1", quote: it is a cold war}
```

```text article.txt
Do Empires Have Allies?
A great power cannot have true allies.
Between the five, it is a cold war.
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, publisher: Valdai, copy: article.txt}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 2", quote: it is a cold war}
```

```text article.txt
Do Empires Have Allies?
A great power cannot have true allies.
Between the five, it is a cold war.
```
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding
from argmap.rules.rule import Rule
from argmap.rules.shared.quotes_in_copies import Parts, parts_at, quoted_statements
from argmap.rules.subject import Subject
from argmap.text.locators import Unit, parse_locator
from argmap.text.quotes import holds


def _check(subject: Subject) -> Iterator[Finding]:
    for one, work, quote, text in quoted_statements(subject):
        locator = one.source.locator if one.source else None
        place = parse_locator(locator) if locator else None
        parts = parts_at(text, place) if place else None
        named = parts.at(place) if parts and place else None
        if not locator or not place or not parts or named is None or holds(named, quote):
            continue
        if text.holds(quote):
            message = f"the quote is not in {locator} of `{work}`"
            yield Finding(subject.at(one, "source", words=locator), message, _where(parts, place.unit, quote))


def _where(parts: Parts, unit: Unit, quote: str) -> str:
    """Say in which paragraph or page a quote stands, or in which two."""
    if found := [str(number) for number, part in parts.numbered() if holds(part, quote)]:
        return f"it stands in {unit} {', '.join(found)}"
    for (number, part), (following, after) in pairwise(parts.numbered()):
        if holds(f"{part}\n{after}", quote):
            return f"it runs from {unit} {number} to {following}"
    return ""


RULE: Final = Rule("S507", "quote-elsewhere", __doc__, Severity.WARNING, _check, needs_copies=True)
