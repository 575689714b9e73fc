"""A name means one thing, or it is told why not; what asks somebody can be asked instead."""

from pathlib import Path

import pytest

import argmap
from argmap.authoring.adding import Addition
from argmap.authoring.names import Names
from argmap.authoring.refusals import NotDeclaredError, UnfitRequestError
from argmap.files.load import read_map
from argmap.queries.find import Thing


@pytest.fixture
def names(debate: Path) -> Names:
    return Names(argmap.load(debate))


def test_a_part_of_a_name_means_what_alone_has_it(names: Names) -> None:
    assert names.one("Lindqvist", Thing.PERSON) == "ada"
    assert names.record("Lindqvist") == ("people", "ada")


def test_what_means_several_things_is_told_with_them(names: Names) -> None:
    with pytest.raises(UnfitRequestError, match=r"`boris` means several: `boris-\S+`, .* …\. Name one"):
        names.statement("boris")


def test_what_means_nothing_is_told_with_what_is_near(names: Names) -> None:
    with pytest.raises(argmap.NoMatchError) as raised:
        names.one("adda", Thing.PERSON)
    assert raised.value.suggestions == ["ada"]


def test_an_inference_is_a_target_by_its_exact_id(names: Names) -> None:
    step = next(iter(names.map.inferences))
    assert names.target(step) == step


class _Agreeing(Names):
    """Stands for somebody who says yes."""

    def is_meant(self, *_: object) -> bool:
        return True

    def is_new(self, *_: object) -> bool:
        return True


def test_who_is_asked_decides(debate: Path) -> None:
    loaded = read_map(debate)
    assert _Agreeing(loaded.map).one("adda", Thing.PERSON) == "ada"
    assert (
        Addition.to(loaded, _Agreeing(loaded.map)).find_or_create(Thing.PERSON, "Dora Dunn", create=False)
        == "dunn"
    )
    with pytest.raises(NotDeclaredError):
        Addition.to(loaded).find_or_create(Thing.PERSON, "Dora Dunn", create=False)
