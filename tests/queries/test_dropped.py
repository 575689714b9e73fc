"""What was passed over, against a debate whose drops were written down by hand, and as laws."""

import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Rebuttal, Record, Source
from argmap.queries.buckets import Bucket
from argmap.queries.dropped import Drops, find_drops, in_words
from argmap.queries.order import order_of_works
from argmap.queries.select import voices_of
from argmap.queries.spoken import works_of_voices
from argmap.queries.unanswered import find_standing

_Record = TypeVar("_Record", bound=Record)
SPEECHES = Path(__file__).parents[1] / "golden" / "dropped" / "speeches.yaml"
_ROW = re.compile(r"#   \w+ +\w+ +(?P<what>[\w-]+) .* -  +(?P<works>(?: ?\d\w\w)+)$")


@pytest.fixture(scope="module")
def speeches() -> ArgumentMap:
    return argmap.load(SPEECHES)


def drops(drawn: ArgumentMap, *, include_inferred: bool = False, by: str = "") -> Drops:
    standing = find_standing(drawn, include_inferred=include_inferred)
    if not by:
        return standing.drops
    people = voices_of(drawn, by)
    return find_drops(drawn, standing.replies, include_inferred=include_inferred, by=people)


def test_the_drops_of_a_debate_are_those_of_the_table_in_it(speeches: ArgumentMap) -> None:
    rows = filter(None, map(_ROW.match, SPEECHES.read_text(encoding="utf-8").splitlines()))
    expected = {row["what"]: tuple(row["works"].lower().split()) for row in rows}
    assert len(expected) == 4
    assert drops(speeches) == Drops(expected, ())


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("ada", {"topicality", "shops-not-city"}),
        ("ann", {"topicality", "shops-not-city", "measured"}),
        ("aff", {"topicality", "shops-not-city"}),
        ("ben", {"police-report"}),
        ("bea", set()),
    ],
)
def test_who_dropped_what(speeches: ArgumentMap, by: str, expected: set[str]) -> None:
    assert drops(speeches, by=by).passed_over.keys() == expected


def test_what_only_the_editor_sees_counts_when_asked_for(speeches: ArgumentMap) -> None:
    changed = drops(speeches, include_inferred=True).passed_over.keys() ^ drops(speeches).passed_over.keys()
    assert changed == {"topicality", "street-is-street"}


def work(date: str = "", *authors: str) -> Source:
    return Source.model_validate({"title": "A work", "authors": authors, "date": date or None})


def exchange(
    sources: Mapping[str, Source],
    *,
    attack: str | None = "reply",
    sequence: tuple[str, ...] = (),
    people: Mapping[str, Person] | None = None,
) -> ArgumentMap:
    """Bob challenges Ada's claim, which is traced to ``book``, in the work ``attack``."""
    return ArgumentMap(
        info=MapInfo(sequence=sequence),
        people=people or {},
        sources=sources,
        claims={"a": Claim(id="a", by="ada", text="x", source="book")},
        rebuttals={"b": Rebuttal(id="b", by="bob", text="x", aims=["a"], source=attack)},
    )


ADA = Person(name="Ada Lindqvist", aka=("Ада Линдквист",))
DATED = {"book": work("2019"), "reply": work("2020"), "late": work("2021", "ada")}


@pytest.mark.parametrize(
    ("late", "people"),
    [
        (work("2021", "ada"), {"ada": ADA}),
        (work("2021", "Ada Lindqvist"), {"ada": ADA}),
        (work("2021", "Lindqvist, Ada"), {"ada": ADA}),
        (work("2021", "АДА ЛИНДКВИСТ"), {"ada": ADA}),
        (work("2021", "panel"), {"ada": ADA, "panel": Person(name="The panel", members=("ada",))}),
        (work("2021", "eve"), {"ada": Person(name="Us", members=("eve",)), "eve": Person(name="Eve")}),
    ],
    ids=["key", "name", "family name first", "aka", "joint voice", "member"],
)
def test_an_author_speaks_without_saying_anything(late: Source, people: Mapping[str, Person]) -> None:
    found = drops(exchange({**DATED, "late": late}, people=people))
    assert found == Drops({"b": ("late",)}, ())


@pytest.mark.parametrize(
    ("late", "people"),
    [
        (work("2021", "Ada"), {"ada": ADA}),
        (work("2021", "Ada Lindqvist"), {"ada": ADA, "other": ADA}),
        (work("2021", "eve"), {"ada": ADA, "eve": Person(name="Eve")}),
        (work("2018", "ada"), {"ada": ADA}),
    ],
    ids=["a part of the name", "two of one name", "somebody else", "earlier"],
)
def test_who_did_not_speak_later_dropped_nothing(late: Source, people: Mapping[str, Person]) -> None:
    assert drops(exchange({**DATED, "late": late}, people=people)) == Drops({}, ())


