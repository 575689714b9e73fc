"""A record names a source that the map does not list.

What: `source`, `conceded`, `withdrawn` and `answered-elsewhere` start with a key under `sources`, up to the
first comma; the `sequence` of the map lists such keys. A map that lists no source may name any.

Why: the statement could not be traced, or the work not be put in order.

Fails:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valday-2020, para. 1"}
  - {id: b, text: Another one., source: "valdai-2020, para. 1"}
```

Passes:

```yaml
sources:
  valdai-2020: {title: "Do Empires Have Allies?", date: 2020, url: "https://example.org"}
claims:
  - {id: a, text: One sentence., source: "valdai-2020, para. 1"}
```
"""

from typing import Final

from argmap.references import Named
from argmap.rules.rule import Rule

RULE: Final = Rule("R303", "unknown-source", __doc__, refers_to=Named.SOURCE)
