"""A list names the same thing twice.

What: one id stands twice among the premises of an inference, the partners of an attack or the members of a
joint voice, one work twice in the `sequence` of the map, or one tag twice among the tags of a statement; or
two attacks of a rebuttal agree in target, kind, name, partners and scheme; or two inferences to a statement
have the same premises.

Why: the second has no effect; mostly another id was meant. A work that stands twice in the `sequence` has no
place in it, since nothing tells which of the two is right.

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

from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Severity
from argmap.model import Aim, Claim, Rebuttal, Record
from argmap.references import REFERRING, references
from argmap.rules.finding import Finding, RemoveItem, Spot
from argmap.rules.rule import BUT_WORDS, OfEach, Rule
from argmap.rules.subject import Subject, at


def _look(one: Claim | Rebuttal) -> Iterator[Finding]:
    if _repeats(one):
        yield from _repeated_names(at(one), one)
    yield from _repeated_steps(one)
    if isinstance(one, Rebuttal):
        yield from _repeated_attacks(one)


def _rest(subject: Subject) -> Iterator[Finding]:
    for key, person in subject.map.people.items():
        yield from _repeated_names(Spot("people", key), person)
    yield from _repeated_places(subject)


def _repeated_names(record: Spot, one: Record) -> Iterator[Finding]:
    """Find names that stand twice in one list."""
    seen: set[tuple[object, ...]] = set()
    for reference in references(one):
        path, name = reference.path, reference.name
        if not isinstance(path[-1], int):
            continue
        if (*path[:-1], name) in seen:
            place = Spot(record.section, record.record, path)
            yield Finding(place, f"`{name}` is named twice", "name it once", fix=RemoveItem())
        seen.add((*path[:-1], name))


def _repeats(one: Record) -> bool:
    """Tell whether a list in a record holds something twice; hardly one does, and this is soon told."""
    values = one.__dict__
    for name in REFERRING[type(one)]:
        value = values[name]
        if not value or isinstance(value, str):
            continue
        if isinstance(value, Record):
            if _repeats(value):
                return True
        elif isinstance(value, tuple):
            if isinstance(value[0], Record):
                if any(map(_repeats, value)):
                    return True
            elif len(value) > 1 and len(set(value)) < len(value):
                return True
    return False


def _repeated_places(subject: Subject) -> Iterator[Finding]:
    """Find works that stand twice in the sequence; only the editor knows which place is right."""
    seen: set[str] = set()
    for number, work in enumerate(subject.map.info.sequence):
        if work in seen:
            spot = Spot("map", "", ("sequence", number))
            yield Finding(spot, f"`{work}` stands twice in the sequence", "keep it where it belongs")
        seen.add(work)


def _repeated_attacks(one: Rebuttal) -> Iterator[Finding]:
    """Find attacks that stand twice; only the rebuttal knows which attacks are the same."""
    seen: dict[object, Aim] = {}
    for number, aim in enumerate(one.aims):
        first = seen.setdefault(aim.key(one.kind), aim)
        if first is not aim:
            message = f"the attack on `{aim.target}` stands twice"
            fix = RemoveItem() if aim == first else None
            yield Finding(at(one, "attacks", number), message, "keep one of the two", fix=fix)


def _repeated_steps(one: Claim | Rebuttal) -> Iterator[Finding]:
    seen: set[frozenset[str]] = set()
    for number, step in enumerate(one.because):
        premises = frozenset(step.premises)
        if premises in seen:
            message = f"an inference to `{one.id}` is given twice"
            yield Finding(at(one, "because", number), message, "give it once")
        seen.add(premises)


_CHECK: Final = OfEach(_look, _rest)
RULE: Final = Rule("R310", "repeated-reference", __doc__, Severity.WARNING, _CHECK, heeds=BUT_WORDS)
