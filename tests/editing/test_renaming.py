"""Renaming there and back gives the same bytes, and in between exactly the map that is meant."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from argmap.editing.comments import find_comments
from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.removal import map_without, mean_removal, owned, plan_removal
from argmap.editing.renaming import rename
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.references import NewNames, references
from tests.editing.styled_maps import changed, styled_maps
from tests.editing.test_edits import SLOW


def text_of(loaded: Loaded) -> str:
    return loaded.places.files["map.yaml"].text


def names_in(loaded: Loaded) -> list[tuple[str, str]]:
    found = loaded.map
    nodes = [*found.statements, *(key for key in found.inferences if "/" not in key), *found.named_attacks]
    tags = {tag for one in found.statements.values() for tag in one.tags} | {*found.info.tags}
    return [
        *(("people", key) for key in found.people),
        *(("sources", key) for key in found.sources),
        *(("nodes", key) for key in nodes),
        *(("tags", tag) for tag in sorted(tags)),
    ]


def new_text(edit: MapEdit) -> str:
    verified = edit.verified()
    return verified["map.yaml"].text if verified else text_of(edit.loaded)


@SLOW
@given(styled_maps(), st.data())
def test_renaming_there_and_back_gives_the_same_bytes(loaded: Loaded, data: st.DataObject) -> None:
    known = names_in(loaded)
    assume(known)
    kind, old = data.draw(st.sampled_from(known))
    new = "renamed-thing"
    there: dict[str, Any] = {kind: {old: new}}
    edit = MapEdit(loaded)
    edit.confirm(rename(edit, NewNames(**there)))
    after = changed(loaded, new_text(edit))
    assert (kind, new) in names_in(after)
    assert (kind, old) not in names_in(after)
    back = MapEdit(after)
    back.confirm(rename(back, NewNames(**{kind: {new: old}})))
    first, last = text_of(loaded), new_text(back)
    if " " in old:  # a tag of several words that was folded may be broken into lines elsewhere
        first, last = " ".join(first.split()), " ".join(last.split())
    assert first == last
    assert changed(loaded, new_text(back)).map == loaded.map


@pytest.mark.parametrize("name", ["ada", "'ada'", '"ada"'])
def test_a_name_keeps_its_quotes(name: str) -> None:
    text = f"people:\n  {name}: {{name: Ada}}\nclaims:\n  - {{id: x, by: {name}, text: X.}}\n"
    edit = MapEdit(assemble([read_text("map.yaml", None, text)]))
    rename(edit, NewNames(people={"ada": "bob"}))
    assert new_text(edit) == text.replace("ada", "bob")


def test_quotes_that_only_the_new_name_needed_stay() -> None:
    text = "claims:\n  - {id: x, by: ada, text: X., tags: [a]}\n"
    edit = MapEdit(assemble([read_text("map.yaml", None, text)]))
    rename(edit, NewNames(tags={"a": "b: c"}))
    back = MapEdit(assemble([read_text("map.yaml", None, new_text(edit))]))
    rename(back, NewNames(tags={"b: c": "a"}))
    assert new_text(back) == text.replace("[a]", '["a"]')


@SLOW
@given(styled_maps(), st.data())
def test_what_is_removed_takes_along_only_what_cannot_be_without_it(
    loaded: Loaded, data: st.DataObject
) -> None:
    assume(loaded.map.statements)
    name = data.draw(st.sampled_from(sorted(loaded.map.statements)))
    gone = owned(loaded.map, name)
    removal = plan_removal(loaded.map, gone)
    edit = MapEdit(loaded)
    mean_removal(edit, removal)
    try:
        edit.confirm(map_without(loaded.map, removal))
    except EditRefusedError as refusal:
        event(refusal.reason)
        return
    event("accepted")
    after = changed(loaded, new_text(edit))
    left = {one.name for record in after.map.statements.values() for one in references(record)}
    assert name not in after.map.statements
    assert name not in left
    comments = Counter(one.text for one in find_comments(text_of(loaded)))
    assert Counter(one.text for one in find_comments(new_text(edit))) <= comments
