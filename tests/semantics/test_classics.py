"""The examples that every text on argumentation discusses, by name."""

import pytest

from argmap.semantics.kinds import Semantics
from tests.semantics.frameworks import drawn, named

NIXON = "q->r r->q"
REINSTATEMENT = "b->a c->b"
FLOATING = "a->b b->a a->c b->c c->d"
ODD_CYCLE = "a->b b->c c->a"
EVEN_CYCLE = "a->b b->c c->d d->a"
SELF_ATTACK = "a->a a->b"
TWO_RANGES = "a->b b->a a->c c->c b->d d->d"
IDEAL_NOT_GROUNDED = "a->b b->a b->b"
EAGER_NOT_IDEAL = "a->b b->a b->c c->d d->e e->c"

CO, PR, ST, SST, STG, ID, GR, EA = Semantics


@pytest.mark.parametrize(
    ("drawing", "semantics", "expected"),
    [
        # Nixon, a quaker and a republican: pacifist or not.
        (NIXON, CO, ["", "q", "r"]),
        (NIXON, PR, ["q", "r"]),
        (NIXON, ST, ["q", "r"]),
        (NIXON, GR, [""]),
        (NIXON, ID, [""]),
        (NIXON, EA, [""]),
        # c puts a back in by attacking its attacker.
        *((REINSTATEMENT, semantics, ["ac"]) for semantics in Semantics),
        # Whichever of a and b holds, c is out and d in; but no single reason makes it so.
        (FLOATING, PR, ["ad", "bd"]),
        (FLOATING, GR, [""]),
        (FLOATING, ID, [""]),
        # Of three arguments in a circle none can be accepted, save by looking at conflicts alone.
        (ODD_CYCLE, CO, [""]),
        (ODD_CYCLE, PR, [""]),
        (ODD_CYCLE, ST, []),
        (ODD_CYCLE, SST, [""]),
        (ODD_CYCLE, STG, ["a", "b", "c"]),
        (EVEN_CYCLE, PR, ["ac", "bd"]),
        (EVEN_CYCLE, GR, [""]),
        # An argument against itself is never accepted but can keep others from it.
        (SELF_ATTACK, PR, [""]),
        (SELF_ATTACK, ST, []),
        (SELF_ATTACK, STG, ["b"]),
        # Ranges {a, b, c} and {a, b, d}: neither includes the other, so both sets count.
        (TWO_RANGES, SST, ["a", "b"]),
        (TWO_RANGES, ST, []),
        (TWO_RANGES, EA, [""]),
        # Dung, Mancarella & Toni (2007): ideal accepts more than grounded.
        (IDEAL_NOT_GROUNDED, GR, [""]),
        (IDEAL_NOT_GROUNDED, ID, ["a"]),
        # Caminada (2007): the odd cycle lets only b be semi-stable.
        (EAGER_NOT_IDEAL, PR, ["a", "bd"]),
        (EAGER_NOT_IDEAL, SST, ["bd"]),
        (EAGER_NOT_IDEAL, ID, [""]),
        (EAGER_NOT_IDEAL, EA, ["bd"]),
    ],
)
def test_classic(drawing: str, semantics: Semantics, expected: list[str]) -> None:
    assert named(drawn(drawing), semantics) == expected


def test_an_argument_nobody_attacks_is_in() -> None:
    framework = drawn("", alone="a")
    assert [named(framework, semantics) for semantics in Semantics] == [["a"]] * len(Semantics)


def test_a_stage_extension_need_not_hold_what_nobody_attacks() -> None:
    assert named(drawn("a->b b->c c->c"), STG) == ["a", "b"]
