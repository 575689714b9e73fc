"""Statements support one another in a circle.

What: following reasons from a statement one comes back to it. Each circle, or knot of circles, is one
finding.

Why: a circle gives no reason to accept any of its members from outside; such statements stay undecided.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., because: b}
  - {id: b, text: Another sentence., because: a}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., because: b}
  - {id: b, text: Another sentence., because: c}
  - {id: c, text: An independent reason.}
```
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Note
from argmap.rules.rule import STRUCTURE, Rule
from argmap.rules.subject import Subject
from argmap.semantics.strongly_connected import cyclic_components

_SHOWN: Final = 6


def _check(subject: Subject) -> Iterator[Finding]:
    premises = {
        one.id: tuple(premise for step in one.because for premise in step.premises)
        for one in subject.statements()
        if one.because
    }
    for component in cyclic_components(premises):
        circle = _circle(component, premises)
        first = subject.map.statements[circle[0]]
        names = [f"`{name}`" for name in circle]
        chain = " from ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else []), names[0]])
        message = f"circular support: {chain}"
        notes = tuple(Note(subject.at(subject.map.statements[name], "because")) for name in circle[1:_SHOWN])
        hint = "find a reason from outside, or drop the step that only repeats the conclusion"
        yield Finding(subject.at(first, "because", words=(circle[1:] or circle)[0]), message, hint, notes)


def _circle(component: Sequence[str], premises: Mapping[str, Sequence[str]]) -> list[str]:
    """Find a shortest way from the first member of a component through others back to it."""
    start, members = component[0], frozenset(component)
    came: dict[str, str] = {}
    queue = [start]
    for name in queue:
        for premise in premises[name]:
            if premise == start:
                way = [name]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if premise in members and premise not in came:
                came[premise] = name
                queue.append(premise)
    return [start]


RULE: Final = Rule("G404", "circular-support", __doc__, Severity.WARNING, _check, heeds=STRUCTURE)
