"""The settings cannot be used as they stand.

What: `argmap.toml` is not TOML, has a setting that does not exist, a value of the wrong kind, or names a
rule or severity that does not exist. Everything else in it still counts.

Why: a misspelt setting looks as if it were in force.

Fails:

```toml argmap.toml
[check]
ignor = ["S504"]
```

Passes:

```toml argmap.toml
[check]
ignore = ["S504"]
```
"""

from typing import Final

from argmap.rules.rule import Rule

RULE: Final = Rule("C901", "bad-settings", __doc__)
