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
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.looking_up import parts_at, quoted_statements
from argmap.rules.rule import Finding, Rule
from argmap.rules.subject import Subject
from argmap.text.locators import parse_locator
from argmap.text.quotes import holds


def _check(subject: Subject) -> Iterator[Finding]:
    for one, work, quote, text in quoted_statements(subject):
        locator = one.source.locator if one.source else None
        place = parse_locator(locator) if locator else None
        parts = parts_at(text, place) if place else ()
        if not locator or not place or not parts or not 0 < place.first <= place.last <= len(parts):
            continue
        if text.holds(quote) and not holds("\n".join(parts[place.first - 1 : place.last]), quote):
            found = [str(number) for number, part in enumerate(parts, 1) if holds(part, quote)]
            message = f"the quote is not in {locator} of `{work}`"
            hint = f"it stands in {place.unit} {', '.join(found)}" if found else ""
            yield Finding(subject.at(one, "source", words=locator), message, hint)


RULE: Final = Rule("S507", "quote-elsewhere", __doc__, Severity.WARNING, _check)
