r"""A file is not in UTF-8.

What: the bytes of the file are not UTF-8, or it begins with the mark of UTF-16 or UTF-32. Each damaged
place is one finding.

Why: read in another encoding, names in any script but one's own turn into other names.

Fails:

```yaml bytes
claims:
  - {id: a, text: Caf\xe9 diplomacy.}
```

Passes:

```yaml
claims:
  - {id: a, text: Café diplomacy.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y102", "not-utf-8", __doc__)
