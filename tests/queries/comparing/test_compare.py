"""A map is told what is otherwise than in the key, each thing by its name, and nothing else."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.queries.comparing.alignment import Alignment, Pair, Trust, Way
from argmap.queries.comparing.compare import Comparison, compare_with_key
from argmap.queries.comparing.faults import FaultKind, find_faults
from argmap.queries.comparing.relations import relations_of
from argmap.queries.comparing.scores import Score
from argmap.queries.comparing.split_and_merged import Divided, Division
from tests.growth import growth, is_linear
from tests.maps import argument_maps
from tests.queries.comparing.readings import Reading, map_of, readings

KEY = """
claims:
  - {id: close, by: ada, text: Market Street should be closed to cars., because: [[air, people], shops]}
  - {id: air, by: ada, text: Without traffic everybody breathes more easily.}
  - {id: people, by: ada, text: Residents suffer from asthma and coughs.}
  - {id: shops, by: ada, text: Retailers gain customers where pedestrians stroll., because: towns}
  - {id: towns, by: ada, text: Twelve Danish towns measured their turnover.}
rebuttals:
  - {id: deliveries, by: boris, attacks: close, text: Deliveries must reach every warehouse.}
  - {id: night, by: ada, attacks: deliveries, kind: undermine, text: Lorries may come before dawn.}
  - {id: small, by: boris, attacks: close/2, kind: undercut, text: Only villages profited from such bans.}
