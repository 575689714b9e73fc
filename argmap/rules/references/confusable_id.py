"""Two ids differ only in case, accents or the signs between words.

What: the ids of two statements, people or sources become equal when case, accents, `-`, `_` and `.` are
folded.

Why: one is easily typed for the other, and in most scripts nobody sees the difference.

Fails:

```yaml
claims:
  - {id: binary-order, text: Regimes are sorted into two kinds.}
  - {id: Binary_order, text: There is no such sorting of regimes.}
```

Passes:

```yaml
claims:
  - {id: binary-order, text: Regimes are sorted into two kinds.}
  - {id: no-binary-order, text: There is no such sorting of regimes.}
```
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Note, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject
from argmap.text.fold import fold


def _check(subject: Subject) -> Iterator[Finding]:
    if _may_be_confused(subject.map.statements):
        yield from _confusable((subject.at(one), one.id) for one in subject.statements())
    for section in ("people", "sources"):
        records = getattr(subject.map, section)
        yield from _confusable((Spot(section, key), key) for key in records)


def _confusable(ids: Iterable[tuple[Spot, str]]) -> Iterator[Finding]:
    first: dict[str, tuple[Spot, str]] = {}
    for spot, name in ids:
        before, other = first.setdefault(_fold(name), (spot, name))
        if other != name:
            message = f"the id `{name}` is easily taken for `{other}`"
            yield Finding(spot, message, "give one of the two a name of its own", (Note(before),))


def _may_be_confused(names: Collection[str]) -> bool:
    """Tell, for all names in one go, whether two of them are equal when folded."""
    joined = "\n".join(names)
    if not joined.isascii():
        return True
    return len(set(_fold(joined).split("\n"))) < len(names)


def _fold(name: str) -> str:
    if name.isascii():
        return name.lower().replace("_", "-").replace(".", "-")
    return fold(name).replace(" ", "-")


RULE: Final = Rule("R309", "confusable-id", __doc__, Severity.WARNING, _check)
