"""A list names the same thing twice.

What: one id stands twice among the targets of a rebuttal, the premises of an inference or the members of a
joint voice, or one tag twice among the tags of a statement; or two inferences to a statement have the same
premises.

Why: the second has no effect; mostly another id was meant.

Fails:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a, a], text: Not so.}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence.}
rebuttals:
  - {id: b, attacks: [a], text: Not so.}
```
"""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Rebuttal
from argmap.rules.finding import Finding, RemoveItem, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for spot, names in _lists(subject):
        seen: set[str] = set()
        for number, name in enumerate(names):
            if name in seen:
                place = Spot(spot.section, spot.record, (*spot.path, number))
                yield Finding(place, f"`{name}` is named twice", "name it once", fix=RemoveItem())
            seen.add(name)
    yield from _repeated_steps(subject)


def _repeated_steps(subject: Subject) -> Iterator[Finding]:
    for one in subject.statements():
        if len(one.because) > 1:
            seen: set[frozenset[str]] = set()
            for number, step in enumerate(one.because):
                premises = frozenset(step.premises)
                if premises in seen:
                    message = f"an inference to `{one.id}` is given twice"
                    yield Finding(subject.at(one, "because", number), message, "give it once")
                seen.add(premises)


def _lists(subject: Subject) -> Iterator[tuple[Spot, Sequence[str]]]:
    for one in subject.statements():
        if len(one.tags) > 1:
            yield subject.at(one, "tags"), one.tags
        for number, step in enumerate(one.because):
            if len(step.premises) > 1:
                yield subject.at(one, "because", number, "premises"), step.premises
        if isinstance(one, Rebuttal) and len(one.attacks) > 1:
            yield subject.at(one, "attacks"), one.attacks
    for key, person in subject.map.people.items():
        yield Spot("people", key, ("members",)), person.members


RULE: Final = Rule("R310", "repeated-reference", __doc__, Severity.WARNING, _check)
