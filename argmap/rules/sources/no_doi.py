"""A DOI that is none.

What: `doi` is not a prefix that begins with `10.`, a stroke and a suffix. The address of a resolver, such as
`https://doi.org/`, may stand before it and is left out by itself.

Why: the address that is made from it would lead nowhere.

Fails:

```yaml
sources:
  s: {title: A Title, date: 2020, doi: "https://publisher.org/doi/full/10.1080/00396338.2019.1637125"}
claims:
  - {id: a, text: One sentence., source: "s, p. 1"}
```

Passes:

```yaml
sources:
  s: {title: A Title, date: 2020, doi: 10.1080/00396338.2019.1637125}
claims:
  - {id: a, text: One sentence., source: "s, p. 1"}
```
"""

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Replace, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject
from argmap.text.doi import is_doi, likely_doi


def _check(subject: Subject) -> Iterator[Finding]:
    for key, source in subject.map.sources.items():
        if source.doi and not is_doi(source.doi):
            meant = likely_doi(source.doi)
            hint = f"write `{meant}`" if meant else "write it as `10.…/…`, or put an address under `url`"
            fix = Replace(meant) if meant else None
            yield Finding(Spot("sources", key, ("doi",)), f"`{source.doi[:60]}` is not a DOI", hint, fix=fix)


RULE: Final = Rule("S514", "no-doi", __doc__, Severity.WARNING, _check)
