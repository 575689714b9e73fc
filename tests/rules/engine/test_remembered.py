"""What rules found before is what they would find again."""

from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded, assemble
from argmap.files.map_text.write_map import write_map
from argmap.files.records.read_text import read_text
from argmap.files.settings import CheckSettings, Settings
from argmap.model import Basis, Citation, Claim, Rebuttal
from argmap.rules.engine.linter import check_map
from argmap.rules.engine.manual import read_page
from argmap.rules.engine.registry import RULES
from argmap.rules.engine.remembered import Remembered
from argmap.rules.rule import Rule
from argmap.rules.subject import Subject
from tests.maps import argument_maps, words

EVERYTHING = Settings(check=CheckSettings(select=("all",)))
_Statement = TypeVar("_Statement", Claim, Rebuttal)


def loaded_from(argument_map: ArgumentMap) -> Loaded:
    texts = write_map(argument_map)
    return assemble([read_text(name, None, text) for name, text in texts.items()])


def reworded(argument_map: ArgumentMap, new: str) -> ArgumentMap:
    """Give every statement other words."""

    def other(one: _Statement) -> _Statement:
        return one.model_copy(update={"title": new, "text": f"{new} {one.id}", "quote": None, "note": new})

    return replace(
        argument_map,
        claims={key: other(one) for key, one in argument_map.claims.items()},
        rebuttals={key: other(one) for key, one in argument_map.rebuttals.items()},
    )


@given(argument_maps(), argument_maps(), words, st.booleans())
def test_a_check_that_remembers_finds_the_same(
    one: ArgumentMap,
    other: ArgumentMap,
    new: str,
    is_other: bool,  # noqa: FBT001 — Hypothesis gives it
) -> None:
    remembered = Remembered()
    for argument_map in (one, other if is_other else reworded(one, new), one):
        loaded = loaded_from(argument_map)
        found = check_map(loaded, EVERYTHING, remembered=remembered)
        assert found == check_map(loaded, EVERYTHING)


OTHERWISE: dict[str, object] = {
    "by": "somebody-else",
    "title": "Other words",
    "text": "Quite other words than before.",
    "source": Citation(work="another-work"),
    "quote": "other words",
    "tags": ("other",),
    "basis": Basis.INFERRED,
    "weight": 0.25,
    "note": "Other words",
    "restates": ("something",),
    "main": True,
    "seen": {},
}
"""Fields of statements, and what may stand there instead."""


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.heeds is not None], ids=lambda rule: rule.name
)
def test_a_rule_finds_the_same_where_only_fields_are_others_that_it_does_not_heed(rule: Rule) -> None:
    assert rule.heeds is not None
    others = {name: value for name, value in OTHERWISE.items() if name not in rule.heeds}
    page = read_page(rule)
    for snippets in (page.fails, page.passes):
        texts = [one for one in snippets if one.language == "yaml"]
        found = assemble([read_text(one.file, None, one.text) for one in texts]).map
        for name, value in others.items():
            there = with_field(found, name, value)
            assert list(rule.check(Subject(found))) == list(rule.check(Subject(there))), name


def with_field(argument_map: ArgumentMap, name: str, value: object) -> ArgumentMap:
    """Give every statement that has a field another value in it."""

    def other(one: _Statement) -> _Statement:
        return one.model_copy(update={name: value}) if name in type(one).model_fields else one

    return replace(
        argument_map,
        claims={key: other(one) for key, one in argument_map.claims.items()},
        rebuttals={key: other(one) for key, one in argument_map.rebuttals.items()},
    )