"""


def read(text: str) -> ArgumentMap:
    loaded = argmap.assemble([argmap.read_text("map.yaml", None, text)])
    assert not loaded.errors, loaded.errors
    return loaded.map


def swapped(*swaps: tuple[str, str]) -> str:
    text = KEY
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


def changed(*swaps: tuple[str, str]) -> Comparison:
    return compare_with_key(read(KEY), read(swapped(*swaps)))


def test_a_map_is_as_itself() -> None:
    comparison = changed()
    assert comparison.faults == ()
    assert {score.f1 for score in comparison.scores.values()} == {1.0}


@given(argument_maps())
def test_any_map_is_as_itself(argument_map: ArgumentMap) -> None:
    comparison = compare_with_key(argument_map, argument_map)
    assert comparison.faults == ()
    assert {score.f1 for score in comparison.scores.values()} <= {1.0, None}
    assert {pair.way for pair in comparison.alignment.pairs} <= {Way.ID}


@given(argument_maps(), argument_maps())
def test_no_statement_stands_in_two_pairs(key: ArgumentMap, other: ArgumentMap) -> None:
    comparison = compare_with_key(key, other)
    pairs = comparison.alignment.pairs
    assert len({pair.key for pair in pairs}) == len({pair.other for pair in pairs}) == len(pairs)
    assert {*(pair.key for pair in pairs), *comparison.alignment.missing} == set(key.statements)
    assert {*(pair.other for pair in pairs), *comparison.alignment.surplus} == set(other.statements)
    for score in comparison.scores.values():
        assert min(score.found, score.missing, score.surplus) >= 0
        assert all(share is None or 0 <= share <= 1 for share in (score.precision, score.recall, score.f1))


def test_other_ids_are_no_fault() -> None:
    names = ("close", "air", "people", "shops", "towns", "deliveries", "night", "small")
    framed = [(before, after) for before in (": ", "[", ", ") for after in (",", "]", "}", "/")]
    swaps = [
        (f"{before}{name}{after}", f"{before}s{number}{after}")
        for number, name in enumerate(names)
        for before, after in framed
    ]
    comparison = changed(*(swap for swap in swaps if swap[0] in KEY))
    assert len(comparison.alignment.pairs) == len(names)
    assert {pair.way for pair in comparison.alignment.pairs} == {Way.TEXT}
    assert not comparison.faults


TOWNS = "  - {id: towns, by: ada, text: Twelve Danish towns measured their turnover.}\n"
SMALL = KEY.splitlines(keepends=True)[-1]
DROP = (", because: towns", "")
Swaps = tuple[tuple[str, str], ...]

FAULTS: dict[FaultKind, tuple[Swaps, Swaps]] = {
    FaultKind.WRONG_TARGET: ((), (("attacks: close,", "attacks: air,"),)),
    FaultKind.WRONG_KIND: ((), (("kind: undermine", "kind: rebut"),)),
    FaultKind.WRONG_WAY: ((), (DROP, ("turnover.}", "turnover., because: shops}"))),
    FaultKind.REASON_FOR_ATTACK: (
        (("attacks: close,", "attacks: [close, air],"),),
        (("more easily.}", "more easily., because: deliveries}"),),
    ),
    FaultKind.ATTACK_FOR_REASON: (
        (("turnover.}", "turnover., because: small}"),),
        (("attacks: close/2, kind", "attacks: [close/2, {target: towns, kind: rebut}], kind"),),
    ),
    FaultKind.MISSED_UNDERCUT: ((), ((SMALL, ""),)),
    FaultKind.MISSING_ATTACK: ((("attacks: close,", "attacks: [close, air],"),), ()),
    FaultKind.WRONG_CONCLUSION: ((), (DROP, ("more easily.}", "more easily., because: towns}"))),
    FaultKind.NOT_LINKED: ((), (("[air, people]", "air, people"), ("close/2", "close/3"))),
    FaultKind.LINKED: (
        (("[[air, people], shops]", "[air, people, shops]"), ("close/2", "close/3")),
        (),
    ),
    FaultKind.MISSING_REASON: ((), (DROP,)),
    FaultKind.MISSING_STATEMENT: ((), (DROP, (TOWNS, ""))),
    FaultKind.SURPLUS_ATTACK: ((), (("attacks: close,", "attacks: [close, air],"),)),
    FaultKind.SURPLUS_REASON: ((), (("and coughs.}", "and coughs., because: towns}"),)),
    FaultKind.SURPLUS_STATEMENT: (
        (),
        (("rebuttals:", "  - {id: parks, by: ada, text: Playgrounds could be built.}\nrebuttals:"),),
    ),
}


def test_every_fault_is_tried() -> None:
    assert set(FAULTS) == set(FaultKind)


@pytest.mark.parametrize("kind", FAULTS)
def test_a_planted_mistake_is_named(kind: FaultKind) -> None:
    in_key, in_map = FAULTS[kind]
    comparison = compare_with_key(read(swapped(*in_key)), read(swapped(*in_map)))
    assert [fault.kind for fault in comparison.faults] == [kind]
    assert not comparison.faults[0].is_doubtful
    assert any(score.f1 != 1 for score in comparison.scores.values())


def test_a_doubtful_pair_makes_what_hangs_on_it_doubtful() -> None:
    comparison = changed(
        ("id: small", "id: villages"),
        ("Only villages profited from such bans.", "Such measures were of real use to small villages alone."),
        ("close/2, kind: undercut", "shops"),
    )
    (fault,) = comparison.faults
    assert (fault.kind, fault.is_doubtful) == (FaultKind.WRONG_TARGET, True)
    pair = next(pair for pair in comparison.alignment.pairs if pair.key == "small")
    assert (pair.way, pair.trust) == (Way.TEXT, Trust.DOUBTFUL)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("must reach every", "must not reach every", "negation"),
        (
            "Twelve Danish towns measured their turnover.",
            "12 Danish towns measured their turnover.",
            "number",
        ),
    ],
)
def test_a_negation_or_another_number_makes_a_pair_doubtful(old: str, new: str, why: str) -> None:
    comparison = changed((old, new), ("towns", "places"), ("deliveries", "goods"))
    (pair,) = comparison.alignment.doubtful
    assert why in pair.why


def test_an_id_with_other_words_means_nothing() -> None:
    comparison = changed(("id: air", "id: night2"), ("[air,", "[night2,"), ("id: night,", "id: air,"))
    names = {pair.key: pair.other for pair in comparison.alignment.pairs}
    assert (names["air"], names["night"]) == ("night2", "air")
    assert not comparison.faults


def test_ids_that_stand_for_each_other_are_not_believed() -> None:
    comparison = changed(("id: air,", "id: x,"), ("id: people,", "id: air,"), ("id: x,", "id: people,"))
    assert comparison.faults == ()
    assert comparison.alignment.names["air"] == "people"


@given(readings(2, may_repeat=False))
def test_what_is_in_the_map_is_not_missing(read_so: list[Reading]) -> None:
    key, other = read_so
    comparison = compare_with_key(map_of(key), map_of(other, "other{}"))
    assert comparison.alignment.missing == tuple(
        name for name in comparison.key.statements if not other[int(name[1:])]
    )
    for name, one in (("attacks", attacks_in), ("reasons", reasons_in)):
        score = comparison.scores[name]
        ours, theirs = one(comparison.key, "s"), one(comparison.other, "other")
        assert score == Score(len(ours & theirs), len(ours - theirs), len(theirs - ours))
    assert bool(comparison.faults) != (said_in(map_of(key)) == said_in(map_of(other)))


def said_in(argument_map: ArgumentMap) -> tuple[set[object], ...]:
    """Give all but the words."""
    return (
        set(argument_map.statements),
        {(one.rebuttal, one.target, one.kind) for one in argument_map.attacks},
        {(frozenset(step.premises), step.conclusion) for step in argument_map.inferences.values()},
    )


def attacks_in(argument_map: ArgumentMap, stem: str) -> set[tuple[str, str]]:
    return {(one.rebuttal.removeprefix(stem), one.target.removeprefix(stem)) for one in argument_map.attacks}


def reasons_in(argument_map: ArgumentMap, stem: str) -> set[tuple[str, str]]:
    return {
        (premise.removeprefix(stem), step.conclusion.removeprefix(stem))
        for step in argument_map.inferences.values()
        for premise in step.premises
    }


def test_nothing_is_not_called_right() -> None:
    nothing = read("claims: []")
    assert "nothing was compared" in str(argmap.compare(nothing, nothing))


def test_a_quote_at_its_place_is_recognised() -> None:
    key = 'claims: [{id: a, text: One thing, quote: "as plain as day", source: "w, p. 3"}]'
    other = 'claims: [{id: x, text: Else, quote: "As plain as day", source: "v, p. 3"}]'
    (pair,) = compare_with_key(read(key), read(other)).alignment.pairs
    assert (pair.key, pair.other, pair.way, pair.trust) == ("a", "x", Way.QUOTE, Trust.SURE)


def test_what_is_split_and_merged_is_guessed() -> None:
    whole = "claims: [{id: a, text: 'Cars poison the air, and children cannot play outside'}]"
    parts = "claims: [{id: x, text: Cars poison the air}, {id: y, text: Children cannot play outside}]"
    (hint,) = compare_with_key(read(whole), read(parts)).divided
    assert (hint.division, hint.key, set(hint.other)) == (Division.SPLIT, ("a",), {"x", "y"})
    (hint,) = compare_with_key(read(parts), read(whole)).divided
    assert isinstance(hint, Divided)
    assert (hint.division, set(hint.key), hint.other) == (Division.MERGED, {"x", "y"}, ("a",))


def test_the_work_is_in_proportion_to_what_is_compared() -> None:
    def work(size: int) -> Callable[[], object]:
        def steps(order: Iterable[int]) -> list[Claim]:
            return [Claim(id=f"c{n}", text="T", because=[[f"p{n}", f"q{n}"]]) for n in order]

        premises = [Claim(id=f"{side}{n}", text="T") for side in "pq" for n in range(size)]
        key, other = (
            ArgumentMap(claims={one.id: one for one in (*steps(order), *premises)})
            for order in (range(size), reversed(range(size)))
        )
        pairs = tuple(Pair(name, name, Way.ID, Trust.SURE, 1.0) for name in key.statements)
        alignment = Alignment(pairs, (), ())
        ours, theirs = relations_of(key), relations_of(other)
        return lambda: find_faults(alignment, ours, theirs)

    assert is_linear(growth(work, 100))
