"""A comment ignores something that is not there.

What: `# argmap: ignore CODE` stands where no finding of that rule would be. It covers its own line; on a
line of its own, the next line; on the first line of a record, the whole record. `# argmap: ignore-file
CODE` covers the file. A comment is only judged when its
rule runs and can see all there is: not while the map has errors, and for what is looked up in the copies of
sources not while one of them has none. `--fix` deletes the code, or the comment if no other is left.

Why: the fault it excused is gone, and a new one in its place would go unseen.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}  # argmap: ignore G401
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a, b], text: Not so.}  # argmap: ignore G401
```
"""

from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.rule import Rule

RULE: Final = Rule("C902", "unused-ignore", __doc__, Severity.WARNING)
