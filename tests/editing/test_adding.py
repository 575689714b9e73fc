"""What is added and then removed leaves no trace; what is neither stays, byte for byte."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.adding import add_entry, add_statement
from argmap.editing.map_edit import MapEdit
from argmap.editing.reasons import add_reason
from argmap.editing.refusal import EditRefusedError
from argmap.editing.removal import Gone, map_without, mean_removal, plan_removal
from argmap.files.assembling import Loaded, assemble
from argmap.files.map_text.write_map import write_document
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import Starts
from argmap.formats.registry import guess_format
from argmap.model import Claim, Person, Rebuttal, Source
from argmap.references import Named, used_names
from tests.editing.styled_maps import styled_maps
from tests.editing.test_edits import SLOW
from tests.formats.shared import corpus, needs_corpora

Record = Claim | Person | Rebuttal | Source
DATA: Final = Path(__file__).parents[2] / "data"
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


def section_of(record: Record) -> str:
    return {Claim: "claims", Rebuttal: "rebuttals", Person: "people", Source: "sources"}[type(record)]


def names_of(loaded: Loaded, record: Record) -> set[str]:
    """Give the people or sources that a map names."""
    kinds = {Person: Named.PERSON, Source: Named.SOURCE}
    used = used_names((*loaded.map.people.values(), *loaded.map.statements.values()))
    return used[kinds[type(record)]] if type(record) in kinds else set()


def is_one_piece_more(before: str, after: str) -> bool:
    """Tell whether a text is another with one piece put in."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (old, new) in pairs if old != new), len(before))
    return after.endswith(before[same:]) and len(after) > len(before)


@SLOW
@given(styled_maps(), st.sampled_from(RECORDS))
def test_adding_and_removing_gives_the_file_back(loaded: Loaded, record: Record) -> None:
    check(loaded, record)


def check(loaded: Loaded, record: Record) -> None:
    before = text_of(MapEdit(loaded))
    if not getattr(loaded.map, section_of(record)) and names_of(loaded, record):
        return  # declared with all others; a test of its own
    was_empty = loaded.places.files["map.yaml"].starts.get(section_of(record), Starts(listed=1)).items == {}
    after = added(loaded, record)
    back = removed(read(after), record)
    if section_of(record) in loaded.places.files["map.yaml"].starts and was_empty:
        # Whether it stood empty, and as what, is not to be seen once a record stands in it.
        assert read(back).map == loaded.map
        return
    assert is_one_piece_more(before, after)
    assert back == before


MAPS = (
    "claims:\n  - {id: x, text: X.}\n",
    "claims:\n  - {id: x, text: X.}  # said\n  # below\n# end\n",
    "claims: [{id: x, text: X.}]\n",
    "claims: [\n  {id: x, text: X.},\n  {id: y, text: X.}  # y\n]\n",
    "claims: [\n  {id: x, text: X.},\n  {id: y, text: X.},\n]\n",
    "claims:\n- id: x\n  text: |\n    X.\n\n- id: y\n  text: Y.\n\n\n# end",
    "people: {ada: {name: Ada}}\nclaims:\n    -   id: x\n        text: >-\n          X.",
    "map: {title: T}\nrebuttals:\n  - {id: r, text: R., attacks: x}\nclaims:\n  - {id: x, text: X.}",
    "# top\n\n# claims\nclaims:\n  # x\n  - {id: x, text: X.}\n\n\n",
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", MAPS)
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_files_of_many_hands(text: str, record: Record, newline: str) -> None:
    check(read(text.replace("\n", newline)), record)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "claims: []\n", "claims:\n", "claims: []  # c\n"])
def test_the_only_section_of_a_file_stays_empty(text: str) -> None:
    back = removed(read(added(read(text), RECORDS[0])), RECORDS[0])
    assert back.replace("claims: []", "").split() == text.replace("claims:", "").replace("[]", "").split()
    assert back.count("claims: []") == 1


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_the_sample_map(record: Record) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.yaml")))
    check(read(text), record)


def test_the_first_person_of_a_map_is_declared_with_all_whom_it_names() -> None:
    loaded = read("claims:\n  - {id: x, by: bob, text: X.}\n")
    after = read(added(loaded, Person(name="Ada")))
    assert set(after.map.people) == {"bob", NEW}
    assert after.errors == ()


@needs_corpora
@pytest.mark.parametrize("path", [*corpus("aif", "*.json"), *corpus("sadface", "*.json")], ids=str)
def test_maps_that_come_from_elsewhere(path: Path) -> None:
    data = path.read_bytes()
    format_ = guess_format(path.name, data)
    assert format_ is not None
    loaded = read(write_document(format_.read(data, path.name).map))
    for record in RECORDS:
        check(loaded, record)


@pytest.mark.parametrize("key", ["a b", "'q", "[", "", "1:30", "ada:", "\x07", "-", "x" * 300])
def test_a_key_that_can_be_none_is_refused(key: str) -> None:
    with pytest.raises(EditRefusedError, match="cannot be a key"):
        add_entry(MapEdit(read("claims: []\n")), key, Person(name="Ada"))


def test_a_text_with_a_hidden_character_is_refused() -> None:
    with pytest.raises(EditRefusedError, match=r"U\+0007"):
        add_statement(MapEdit(read("claims: []\n")), Claim(id="x", text="ring\x07"))


@pytest.mark.parametrize("target", ["x/1", "at"])
def test_an_attack_on_an_inference_or_attack_is_an_undercut(target: str) -> None:
    text = (
        "claims:\n  - {id: x, text: X., because: [y]}\n  - {id: y, text: Y.}\n"
        "rebuttals:\n  - {id: r, text: R., attacks: [{target: y, id: at}]}\n"
    )
    rebuttal = {"id": "new", "text": "No.", "attacks": target}
    with pytest.raises(EditRefusedError, match="only be undercut"):
        add_statement(MapEdit(read(text)), Rebuttal.model_validate(rebuttal))
    add_statement(MapEdit(read(text)), Rebuttal.model_validate(rebuttal | {"kind": "undercut"}))


def test_a_lone_statement_on_one_line_is_joined_by_the_next() -> None:
    assert added(read("claims:\n  - {id: x, text: X.}\n"), RECORDS[0]) == (
        "claims:\n  - {id: x, text: X.}\n  - {id: new-thing, by: ada, text: It is new.}\n"
    )


def test_a_record_and_a_section_at_the_end_of_a_file_follow_each_other() -> None:
    edit = MapEdit(read("# c\n\nsources:\n  old: {title: Old}\n"))
    add_entry(edit, "s", Source(title="New"))
    add_statement(edit, Claim(id=NEW, by="ada", text="It is new."))
    assert text_of(edit) == (
        "# c\n\nsources:\n  old: {title: Old}\n  s: {title: New}\n\n"
        "claims:\n  - id: new-thing\n    by: ada\n    text: It is new.\n"
    )


@pytest.mark.parametrize("details", [{"scheme": "  "}, {"id": "a b"}, {"basis": "guessed"}])
def test_a_reason_that_says_what_none_can_is_refused(details: dict[str, str]) -> None:
    loaded = read("claims:\n  - {id: x, text: X.}\n  - {id: y, text: Y.}\n")
    with pytest.raises(EditRefusedError, match=f"`{next(iter(details))}`"):
        add_reason(MapEdit(loaded), "x", ["y"], details)
