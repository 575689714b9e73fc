"""Maps of the same material, as several people may read it: with other ids, words and relations."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind, Claim, Rebuttal

TEXTS = (
    "Market Street should be closed to cars",
    "Without traffic everybody breathes more easily",
    "Retailers gain customers where pedestrians stroll",
    "Deliveries must reach every warehouse",
    "По ночам можно разгружать грузовики",
    "Туристы выбирают тихие кварталы",
    "步行街使空气清新",
    "שכנים רוצים שקט בלילה",
)


@dataclass(frozen=True)
class Said:
    """A statement of a reading.

    Args:
        text: what it says.
        reasons: the positions of those that support it, jointly.
        target: the position of what it attacks; None for a claim.
        kind: how it does.
    """

    text: str
    reasons: tuple[int, ...] = ()
    target: int | None = None
    kind: AttackKind = AttackKind.REBUT


Reading = tuple[Said | None, ...]
"""What somebody reads in a text: a statement at each position, or none."""


def map_of(reading: Reading, name: str = "s{}") -> ArgumentMap:
    """Write a reading as a map; what refers to nothing is left out."""
    there = {at: said for at, said in enumerate(reading) if said}
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    for at, said in there.items():
        premises = [name.format(one) for one in said.reasons if one in there and one != at]
        fields = {"id": name.format(at), "text": said.text, "because": [premises] if premises else []}
        if said.target in there and said.target != at:
            attack = {"attacks": [name.format(said.target)], "kind": said.kind}
            rebuttals[name.format(at)] = Rebuttal.model_validate(fields | attack)
        else:
            claims[name.format(at)] = Claim.model_validate(fields)
    return ArgumentMap(claims=claims, rebuttals=rebuttals)


KINDS = st.sampled_from((AttackKind.REBUT, AttackKind.UNDERMINE))


@st.composite
def statements(draw: st.DrawFn, number: int, texts: st.SearchStrategy[str]) -> Said:
    others = st.integers(0, number - 1)
    reasons = draw(st.lists(others, max_size=2, unique=True))
    return Said(draw(texts), tuple(reasons), draw(st.none() | others), draw(KINDS))


@st.composite
def readings(draw: st.DrawFn, people: int, *, may_repeat: bool = True) -> list[Reading]:
    """Give what some people read in one text: each changes a few things in the same reading."""
    number = draw(st.integers(0, 6))
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=number, max_size=number, unique=not may_repeat))
    first = [draw(statements(number, st.just(text))) for text in texts]
    return [draw(altered(tuple(first))) for _ in range(people)]


@st.composite
def altered(draw: st.DrawFn, reading: Reading) -> Reading:
    """Change a few statements of a reading, or leave them out."""
    changed = list(reading)
    for at in draw(st.lists(st.integers(0, max(len(reading) - 1, 0)), max_size=3, unique=True)):
        said = reading[at] if at < len(reading) else None
        if said:
            new = draw(statements(len(reading), st.just(said.text)))
            changed[at] = draw(
                st.sampled_from(
                    (None, new, replace(said, kind=new.kind), replace(said, text=f"Quite so: {said.text}"))
                )
            )
    return tuple(changed)
