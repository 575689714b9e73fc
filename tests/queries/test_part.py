"""A part of a map: what is in it, what is not, and that it is a map."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.load import load, read_map
from argmap.files.map_text.write_map import write_document
from argmap.model import Claim, MapInfo, Rebuttal
from argmap.queries.part import part_of
from tests.effort import grows_linearly
from tests.examples import examples
from tests.maps import argument_maps

MAP = """\
map:
  title: Rain
  tags: {sky: What is above, street: What is below}
people:
  ann: {name: Ann}
  bo: {name: Bo}
  both: {name: Both, members: [ann, bo]}
  cy: {name: Cy}
sources:
  paper: {title: Paper}
  other: {title: Other}
claims:
  - id: wet
    text: The street is wet.
    by: both
    tags: [street]
    source: paper
    because:
      - {id: linked, premises: [rain, roof]}
      - [rain]
  - {id: rain, text: It rains., tags: [sky], restates: [drops]}
  - {id: roof, text: There is no roof.}
  - {id: drops, text: Drops fall.}
rebuttals:
  - {id: dry, text: It is dry., by: cy, attacks: wet, conceded: other}
  - {id: sprinkler, text: A sprinkler would do., attacks: linked, kind: undercut}
  - {id: irrelevant, text: Dry air is no dry street., attacks: dry, kind: undercut}
  - id: hose
    text: It was a hose.
    attacks:
      - {target: rain, id: hose-on-rain, with: [roof]}
      - dry
  - {id: no-hose, text: The hose was off., attacks: hose-on-rain, kind: undercut}
"""


@pytest.fixture
def rain(tmp_path: Path) -> ArgumentMap:
    path = tmp_path / "map.yaml"
    path.write_text(MAP, encoding="utf-8")
    return load(path)


def attacks(argument_map: ArgumentMap) -> list[tuple[str, str]]:
    return [(attack.rebuttal, attack.target) for attack in argument_map.attacks]


def test_an_inference_needs_all_its_premises(rain: ArgumentMap) -> None:
    part = part_of(rain, ["wet", "rain"])
    assert [(step.id, step.premises) for step in part.map.inferences.values()] == [("wet/2", ("rain",))]
    assert (part.inferences, part.attacks) == (1, 0)


def test_people_sources_and_tags_are_those_of_the_statements(rain: ArgumentMap) -> None:
    part = part_of(rain, ["wet"]).map
    assert list(part.people) == ["ann", "bo", "both"]
    assert list(part.sources) == ["paper"]
    assert part.info == MapInfo(title="Rain", tags={"street": "What is below"})
    assert list(part_of(rain, ["wet", "dry"]).map.sources) == ["paper", "other"]


def test_a_rebuttal_without_its_target_is_a_claim(rain: ArgumentMap) -> None:
    part = part_of(rain, ["dry", "irrelevant"])
    assert part.map.claims["dry"] == Claim(id="dry", text="It is dry.", by="cy")
    assert list(part.map.claims) == ["dry", "irrelevant"]
    assert part.attacks == 2, "to undercut an attack that is not there hits nothing"
    assert list(part_of(rain, ["rain", "irrelevant", "dry", "wet"]).map.rebuttals) == ["dry", "irrelevant"]


def test_an_undercut_needs_its_inference(rain: ArgumentMap) -> None:
    assert attacks(part_of(rain, ["wet", "rain", "sprinkler"]).map) == []
    assert attacks(part_of(rain, ["wet", "rain", "roof", "sprinkler"]).map) == [("sprinkler", "linked")]


def test_partners_belong_to_an_attack_and_named_attacks_to_those_on_them(rain: ArgumentMap) -> None:
    part = part_of(rain, ["rain", "hose", "dry", "no-hose"])
    assert attacks(part.map) == [("hose", "dry")]
    assert part.attacks == 3
    part = part_of(rain, ["rain", "roof", "hose", "no-hose"])
    assert attacks(part.map) == [("hose", "rain"), ("no-hose", "hose")]


def test_restatements_stay_among_the_statements(rain: ArgumentMap) -> None:
    assert part_of(rain, ["rain"]).map.claims["rain"].restates == ()
    assert part_of(rain, ["rain", "drops"]).map.claims["rain"].restates == ("drops",)


def test_all_statements_are_the_whole_map(rain: ArgumentMap) -> None:
    part = part_of(rain, list(rain.statements))
    assert part.map == rain
    assert (part.inferences, part.attacks) == (0, 0)


@settings(max_examples=examples(100), deadline=None)
@given(argument_maps(), st.data())
def test_a_part_is_a_map_with_the_same_relations(
    tmp_path_factory: pytest.TempPathFactory, whole: ArgumentMap, data: st.DataObject
) -> None:
    chosen = [key for key in whole.statements if data.draw(st.booleans())]
    part = part_of(whole, chosen).map
    assert set(part.statements) == set(chosen)
    assert part.inferences.items() <= whole.inferences.items()
    # Of two aims at one target the map keeps the first, which may need a partner that the part lacks.
    alike = {key for key, one in whole.rebuttals.items() if len(set(one.attacks)) < len(one.attacks)}
    assert {attack for attack in part.attacks if attack.rebuttal not in alike} <= set(whole.attacks)
    path = tmp_path_factory.mktemp("part") / "map.yaml"
    path.write_text(write_document(part), encoding="utf-8")
    loaded = read_map(path)
    assert not loaded.errors
    assert part_of(part, chosen).map == replace(part, locations={})


def test_long_chains_of_undercuts_fall_in_proportion_to_their_length() -> None:
    def chain(size: int) -> ArgumentMap:
        claims = {"c": Claim(id="c", text="c")}
        targets = ["c", *(f"r{n}" for n in range(size - 1))]
        rebuttals = {
            f"r{n}": Rebuttal(id=f"r{n}", text="x", aims=[target], kind="undercut")
            for n, target in enumerate(targets)
        }
        return ArgumentMap(claims=claims, rebuttals=rebuttals)

    def work(size: int) -> Callable[[], object]:
        argument_map = chain(size)
        _ = argument_map.named_attacks, argument_map.statements, argument_map.inferences
        return lambda: part_of(argument_map, set(argument_map.statements) - {"c"})

    assert part_of(chain(50), {f"r{n}" for n in range(50)}).attacks == 50
    assert grows_linearly(work)
