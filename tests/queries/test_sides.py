"""The two sides of a debate."""

from pathlib import Path

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person, Rebuttal, Source
from argmap.queries.sides import Sides, find_sides

SPEECHES = Path(__file__).parents[1] / "golden" / "dropped" / "speeches.yaml"
WORKS = ("w1", "w2", "w3")


def debate(affiliations: dict[str, str], *attacks: tuple[str, str]) -> ArgumentMap:
    """Ada speaks in the first work, Bob in the second, Eve in the third; pairs of them attack."""
    names = {"ada": "Ada", "bob": "Bob", "eve": "Eve"}
    return ArgumentMap(
        people={key: Person(name=name, affiliation=affiliations.get(key)) for key, name in names.items()},
        sources={
            work: Source.model_validate({"title": work, "authors": key})
            for work, key in zip(WORKS, names, strict=True)
        },
        claims={f"{key}-claim": Claim(id=f"{key}-claim", by=key, text="x") for key in names},
        rebuttals={
            f"{one}-{other}": Rebuttal(id=f"{one}-{other}", by=one, text="x", aims=[f"{other}-claim"])
            for one, other in attacks
        },
    )


def test_the_sides_of_the_speeches() -> None:
    speeches = argmap.load(SPEECHES)
    sides = find_sides(speeches, speeches.info.sequence)
    assert sides is not None
    assert sides.names == ("Affirmative", "Negative")
    assert [work for work, side in sides.of_works.items() if side == 0] == ["1ac", "2ac", "1ar", "2ar"]
    assert sides.of_people == {"ada": 0, "aff": 0, "ann": 0, "ben": 1, "bea": 1}


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (debate({"ada": "A", "bob": "B", "eve": "A"}), ((0, 1, 0), ("A", "B"))),
        (debate({}, ("bob", "ada"), ("eve", "bob")), ((0, 1, 0), ("Ada and Eve", "Bob"))),
        (
            debate({"ada": "A", "bob": "B"}, ("bob", "ada"), ("eve", "ada")),
            ((0, 1, 1), ("Ada", "Bob and Eve")),
        ),
        (debate({"ada": "A", "bob": "B", "eve": "C"}), None),
        (debate({}, ("bob", "ada")), None),
        (debate({}, ("bob", "ada"), ("eve", "bob"), ("eve", "ada")), None),
        (debate({}), None),
    ],
    ids=[
        "affiliations",
        "attacks",
        "an affiliation missing",
        "three",
        "one apart",
        "all against all",
        "peace",
    ],
)
def test_sides(drawn: ArgumentMap, expected: tuple[tuple[int, ...], tuple[str, str]] | None) -> None:
    found = find_sides(drawn, WORKS)
    assert (found and _short(found)) == expected


def _short(sides: Sides) -> tuple[tuple[int, ...], tuple[str, str]]:
    return tuple(sides.of_works[work] for work in WORKS), sides.names
