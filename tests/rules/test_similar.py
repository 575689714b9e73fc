"""Near-duplicates: the quick search finds what comparing each with each finds."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.knots import find_knots
from argmap.rules.similar import find_similar
from tests.effort import grows_linearly

WORDS = [
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda"),
    *("mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau"),
]


def overlap(first: str, second: str) -> float:
    one, other = set(first.split()), set(second.split())
    return len(one & other) / len(one | other)


@given(st.permutations(WORDS), st.integers(0, 18), st.sampled_from(["more", ""]))
def test_one_word_more_or_less_is_found(words: list[str], at: int, added: str) -> None:
    text = " ".join(words)
    other = " ".join([*words[:at], *([added] if added else []), *words[at + (0 if added else 1) :]])
    assert list(find_similar([text, "quite another text of some words", other])) == [(0, 2)]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12, unique=True), max_size=6))
def test_what_is_found_is_alike(texts: list[list[str]]) -> None:
    joined = [" ".join(words) for words in texts]
    for first, second in find_similar(joined):
        assert first < second
        assert overlap(joined[first], joined[second]) >= 0.9


def test_numbers_negations_and_order_set_texts_apart() -> None:
    base = "the treaty of the two powers was kept by both of the sides for {} years and more than that"
    assert list(find_similar([base.format("ten"), base.format("ten")])) == [(0, 1)]
    assert list(find_similar([base.format(10), base.format(12)])) == []
    assert list(find_similar([base.format("ten"), base.format("not ten")])) == []
    assert list(find_similar(["Russia should fight for Armenia", "Armenia should fight for Russia"])) == []


def test_equal_texts_by_the_thousand_take_no_square_of_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        return lambda: list(find_similar(["the same few words every time"] * size))

    assert len(list(find_similar(["the same few words every time"] * 500))) == 499
    assert grows_linearly(work, 100)


@given(
    st.dictionaries(
        st.integers(0, 9).map(str), st.lists(st.integers(0, 11).map(str), max_size=4), max_size=10
    )
)
def test_knots_are_where_one_comes_back(successors: dict[str, list[str]]) -> None:
    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        queue = list(successors[start])
        for name in queue:
            if name not in seen:
                seen.add(name)
                queue.extend(successors.get(name, []))
        return seen

    circular = {name for name in successors if name in reach(name)}
    knots = find_knots(successors)
    assert {name for knot in knots for name in knot} == circular
    for knot in knots:
        assert all(set(knot) <= reach(name) for name in knot)


def test_a_long_chain_is_no_trouble() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert find_knots(chain) == []
    assert [len(knot) for knot in find_knots({**chain, "50000": ["0"]})] == [50_001]
