"""An anchor or an alias is used.

What: YAML can name a value with `&name` and repeat it with `*name`. Maps do not use that. Text that starts
with one of the two signs needs quotes.

Why: aliases in aliases grow without bounds, and a repeated value cannot be told from one that was meant.

Fails:

```yaml
claims:
  - {id: a, text: &same One sentence.}
  - {id: b, text: *same}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
  - {id: b, text: Another sentence.}
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("Y107", "anchor-or-alias", __doc__)
