"""A file is too large to be a map.

What: a file of more than 256 MiB is not read.

Why: reading takes memory; a map of half a million claims fits into half of that.

Fails:

```yaml huge
# 300 MB of claims
```

Passes:

```yaml
claims:
  - {id: a, text: Small.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y104", "file-too-large", __doc__)
