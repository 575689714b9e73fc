"""The folder holds no YAML file.

What: a map is a folder with at least one file whose name ends in `.yaml` or `.yml`; files in folders inside
it and hidden files do not count.

Why: mostly another folder was meant.

Fails:

```text notes.txt
No map yet.
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y113", "no-yaml-file", __doc__)
