"""Who is one person in a store: the same who becomes one where maps are merged."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("duckdb")

from argmap.argument_map import ArgumentMap
from argmap.corpus.buckets import find_buckets
from argmap.corpus.counting import count
from argmap.corpus.rows import Source as Origination
from argmap.corpus.rows import rows_of
from argmap.formats.merge import merge_maps
from argmap.model import Origin, Person, Source
from tests.corpus.stores import opened

_NAMES = ("Ada", "Bo")
_TOLD = [
    Person(name=name, note=note, hypothetical=imagined)
    for name, note, imagined in product(_NAMES, (None, "n"), (False, True))
]
_VOICES = [Person(name="We", members=("p0",)), Person(name="We", members=("p0", "p1"))]


def _map(file: str, people: list[Person]) -> ArgumentMap:
    imported = [one.model_copy(update={"origin": Origin(file=file)}) for one in people]
    return ArgumentMap(people={f"p{number}": one for number, one in enumerate(imported)})


def _who(argument_map: ArgumentMap) -> dict[str, str]:
    rows, _ = rows_of(argument_map, Origination("map", "0"), 1, 1)
    return {str(row[2]): str(row[4]) for row in rows["people"]}


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    singles = draw(st.lists(st.sampled_from(_TOLD), min_size=2, max_size=4))
    return singles + draw(st.lists(st.sampled_from(_VOICES), max_size=2))


@given(st.lists(people(), min_size=2, max_size=3))
def test_a_store_has_as_many_people_as_the_merged_map(drawn: list[list[Person]]) -> None:
    maps = [_map(f"f{number}", each) for number, each in enumerate(drawn)]
    in_store = {who for each in maps for who in _who(each).values()}
    assert len(in_store) == len(merge_maps(maps).people)


def test_a_mere_name_is_a_mere_name_and_a_file_counts_for_nothing() -> None:
    first, second = (_map(file, [Person(name="Fiona Bruce")]) for file in "ab")
    assert _who(first) == _who(second) == {"p0": "fiona-bruce"}


@pytest.mark.parametrize("fields", [{"note": "n"}, {"hypothetical": True}, {"aka": ("A",)}])
def test_who_is_told_more_of_is_somebody_else(fields: dict[str, object]) -> None:
    known = Person.model_validate({"name": "Ada", **fields})
    assert _who(_map("a", [known]))["p0"].startswith("ada-")


def test_voices_in_a_circle_are_told() -> None:
    circle = {"a": Person(name="A", members=("b",)), "b": Person(name="B", members=("a",))}
    assert len(set(_who(ArgumentMap(people=circle)).values())) == 2


def test_works_of_several_maps_are_counted_once() -> None:
    work = Source(title="Minutes", date="2025")
    maps = [ArgumentMap(sources={"a": work}), ArgumentMap(sources={"b": work, "c": work})]
    with opened(*maps) as engine:
        find_buckets(engine)
        assert count(engine).numbers["sources"] == len(merge_maps(maps).sources) == 2
