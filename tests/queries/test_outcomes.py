"""What bears on a challenge is weighed as the whole map would be."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.queries.outcomes import find_outcomes
from argmap.semantics.participants import Terms
from argmap.semantics.reading import read
from tests.semantics.drawings import IN, OUT, Definition, drawings
from tests.sketch import sketch


@given(drawn=drawings(), include_inferred=st.booleans())
def test_a_part_of_the_map_decides_as_all_of_it(drawn: ArgumentMap, *, include_inferred: bool) -> None:
    definition = Definition(drawn, include_inferred=include_inferred)
    labels = definition.least()
    alive = read(drawn, Terms(include_inferred=include_inferred)).index
    for key in drawn.rebuttals.keys() & definition.statements.keys():
        if any(attack.target not in alive for attack in drawn.attacks_by.get(key, ())):
            # Whether an attack on what is withdrawn, or takes no part, has force is no question.
            continue
        found = find_outcomes(drawn, [key], include_inferred=include_inferred)
        attacks = [labels[attack] for attack in definition.attacks if attack.rebuttal == key]
        is_void = bool(attacks) and set(attacks) == {OUT}
        assert (key in found.standing) == (labels[key] == IN and not is_void)
        assert (key in found.defeated) == (labels[key] == OUT or is_void)


def test_nothing_in_question() -> None:
    found = find_outcomes(sketch("ada: a\nbob: b -> a"), [], include_inferred=False)
    assert not found.standing
    assert not found.defeated


def test_a_long_thread_is_no_recursion() -> None:
    thread = "\n".join(f"bob: r{n} -> r{n - 1}" for n in range(1, 3000))
    found = find_outcomes(sketch(f"ada: a\nbob: r0 -> a\n{thread}"), ["r0"], include_inferred=False)
    assert len(found.standing) == len(found.defeated) == 1500
