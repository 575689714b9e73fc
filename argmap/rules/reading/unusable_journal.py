"""A change of several files was interrupted and cannot be finished.

What: the `.argmap-journal` of an interrupted change does not fit the files that it names. One of them was
changed since, or the journal is not what argmap writes, or it leads out of its folder. argmap then leaves all
as it is. New content that is not yet in place is in files beside, whose names begin with `.argmap-`.

Why: it cannot be told which content of the files belongs together.

Fails:

```text .argmap-journal
not what argmap writes
```

Passes:

```yaml
claims:
  - {id: istomin-order, text: Regimes are sorted into two kinds.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y116", "unusable-journal", __doc__)
