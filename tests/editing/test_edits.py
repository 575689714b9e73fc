"""The law of edits, over random documents in random styles with comments in every place.

An accepted edit gives exactly the values that are meant and keeps every comment and every other line;
else the edit is refused and nothing has changed.
"""

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from argmap.editing.comments import find_comments
from argmap.editing.intention import Insertion, Intention
from argmap.editing.map_edit import MapEdit, edited
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from tests.editing.styled import names, scalars, styled_documents, values
from tests.examples import examples

SLOW = settings(
    # Each of these documents costs as much as ten small maps.
    max_examples=examples(33),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        found += [(*path, key)] if isinstance(inner, str) else paths_in(inner, (*path, key))
    return found


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        value = value[part]
    return value


@st.composite
def intentions(draw: st.DrawFn, sections: dict[str, Any]) -> Intention:
    meant = Intention()
    inside = [path for path in paths_in(sections) if len(path) > 1]
    path = draw(st.sampled_from(inside))
    here, holder = at(sections, path), at(sections, path[:-1])
    kind = draw(st.sampled_from(["set", "key", "remove", "insert"]))
    if kind == "set" and isinstance(here, str):
        meant.values[path] = draw(scalars)
    elif kind == "key" and isinstance(holder, dict):
        new = draw(names)
        if new not in holder:
            meant.keys[path] = new
    elif kind == "remove":
        meant.removed.add(path)
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            if draw(st.integers(0, 3)) == 0:
                meant.removed.add((*path[:-1], key))
    elif kind == "insert" and not isinstance(here, str):
        key = draw(names) if isinstance(here, dict) else None
        if key is None or key not in here:
            after = draw(
                st.none() | st.sampled_from(list(here) if key is not None else list(range(len(here))))
            )
            meant.inserted[path] = [Insertion(draw(values), key, after)]
    return meant


def read(text: str) -> ReadFile:
    return read_text("map.yaml", None, text).file


@SLOW
@given(styled_documents(), st.data())
def test_an_edit_gives_what_is_meant_and_keeps_every_comment(
    document: tuple[dict[str, Any], str], data: st.DataObject
) -> None:
    sections, text = document
    assert read_document(text, "").sections == sections
    meant = data.draw(intentions(sections))
    before = Counter(comment.text for comment in find_comments(text))
    try:
        new = edited(read(text), meant).text
    except EditRefusedError as refusal:
        event(refusal.reason)
        return
    event("accepted")
    assert read_document(new, "").sections == meant.applied(sections)
    assert Counter(comment.text for comment in find_comments(new)) == before


def test_what_was_proved_once_is_not_proved_again_until_more_is_meant() -> None:
    loaded = assemble([read_text("map.yaml", None, "claims:\n  - {id: x, text: X.}\n")])
    edit = MapEdit(loaded)
    edit.of("map.yaml").values["claims", 0, "text"] = "Y."
    first = edit.verified()["map.yaml"]
    assert edit.verified()["map.yaml"] is first
    edit.of("map.yaml").values["claims", 0, "text"] = "Z."
    assert edit.verified()["map.yaml"].text == "claims:\n  - {id: x, text: Z.}\n"
