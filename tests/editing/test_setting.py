"""Fields of records, and of the map itself where it says nothing of itself yet."""

import pytest

from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.setting import set_fields
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.document import Value

TEXT = "# the street\nclaims:\n  - {id: close, text: Close it.}\n"


def bare() -> Loaded:
    return assemble([read_text("map.yaml", None, TEXT)])


@pytest.mark.parametrize(
    ("fields", "section"),
    [
        (
            {"description": "Of 2024.", "title": "Streets"},
            "map:\n  title: Streets\n  description: Of 2024.\n\n",
        ),
        ({"title": None}, ""),
    ],
)
def test_a_map_says_something_of_itself_for_the_first_time(fields: dict[str, Value], section: str) -> None:
    edit = MapEdit(bare())
    after = edit.confirm(set_fields(edit, "map", "", fields))
    assert after.map.info.title == fields["title"]
    new = edit.verified().get("map.yaml")
    assert (new.text if new else TEXT) == TEXT.replace("claims:", f"{section}claims:")


def test_what_a_map_cannot_say_of_itself_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="language"):
        set_fields(MapEdit(bare()), "map", "", {"language": ["de"]})
