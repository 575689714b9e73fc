"""Who challenges and who replies."""

from argmap.queries.dialectic import dialectic
from tests.sketch import sketch


def test_sides() -> None:
    drawn = sketch("ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c")
    assert dialectic(drawn).challenges == {"b", "d"}


def test_a_rebuttal_on_both_sides_is_a_challenge_as_well() -> None:
    drawn = sketch("ada: a\neve: e\nbob: b -> a\neve: c -> b,e")
    assert dialectic(drawn).challenges == {"b", "c"}


def test_a_long_thread_is_no_recursion() -> None:
    thread = "\n".join(f"bob: r{n} -> r{n - 1}" for n in range(1, 3000))
    assert len(dialectic(sketch(f"ada: a\nbob: r0 -> a\n{thread}")).challenges) == 1500
