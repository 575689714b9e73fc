"""A name of which one cannot tell how it is cited.

What: an author, editor or translator is printed in a way that can be read in several: `Mao Zedong` and
`Gabriel García Márquez` do not show where the family name begins, `RAND Europe` may be an organization.
Until it is told, such a name is cited in full.

Why: a reference under the wrong name is found by nobody, and is taken for carelessness.

Fails:

```yaml
sources:
  on-practice: {title: On Practice, authors: Mao Zedong, date: 1937, publisher: Foreign Languages Press}
claims:
  - {id: a, text: One sentence., source: "on-practice, p. 1"}
```

Passes:

```yaml
sources:
  on-practice:
    title: On Practice
    authors: {family: Mao, given: Zedong}
    date: 1937
    publisher: Foreign Languages Press
claims:
  - {id: a, text: One sentence., source: "on-practice, p. 1"}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject

if TYPE_CHECKING:
    from argmap.text.author_names import NameParts


def _check(subject: Subject) -> Iterator[Finding]:
    for key, source in subject.map.sources.items():
        for field in ("authors", "editors", "translators"):
            for number, name in enumerate(getattr(source, field)):
                person = subject.map.people.get(name.name or "")
                readings = name.parts.readings if person is None else ()
                if readings:
                    message = f"`{name}` can be read in several ways"
                    hint = "write " + " or ".join(f"`{_written(reading)}`" for reading in readings)
                    yield Finding(Spot("sources", key, (field, number)), message, hint)


def _written(reading: "NameParts") -> str:
    if not reading.family:
        return f"{{organization: {reading.whole}}}"
    parts = {"family": reading.family, "given": reading.given, "particle": reading.particle}
    parts["suffix"] = reading.suffix
    return "{" + ", ".join(f"{field}: {words}" for field, words in parts.items() if words) + "}"


RULE: Final = Rule("S513", "unclear-name", __doc__, Severity.WARNING, _check)
