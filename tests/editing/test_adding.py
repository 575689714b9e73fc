"""What is added and then removed leaves no trace; what is neither stays, byte for byte."""

from typing import Final

from hypothesis import event, given
from hypothesis import strategies as st

from argmap.editing.adding import add_entry, add_statement
from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.removal import Gone, map_without, mean_removal, plan_removal
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.model import Claim, Person, Rebuttal, Source
from tests.editing.styled_maps import styled_maps
from tests.editing.test_edits import SLOW

Record = Claim | Person | Rebuttal | Source
NEW: Final = "new-thing"
RECORDS: Final[tuple[Record, ...]] = (
    Claim(id=NEW, by="ada", text="It is new."),
    Claim(id=NEW, text="# It is: new, " + "and long, " * 12, tags=["a", "b, c"]),
    Person(name="New Person"),
    Source(title="A new source", authors=["ada"]),
)


def read(text: str) -> Loaded:
    return assemble([read_text("map.yaml", None, text)])


def text_of(edit: MapEdit) -> str:
    verified = edit.verified()
    return verified["map.yaml"].text if verified else edit.loaded.places.files["map.yaml"].text


def added(loaded: Loaded, record: Record) -> str:
    edit = MapEdit(loaded)
    if isinstance(record, Claim | Rebuttal):
        add_statement(edit, record)
    else:
        add_entry(edit, NEW, record)
    return text_of(edit)


def removed(loaded: Loaded, record: Record) -> str:
    kinds = {Person: "people", Source: "sources"}
    gone: set[Gone] = {(kinds.get(type(record), "nodes"), NEW)}
    removal = plan_removal(loaded.map, gone)
    edit = MapEdit(loaded)
    mean_removal(edit, removal)
    edit.confirm(map_without(loaded.map, removal))
    return text_of(edit)


@SLOW
@given(styled_maps(), st.sampled_from(RECORDS))
def test_adding_and_removing_gives_the_file_back(loaded: Loaded, record: Record) -> None:
    before = loaded.places.files["map.yaml"].text
    try:
        after = added(loaded, record)
    except EditRefusedError as refusal:
        event(refusal.reason)
        return
    event("accepted")
    assert removed(read(after), record) == before
