"""One list of the fields that hold names: complete, and renaming there and back changes nothing."""

from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from pydantic.fields import FieldInfo

from argmap.argument_map import ArgumentMap
from argmap.model import Aim, Citation, Claim, Inference, MapInfo, Origin, Person, Rebuttal, Record, Source
from argmap.model.base import ID_PATTERN
from argmap.references import NAMING, REFERRING, Named, NewNames, references, renamed, used_names
from tests.maps import argument_maps

MODELS = (MapInfo, Person, Source, Citation, Origin, Inference, Aim, Claim, Rebuttal)


def is_name(annotation: object, metadata: tuple[Any, ...] = ()) -> bool:
    """Tell whether a type holds keys: texts with the pattern of ids, at any depth."""
    for extra in metadata:
        pattern = getattr(extra, "pattern", None)
        if pattern and pattern.startswith(ID_PATTERN[:-1]):
            return True
    inner = get_args(annotation)
    own = getattr(annotation, "__metadata__", ())
    return (bool(own) and is_name(None, own)) or any(is_name(one) for one in inner)


def is_record(annotation: object) -> bool:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return issubclass(annotation, Record)
    return any(is_record(one) for one in get_args(annotation))


def holds_names(info: FieldInfo) -> bool:
    return is_name(info.annotation, tuple(info.metadata)) or is_record(info.annotation)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_that_holds_a_name_is_in_the_list(model: type[Record]) -> None:
    named = {name for name, info in model.model_fields.items() if holds_names(info)}
    named -= {"origin", "tags"}
    listed = set(REFERRING.get(model, ())) | NAMING.get(model, frozenset())
    # Tags are texts; that they name something only the list knows. Ids of inferences may hold a stroke.
    assert named == listed - {"tags"} - ({"id"} if model is Inference else set())
    assert listed <= set(model.model_fields)


@given(argument_maps())
def test_quick_and_exact_reading_of_the_list_agree(argument_map: ArgumentMap) -> None:
    records = [*argument_map.people.values(), *argument_map.statements.values()]
    exact: dict[Named, set[str]] = {kind: set() for kind in Named}
    for record in records:
        for one in references(record):
            exact[one.kind].add(one.name)
    assert used_names(records) == exact


@given(argument_maps())
def test_renaming_there_and_back_changes_nothing(argument_map: ArgumentMap) -> None:
    nodes = [*argument_map.statements, *(key for key in argument_map.inferences if "/" not in key)]
    nodes += argument_map.named_attacks
    there = NewNames(
        {key: f"p-{key}" for key in argument_map.people},
        {key: f"s-{key}" for key in argument_map.sources},
        {key: f"n-{key}" for key in nodes},
    )
    back = NewNames(
        *({new: old for old, new in names.items()} for names in (there.people, there.sources, there.nodes))
    )
    for statement in argument_map.statements.values():
        changed = renamed(statement, there)
        assert changed.id == f"n-{statement.id}"
        assert all(step.conclusion == changed.id for step in changed.because)
        assert renamed(changed, back) == statement


def test_names_are_given_with_their_path_as_it_is_written() -> None:
    rebuttal = Rebuttal.model_validate(
        {
            "id": "r",
            "text": "No.",
            "attacks": ["a", {"target": "b/1", "with": ["c"]}],
            "because": [["d", "e"]],
            "conceded": "work, p. 3",
            "seen": {"a": "1234"},
        }
    )
    found = {(one.path, one.kind, one.name, one.is_key) for one in references(rebuttal)}
    assert found == {
        (("because", 0, "premises", 0), Named.STATEMENT, "d", False),
        (("because", 0, "premises", 1), Named.STATEMENT, "e", False),
        (("attacks", 0, "target"), Named.TARGET, "a", False),
        (("attacks", 1, "target"), Named.TARGET, "b/1", False),
        (("attacks", 1, "with", 0), Named.STATEMENT, "c", False),
        (("conceded", "work"), Named.SOURCE, "work", False),
        (("seen", "a"), Named.TARGET, "a", True),
    }
