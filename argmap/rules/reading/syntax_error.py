"""A line is not YAML.

What: the reader stumbles. The finding stands where a person has to mend something; where the reader
stumbled may be further on. Only the record around it is given up, the rest of the file is checked.

Why: one bad line should not hide the other findings.

Fails:

```yaml
claims:
  - id: a
    text: Realism: a critique.
```

Passes:

```yaml
claims:
  - id: a
    text: "Realism: a critique."
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y105", "syntax-error", __doc__)
