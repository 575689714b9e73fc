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
from argmap.model import Claim, Rebuttal
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


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.ignores_words], ids=lambda rule: rule.name)
def test_a_rule_that_heeds_no_words_finds_the_same_in_others(rule: Rule) -> None:
    page = read_page(rule)
    for snippets in (page.fails, page.passes):
        texts = [one for one in snippets if one.language == "yaml"]
        found = assemble([read_text(one.file, None, one.text) for one in texts]).map
        assert list(rule.check(Subject(found))) == list(rule.check(Subject(reworded(found, "Other words"))))
