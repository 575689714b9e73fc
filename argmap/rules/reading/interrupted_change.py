"""A change of several files was interrupted.

What: a command that changes several files of a map was killed before all of them were in place. Their new
content is in files beside them, which `.argmap-journal` names, and it is what argmap reads. The next command
that writes to the map puts it in place.

Why: other programs, such as git, see some files new and some old.

Fails:

```yaml interrupted
# this text is in .argmap-0123456789abcdef-1.new, and another one is still in place
claims:
  - {id: istomin-order, text: Regimes are sorted into two kinds.}
```

Passes:

```yaml
claims:
  - {id: istomin-order, text: Regimes are sorted into two kinds.}
```
"""

from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.rule import Rule

RULE: Final = Rule("Y115", "interrupted-change", __doc__, Severity.WARNING)
