"""Maps of any size whose shape is hard on whatever follows relations: long, wide, or all against all."""

from collections.abc import Iterable

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal

_ROOT = {"c": Claim(id="c", text="T")}


def attack_chain(size: int) -> ArgumentMap:
    """Return `c`, attacked by `r0`, attacked by `r1`, and so on."""
    return _attacking((f"r{number}", [f"r{number - 1}" if number else "c"]) for number in range(size))


def support_chain(size: int) -> ArgumentMap:
    """Return claims of which each is supported by the next."""
    claims = [
        Claim(id=f"c{number}", text="T", because=[[f"c{number + 1}"]] if number < size - 1 else [])
        for number in range(size)
    ]
    return ArgumentMap(claims={claim.id: claim for claim in claims})


def star(size: int) -> ArgumentMap:
    """Return one claim that all rebuttals attack."""
    return _attacking((f"r{number}", ["c"]) for number in range(size))


def all_against_all(size: int) -> ArgumentMap:
    """Return rebuttals of which each attacks all others, and the first `c`, too."""
    names = [f"r{number}" for number in range(size)]
    return _attacking(
        (name, [*(["c"] if name == "r0" else []), *(other for other in names if other != name)])
        for name in names
    )


def layers(size: int) -> ArgumentMap:
    """Return `c` below layers of two, each attacking both of the one below: 2 ** size paths."""
    return _attacking(
        (f"r{number}{side}", [f"r{number - 1}a", f"r{number - 1}b"] if number else ["c"])
        for number in range(size)
        for side in "ab"
    )


def _attacking(attacks: Iterable[tuple[str, list[str]]]) -> ArgumentMap:
    rebuttals = {name: Rebuttal(id=name, text="T", aims=targets) for name, targets in attacks}
    return ArgumentMap(claims=_ROOT, rebuttals=rebuttals)
