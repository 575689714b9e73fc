"""Two versions of a map as one: all of both, and what became of each part."""

from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.queries.changes.both import BothVersions, both_versions
from argmap.queries.changes.compare import compare
from argmap.queries.changes.fates import Change
from tests.examples import examples
from tests.maps import argument_maps

OLD = """
claims:
  - {id: close, by: ada, text: Market Street should be closed to cars., because: [air, [trade, towns]]}
  - {id: air, by: ada, text: The air gets cleaner.}
  - {id: trade, by: chen, text: Shops gain custom., because: [towns]}
  - {id: towns, by: chen, text: Twelve towns saw it.}
rebuttals:
  - {id: larger, by: boris, attacks: trade, kind: undercut, text: Those towns are larger.}
  - {id: fumes, by: boris, attacks: air, text: Fumes go round the corner.}
"""


def read(text: str) -> ArgumentMap:
    loaded = assemble([read_text("map.yaml", None, text)])
    assert not loaded.errors
    return loaded.map


def both(new: str) -> BothVersions:
    return both_versions(compare(read(OLD), read(new)), old="old", new="new")


def test_nothing_has_changed() -> None:
    found = both(OLD)
    assert found.touched == ()
    assert list(found.map.statements) == list(read(OLD).statements)
    assert found.attack("larger", "undercut", "trade/1") is None


def test_what_came_went_and_was_reworded() -> None:
    found = both(
        OLD.replace("[air, [trade, towns]]", "[[trade, noise]]")
        .replace("It gets", "It becomes")
        .replace("id: towns,", "id: dozen,")
        .replace("[towns]", "[dozen, air]")
        .replace("Fumes go round", "Fumes come round")
        .replace("kind: undercut", "kind: rebut")
        .replace("rebuttals:", "  - {id: noise, text: It gets quiet.}\nrebuttals:")
    )
    assert {key: found.statement(key) for key in found.map.statements if found.statement(key)} == {
        "noise": Change.NEW,
        "fumes": Change.REWORDED,
        "larger": Change.CHANGED,
    }
    assert [step.premises for step in found.map.claims["close"].because] == [
        ("trade", "noise"),
        ("air",),
        ("trade", "dozen"),
    ]
    steps = [step.id for step in found.map.claims["close"].because]
    assert [found.support(step, None) for step in steps] == [Change.NEW, Change.GONE, Change.GONE]
    assert found.support("trade/1", "dozen") is None
    assert found.attack("larger", "undercut", "trade/1") is Change.GONE
    assert found.attack("larger", "rebut", "trade") is Change.NEW
    assert set(found.touched) >= {"close", "noise", "fumes", "larger", "trade"}


def test_what_is_gone_keeps_what_it_attacked() -> None:
    found = both(OLD.partition("rebuttals:")[0].replace(", because: [towns]", ""))
    assert found.statement("larger") is Change.GONE
    assert [attack.target for attack in found.map.attacks_by["larger"]] == ["gone:trade/1"]
    assert found.attack("larger", "undercut", "gone:trade/1") is Change.GONE


@settings(max_examples=examples(25))
@given(argument_maps(), argument_maps())
def test_the_whole_holds_both_and_every_part_has_one_fate(old: ArgumentMap, new: ArgumentMap) -> None:
    found = both_versions(compare(old, new), old="old", new="new")
    assert set(found.map.statements) == {*found.older.statements, *found.newer.statements}
    assert len(found.map.statements) >= len(new.statements)
    attacks = {(one.rebuttal, one.kind, one.target) for one in found.map.attacks}
    for version in (found.older, found.newer):
        assert {(one.rebuttal, one.kind, one.target) for one in version.attacks} <= attacks
        assert set(version.inferences) <= set(found.map.inferences)
    gone = {key for key in found.map.statements if found.statement(key) is Change.GONE}
    assert gone == set(found.older.statements) - set(new.statements)
    for attack in found.map.attacks:
        found.attack(attack.rebuttal, attack.kind.value, attack.target)
