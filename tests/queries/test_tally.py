"""One count of what a person said, met with and has to answer, whatever shows it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.model import Basis, Person
from argmap.queries.find import Match, Thing
from argmap.queries.select import Selection, voices_of
from argmap.queries.stats import count
from argmap.queries.tally import Counts, tally
from argmap.queries.unanswered import find_standing
from argmap.render.html.document import Standings, document
from argmap.render.html.voices import Voice
from argmap.render.maps import diagram_of
from argmap.render.people import People
from argmap.render.views import view_of
from argmap.report.show import print_matches
from argmap.report.show_json import show_document
from argmap.report.stats import print_stats
from tests.maps import argument_maps
from tests.sketch import sketch

INFERRED_TARGET = "ada: a [inferred]\nbob: b -> a"
BOTH = {
    "ada": Person(name="Ada"),
    "bob": Person(name="Bob"),
    "both": Person(name="Both", members=("ada", "bob")),
}
ALL = Selection(include_inferred=True)


def counts(argument_map: ArgumentMap, *, include_inferred: bool = False) -> dict[str, Counts]:
    standing = find_standing(argument_map, include_inferred=include_inferred)
    return {key: each.counts for key, each in tally(argument_map, standing).items()}


@pytest.mark.parametrize(
    ("text", "include_inferred", "expected"),
    [
        ("ada: a\nbob: b -> a", False, Counts("ada", claims=1, challenged=1, owes=1)),
        (INFERRED_TARGET, False, Counts("ada", claims=1, inferred_claims=1, challenged=1, owes=1)),
        ("ada: a [inferred]", False, Counts("ada", claims=1, inferred_claims=1)),
        ("ada: a\nbob: b -> a [inferred]", False, Counts("ada", claims=1)),
        ("ada: a\nbob: b -> a [inferred]", True, Counts("ada", claims=1, challenged=1)),
        ("ada: a < i=p\nada: p\nbob: b -| i", False, Counts("ada", claims=2, challenged=1, owes=1)),
        ("bob: b\nada: a -> b", False, Counts("ada", made=1, owed=1)),
        ("bob: b\nada: a -> b [inferred]", True, Counts("ada", inferred_rebuttals=1)),
        ("bob: b\nada: a -> b\nbob: c -> a [inferred]", False, Counts("ada", made=1, owed=1)),
        ("bob: b\nada: a -> b\nbob: c -> a [inferred]", True, Counts("ada", made=1)),
        ("bob: b\nada: a -> b\nbob: c -> a", False, Counts("ada", made=1)),
    ],
)
def test_what_counts(text: str, include_inferred: bool, expected: Counts) -> None:  # noqa: FBT001
    assert counts(sketch(text), include_inferred=include_inferred)["ada"] == expected


def test_a_joint_voice_counts_for_each_of_its_members_once() -> None:
    found = counts(sketch("both: a\nada: c\neve: b -> a,c", BOTH))
    assert found["both"] == Counts("both", claims=1, challenged=1, owes=1)
    assert found["bob"] == Counts("bob", claims=1, challenged=1, owes=1)
    assert found["ada"] == Counts("ada", claims=2, challenged=2, owes=1)


def test_of_a_part_only_what_it_shows_counts() -> None:
    drawn = sketch("ada: a\nada: p\nada: q [inferred]\nbob: b -> a")
    standing = find_standing(drawn)
    assert tally(drawn, standing, ["a", "b"])["ada"].claims == ("a",)
    assert tally(drawn, standing, ["a", "p", "b"])["ada"].claims == ("a", "p", "q")


@st.composite
def maps_with_joint_voices(draw: st.DrawFn) -> ArgumentMap:
    """Maps in which some people speak for others, under names that can be read off a page."""
    drawn = draw(argument_maps())
    keys = list(drawn.people)
    some = st.lists(st.sampled_from(keys), unique=True) if keys else st.nothing()
    people = {key: Person(name=f"Person {key}", members=tuple(draw(some))) for key in keys}
    return replace(drawn, people=people)


def text_of(show: Callable[[Console], None]) -> str:
    file = StringIO()
    show(Console(file=file, width=4000, no_color=True))
    return file.getvalue()


def read(pattern: str, words: str) -> int:
    found = re.search(pattern, words)
    return int(found[1]) if found else 0


def shown_by_stats(argument_map: ArgumentMap) -> dict[str, list[int]]:
    """Read the table of people: claims, challenged, made, owes, owed."""
    printed = text_of(lambda console: print_stats(argument_map, count(argument_map), console))
    rows = re.findall(r"^Person (\S+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$", printed, re.MULTILINE)
    return {key: [int(number) for number in numbers] for key, *numbers in rows}


def shown_on_page(argument_map: ArgumentMap, person: str) -> list[int]:
    match = Match(Thing.PERSON, person)
    printed = text_of(lambda console: print_matches(argument_map, [match], console))
    line = next(line for line in printed.splitlines() if " challenged · " in line)
    return [
        read(pattern, line)
        for pattern in (
            r"^(\d+) claim",
            r"\((\d+) inferred\)",
            r"(\d+) challenged",
            r"(\d+) challenges? or repl",
            r"owes (\d+)",
            r"is owed (\d+)",
        )
    ]


def shown_in_boxes(argument_map: ArgumentMap, selection: Selection) -> dict[str, list[int]]:
    shown = view_of(argument_map, "people", selection)
    assert isinstance(shown, People)
    patterns = (r"(\d+) claim", r"\((\d+) inferred\)", r"(\d+) challenged", r"(\d+) challenges? made")
    return {
        box.id: [
            *(read(pattern, box.done) for pattern in patterns),
            read(r"owes (\d+)", box.due),
            read(r"is owed (\d+)", box.due),
        ]
        for box in shown.boxes
    }


def handed_to_viewer(argument_map: ArgumentMap, selection: Selection) -> Mapping[str, list[dict[str, Any]]]:
    diagram = diagram_of(argument_map, selection)
    voices: dict[str | None, Voice] = {None: Voice("none", "#bbbbbb")}
    people: Any = document(
        argument_map, diagram, Standings.of(argument_map), voices, Bibliography(argument_map)
    )["people"]
    return {person["id"]: person["tally"] for person in people}


def numbers(found: Counts) -> list[int]:
    return [found.claims, found.inferred_claims, found.challenged, found.made, found.owes, found.owed]


@given(maps_with_joint_voices())
def test_every_surface_shows_the_same_numbers(argument_map: ArgumentMap) -> None:
    stated, whole = counts(argument_map), counts(argument_map, include_inferred=True)
    table = shown_by_stats(argument_map)
    assert count(argument_map).by_person == tuple(filter(None, stated.values()))
    for person, found in stated.items():
        assert table.get(person, [0] * 5) == [*numbers(found)[:1], *numbers(found)[2:]]
        assert shown_on_page(argument_map, person) == numbers(found)
    for person, shown in shown_in_boxes(argument_map, Selection()).items():
        assert shown == numbers(stated[person])
    for person, shown in shown_in_boxes(argument_map, ALL).items():
        assert shown == numbers(whole[person])


@given(maps_with_joint_voices())
def test_documents_hold_the_same_numbers(argument_map: ArgumentMap) -> None:
    stated, whole = counts(argument_map), counts(argument_map, include_inferred=True)
    matches = [Match(Thing.PERSON, person) for person in stated]
    shown: Any = show_document(argument_map, matches)["matches"]
    for person in shown:
        found = stated[person["id"]]
        assert person["counts"] == asdict(found)
        lists = [len(person[name]) for name in ("claims", "rebuttals", "owes", "owed")]
        assert lists == [found.claims, found.made + found.inferred_rebuttals, found.owes, found.owed]
    for selection in (Selection(), ALL):
        for person, handed in handed_to_viewer(argument_map, selection).items():
            told = [{**each, "owes": len(each["owes"]), "owed": len(each["owed"])} for each in handed]
            assert told == [
                {name: number for name, number in asdict(each[person]).items() if name != "person"}
                for each in (stated, whole)
            ]


@given(maps_with_joint_voices())
def test_the_claims_are_those_that_a_selection_by_the_person_finds(argument_map: ArgumentMap) -> None:
    for person, found in counts(argument_map).items():
        voices = voices_of(argument_map, person)
        own = [claim for claim in argument_map.claims.values() if claim.by in voices]
        assert found.claims == len(own)
        assert found.inferred_claims == sum(claim.basis is Basis.INFERRED for claim in own)
        assert found.challenged <= found.claims
        assert found.owed <= found.made
