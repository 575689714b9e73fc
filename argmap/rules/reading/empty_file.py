"""A file of the map is empty.

What: a YAML file with nothing in it but white space.

Why: it may be a file that was not saved.

Fails:

```yaml

```

Passes:

```yaml
claims: []
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y112", "empty-file", __doc__)
