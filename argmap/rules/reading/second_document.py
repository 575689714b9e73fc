"""A second YAML document starts in the file.

What: after a line `---` a file may go on with another document, which is not read.

Why: records below that line would be lost silently.

Fails:

```yaml
claims:
  - {id: a, text: The first.}
---
claims:
  - {id: b, text: The second.}
```

Passes:

```yaml
claims:
  - {id: a, text: The first.}
  - {id: b, text: The second.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y106", "second-document", __doc__)
