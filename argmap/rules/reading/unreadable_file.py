"""A file of the map cannot be read.

What: the operating system does not hand over the file: it is missing, forbidden, a folder that only looks
like a YAML file, a pipe, or a link that leads to itself.

Why: the map would silently lack whatever stands in it.

Fails:

```yaml loop
# a link that leads to itself
```

Passes:

```yaml
claims:
  - {id: istomin-order, text: Regimes are sorted into two kinds.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y101", "unreadable-file", __doc__)
