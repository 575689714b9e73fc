"""A YAML tag is used.

What: `!!int`, `!!python/object` and other tags ask a reader to make something of the text. Here everything
is text. Text that starts with `!` needs quotes.

Why: tags are how a file makes some readers run code.

Fails:

```yaml
claims:
  - {id: a, text: !!int 5}
```

Passes:

```yaml
claims:
  - {id: a, text: Five.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y108", "yaml-tag", __doc__)
