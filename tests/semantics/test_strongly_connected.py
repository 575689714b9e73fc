"""Strongly connected components, by their definition."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.strongly_connected import cyclic_components


@given(
    st.dictionaries(
        st.integers(0, 9).map(str), st.lists(st.integers(0, 11).map(str), max_size=4), max_size=10
    )
)
def test_cyclic_components_are_where_one_comes_back(successors: dict[str, list[str]]) -> None:
    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        queue = list(successors[start])
        for name in queue:
            if name not in seen:
                seen.add(name)
                queue.extend(successors.get(name, []))
        return seen

    circular = {name for name in successors if name in reach(name)}
    components = cyclic_components(successors)
    assert {name for component in components for name in component} == circular
    for component in components:
        assert all(set(component) <= reach(name) for name in component)


def test_a_long_chain_is_no_trouble() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert cyclic_components(chain) == []
    assert [len(component) for component in cyclic_components({**chain, "50000": ["0"]})] == [50_001]
