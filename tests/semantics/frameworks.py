"""Frameworks for tests: a short notation, Hypothesis strategies and random graphs."""

import random
from itertools import chain

from hypothesis import strategies as st

from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Semantics
from argmap.semantics.reasoning import every_extension

Pairs = list[tuple[int, int]]


def drawn(text: str, alone: str = "") -> Framework:
    """Build a framework from a drawing such as ``a->b b->a``; arguments are single letters."""
    pairs = [(arrow[0], arrow[-1]) for arrow in text.split()]
    return Framework.from_names(sorted({*chain(*pairs), *alone}), pairs)


def named(framework: Framework, semantics: Semantics) -> list[str]:
    """Return every extension as a word of the members' letters, the words in order."""
    found = every_extension(framework, semantics, limit=1000)
    return sorted("".join(sorted(map(framework.name, extension))) for extension in found)


@st.composite
def pairs(draw: st.DrawFn, most: int = 7) -> tuple[int, Pairs]:
    """Draw a number of arguments and attacks among them, sparse ones included."""
    size = draw(st.integers(0, most))
    if size == 0:
        return 0, []
    argument = st.integers(0, size - 1)
    return size, draw(st.lists(st.tuples(argument, argument), max_size=3 * size, unique=True))


def frameworks(most: int = 7) -> st.SearchStrategy[Framework]:
    """Return a strategy for frameworks of up to ``most`` arguments."""
    return pairs(most).map(lambda drawing: Framework.from_pairs(*drawing))


def random_framework(size: int, probability: float, seed: int) -> Framework:
    """Return a framework in which each attack is there with the given probability."""
    generator = random.Random(seed)  # noqa: S311 - no secret hangs on it
    arguments = range(size)
    attacks = [(a, b) for a in arguments for b in arguments if generator.random() < probability]
    return Framework.from_pairs(size, attacks)
