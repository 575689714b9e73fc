"""A merge conflict was left in a file.

What: lines that git writes where two branches changed the same lines: `<<<<<<<`, `=======`, `>>>>>>>`. The
rest of the map is checked as if our own side, the one above, had been kept.

Why: nobody decided yet what the map says there.

Fails:

```yaml
claims:
  - id: a
<<<<<<< HEAD
    text: One sentence.
=======
    text: Another sentence.
>>>>>>> feature
```

Passes:

```yaml
claims:
  - id: a
    text: One sentence.
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y114", "merge-conflict", __doc__)