@pytest.mark.parametrize(
    "unclear",
    [
        exchange({**DATED, "reply": work("")}, people={"ada": ADA}),
        exchange(DATED, attack=None, people={"ada": ADA}),
        exchange({**DATED, "late": work("2020", "ada")}, people={"ada": ADA}),
        exchange({**DATED, "late": work("", "ada")}, people={"ada": ADA}),
        exchange(DATED, people={"ada": ADA}, sequence=("book", "reply"), attack="elsewhere"),
    ],
    ids=["no date", "no source", "the same year", "no date of what came after", "no such work"],
)
def test_what_cannot_be_placed_is_told(unclear: ArgumentMap) -> None:
    assert drops(unclear) == Drops({}, ("b",))


def test_one_work_is_never_later_than_itself() -> None:
    assert drops(exchange({"book": work()}, attack="book")) == Drops({}, ())


def test_the_sequence_outweighs_dates() -> None:
    reverse = exchange(DATED, people={"ada": ADA}, sequence=("late", "book", "reply"))
    assert drops(reverse) == Drops({}, ())


def test_words() -> None:
    assert in_words(["2AC", "1AR"]) == "passed over in 2AC and 1AR"
    assert in_words([]) == ""


_PEOPLE = {
    "ada": Person(name="Ada"),
    "bob": Person(name="Bob"),
    "eve": Person(name="Eve"),
    "two": Person(name="Two", members=("ada", "eve")),
}
_WORKS = [f"w{number}" for number in range(6)]


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """Any claims and rebuttals of any works, some of which have a date or a place in the sequence."""
    speakers, works = st.sampled_from([*_PEOPLE]), st.sampled_from(_WORKS)
    claims = [f"c{number}" for number in range(draw(st.integers(1, 3)))]
    rebuttals = [f"r{number}" for number in range(draw(st.integers(1, 6)))]

    def said(key: str) -> dict[str, object]:
        inferred = draw(st.sampled_from(["stated", "stated", "stated", "inferred"]))
        source = draw(st.none() | works)
        return {"id": key, "by": draw(speakers), "text": "x", "source": source, "basis": inferred}

    def rebuttal(key: str) -> Rebuttal:
        aims = draw(st.lists(st.sampled_from(claims + rebuttals), min_size=1, max_size=2, unique=True))
        marks = {"conceded": "w0"} if draw(st.integers(0, 5)) == 0 else {}
        return Rebuttal.model_validate({**said(key), "attacks": aims, **marks})

    dates = st.sampled_from(["", "2019", "2020", "2020-05-01", "2021"])
    authors = st.lists(speakers, max_size=1)
    return ArgumentMap(
        info=MapInfo(sequence=tuple(draw(st.lists(works, unique=True)))),
        people=_PEOPLE,
        sources={key: work(draw(dates), *draw(authors)) for key in _WORKS},
        claims={key: Claim.model_validate(said(key)) for key in claims},
        rebuttals={key: rebuttal(key) for key in rebuttals},
    )


@given(drawn=debates(), include_inferred=st.booleans())
def test_a_reply_ends_a_drop(drawn: ArgumentMap, *, include_inferred: bool) -> None:
    found = drops(drawn, include_inferred=include_inferred)
    for key in (*found.passed_over, *found.unplaced):
        reply = Rebuttal(id="new", by="eve", text="x", aims=[key])
        longer = ArgumentMap(
            drawn.info, drawn.people, drawn.sources, drawn.claims, {**drawn.rebuttals, "new": reply}
        )
        after = drops(longer, include_inferred=include_inferred)
        assert key not in after.passed_over
        assert key not in after.unplaced


@given(drawn=debates(), include_inferred=st.booleans())
def test_what_is_dropped_is_unanswered(drawn: ArgumentMap, *, include_inferred: bool) -> None:
    standing = find_standing(drawn, include_inferred=include_inferred)
    for key in (*standing.drops.passed_over, *standing.drops.unplaced):
        assert standing.buckets.get(key, Bucket.OPEN) is Bucket.OPEN
        assert not standing.replies.get(key)


@given(drawn=debates(), chance=st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(drawn: ArgumentMap, chance: random.Random) -> None:
    shuffled = ArgumentMap(
        drawn.info,
        _shuffled(drawn.people, chance),
        _shuffled(drawn.sources, chance),
        _shuffled(drawn.claims, chance),
        _shuffled(drawn.rebuttals, chance),
    )
    one, other = drops(drawn), drops(shuffled)
    assert one.passed_over == other.passed_over
    assert sorted(one.unplaced) == sorted(other.unplaced)


def _shuffled(records: Mapping[str, _Record], chance: random.Random) -> dict[str, _Record]:
    keys = list(records)
    chance.shuffle(keys)
    return {key: records[key] for key in keys}


@given(debates())
def test_who_has_no_later_work_dropped_nothing(drawn: ArgumentMap) -> None:
    order, spoken = order_of_works(drawn), works_of_voices(drawn)
    for person in _PEOPLE:
        for key, works in drops(drawn, by=person).passed_over.items():
            source = drawn.rebuttals[key].source
            assert source
            assert works
            assert all(order.is_later(one, source.work) for one in works)
            assert set(works) <= {
                work for voice in voices_of(drawn, person) for work in spoken.get(voice, ())
            }
