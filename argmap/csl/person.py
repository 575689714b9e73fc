"""Names of people and institutions, taken apart."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_LETTERS: Final = (
    "a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1e00-\u1fff\u0600-\u06ff"
    "\u0180-\u024f\u200c-\u200e\u202a-\u202e\u0530-\u058f\u10a0-\u10ff\u0900-\u0dff"
)
_SPACED: Final = re.compile(f"[-0-9{_LETTERS}]")
_STARTS_SPACED: Final = re.compile(f"[&{_LETTERS}]")
_FAMILY_PARTICLE: Final = re.compile("([^ ]+(?:-|\u02bb|\u2019| |') *)(.+)", re.DOTALL)
_GIVEN_PARTICLE: Final = re.compile(" ([^ ]+)$")
_LEADING_MARKS: Final = "-'\u02bb\u2019 "


class Person(NamedTuple):
    """A name.

    Args:
        family: the family name without particles.
        given: the given names.
        dropping: the particle that goes when only the family name is left.
        particle: the particle that stays.
        suffix: ``Jr.``, ``III``.
        comma_suffix: whether a comma stands before the suffix.
        literal: a name that is not taken apart, as those of institutions.
        static: whether the family name always comes first.
    """

    family: str
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    static: bool = False

    @property
    def spaced(self) -> int:
        """How the parts are put together: 0 without spaces, 1 family name first, 2 as in Latin script."""
        if _SPACED.search(self.family.replace('"', "")):
            return 2
        return 1 if self.given and _STARTS_SPACED.match(self.given) else 0


def starts_spaced(text: str) -> bool:
    """Tell whether a text begins in a script that separates words by spaces."""
    return _STARTS_SPACED.match(text) is not None


def read_person(value: object) -> Person | None:
    """Read a name.

    Particles inside the family or the given name are found by their small letters.

    Args:
        value: what CSL-JSON has for a name.

    Returns:
        The name; None when nothing in it is one.
    """
    if isinstance(value, str):
        return Person("", literal=value.strip()) if value.strip() else None
    if not isinstance(value, Mapping):
        return None
    literal = _part(value, "literal") or _part(value, "name")
    if literal:
        return Person("", literal=literal)
    family, given = _part(value, "family"), _part(value, "given")
    if not family:
        family, given = given, ""
    if not family:
        return None
    person = Person(
        family,
        given,
        _part(value, "dropping-particle"),
        _part(value, "non-dropping-particle"),
        _part(value, "suffix"),
        bool(value.get("comma-suffix")),
        static=bool(value.get("static-ordering")),
    )
    if len(family) > 1 and family[0] == family[-1] == '"':
        return person._replace(family=family[1:-1])
    if given and not person.particle and value.get("parse-names") not in {False, "false"}:
        return _taken_apart(person)
    return person


def _part(value: Mapping[str, object], name: str) -> str:
    found = value.get(name)
    return " ".join(found.split()) if isinstance(found, str) else ""


def _taken_apart(person: Person) -> Person:
    """Find the particles and the suffix that stand inside the family or the given name."""
    family, particle = _split_family(person.family)
    given, suffix, comma_suffix = person.given, person.suffix, person.comma_suffix
    if not suffix and "," in given:
        given, _, suffix = (text.strip() for text in given.partition(","))
        if suffix.startswith("!"):
            comma_suffix, suffix = True, suffix[1:].strip()
    dropping = person.dropping
    if not dropping:
        given, dropping = _split_given(given)
    return Person(family, given, dropping, particle, suffix, comma_suffix, static=person.static)


def _is_particle(text: str) -> bool:
    bare = text.lstrip(_LEADING_MARKS)
    return bool(bare) and bare[0].upper() != bare[0]


def _split_family(family: str) -> tuple[str, str]:
    particles = ""
    while (match := _FAMILY_PARTICLE.match(family)) and _is_particle(match[1]):
        particles += match[1]
        family = match[2]
    stripped = particles.strip()
    if particles.endswith(" ") and stripped.endswith(("'", "\u2019")):
        stripped += " "
    return family, stripped


def _split_given(given: str) -> tuple[str, str]:
    particles: list[str] = []
    while (match := _GIVEN_PARTICLE.search(given)) and _is_particle(match[1]):
        particles.insert(0, match[1])
        given = given[: match.start()]
    return given, " ".join(particles)
