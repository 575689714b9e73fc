"""Who owes a reply, and who is not there to give one."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import Person
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.owing import aimed_at, is_against_hypothetical, owed_by
from argmap.queries.tally import tally
from argmap.queries.unanswered import choose, find_standing, part_by_hearers
from tests.maps import argument_maps
from tests.sketch import sketch

Record = TypeVar("Record")
IMAGINED = {"eve": Person(name="Some say", hypothetical=True)}


@pytest.mark.parametrize(
    ("text", "owing", "unheard"),
    [
        ("ada: a\nbob: b -> a", ("ada",), False),
        ("eve: a\nbob: b -> a", (), True),
        ("eve: a\nada: c\nbob: b -> a,c", ("ada",), False),
        ("eve: a < i=p\nada: p\nbob: b -| i", (), True),
    ],
)
def test_who_owes_the_reply(text: str, owing: tuple[str, ...], unheard: bool) -> None:  # noqa: FBT001
    drawn = sketch(text, IMAGINED)
    assert owed_by(drawn, drawn.rebuttals["b"]) == owing
    assert is_against_hypothetical(drawn, drawn.rebuttals["b"]) is unheard
    assert set(owing) <= set(aimed_at(drawn, drawn.rebuttals["b"]))


def test_what_nobody_is_there_to_answer_is_open_but_waits_for_nobody() -> None:
    drawn = sketch("eve: a\nbob: b -> a\nada: c\nbob: d -> c", IMAGINED)
    standing = find_standing(drawn)
    assert standing.buckets["b"] in NEEDS_REPLY
    assert part_by_hearers(drawn, ["b", "d"]) == (["d"], ["b"])
    counted = tally(drawn, standing)
    assert (counted["eve"].owes, counted["bob"].owed) == ((), ("d",))


@st.composite
def maps_and_people(draw: st.DrawFn) -> tuple[ArgumentMap, str]:
    """Maps in which nobody is imagined, and somebody of each."""
    drawn = draw(argument_maps().filter(lambda one: bool(one.people)))
    people = {key: Person(name=f"Person {key}") for key in drawn.people}
    return replace(drawn, people=people), draw(st.sampled_from(sorted(people)))


def imagining(argument_map: ArgumentMap, person: str) -> ArgumentMap:
    """Say of a person of a map that it is only imagined."""
    known = argument_map.people[person].model_copy(update={"hypothetical": True})
    return replace(argument_map, people={**argument_map.people, person: known})


def debts(argument_map: ArgumentMap) -> Mapping[str, tuple[str, ...]]:
    return {key: each.owes for key, each in tally(argument_map, find_standing(argument_map)).items()}


@given(maps_and_people())
def test_to_be_imagined_takes_away_the_own_debts_alone(drawn: tuple[ArgumentMap, str]) -> None:
    before, person = drawn
    after = imagining(before, person)
    assert debts(after) == {**debts(before), person: ()}
    for key, rebuttal in before.rebuttals.items():
        left = tuple(one for one in owed_by(before, rebuttal) if one != person)
        assert owed_by(after, after.rebuttals[key]) == left
    assert not any(choose(after, find_standing(after), after.statements, debtors=[person]).values())


@given(maps_and_people())
def test_to_be_imagined_changes_no_bucket(drawn: tuple[ArgumentMap, str]) -> None:
    before, person = drawn
    was, now = find_standing(before), find_standing(imagining(before, person))
    assert (was.buckets, was.replies, was.challenged) == (now.buckets, now.replies, now.challenged)


def dues(argument_map: ArgumentMap) -> dict[str, tuple[set[str], set[str]]]:
    found = tally(argument_map, find_standing(argument_map))
    return {key: (set(one.owes), set(one.owed)) for key, one in found.items()}


def _shuffled(records: Mapping[str, Record], random: Random) -> dict[str, Record]:
    keys = list(records)
    random.shuffle(keys)
    return {key: records[key] for key in keys}


@given(argument_maps(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nobodys_debts(argument_map: ArgumentMap, random: Random) -> None:
    shuffled = replace(
        argument_map,
        people=_shuffled(argument_map.people, random),
        claims=_shuffled(argument_map.claims, random),
        rebuttals=_shuffled(argument_map.rebuttals, random),
    )
    assert dues(shuffled) == dues(argument_map)
    for key, rebuttal in argument_map.rebuttals.items():
        unheard = is_against_hypothetical(argument_map, rebuttal)
        assert is_against_hypothetical(shuffled, shuffled.rebuttals[key]) is unheard
