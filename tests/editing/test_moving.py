"""Records move with their comments, whatever sections they come from."""

from pathlib import Path

from argmap.editing.map_edit import MapEdit
from argmap.editing.moving import move_records
from argmap.files.load import read_map

OLD = """\
sources:
  minutes: {title: Minutes}
claims:
  # about the street
  - id: close
    source: minutes
    text: Close it.
"""
NEW = """\
sources:
  minutes: {title: Minutes}

claims:
  # about the street
  - id: close
    source: minutes
    text: Close it.
"""


def test_records_of_several_sections_begin_a_file_in_the_order_of_its_sections(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(OLD + "rebuttals: []\n", encoding="utf-8")
    loaded = read_map(tmp_path)
    edit = MapEdit(loaded)
    target = edit.begin(tmp_path / "b.yaml")
    move_records(edit, [("claims", "close"), ("sources", "minutes")], target)
    edit.confirm(loaded.map)
    edit.write()
    assert (tmp_path / "b.yaml").read_text(encoding="utf-8") == NEW
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "rebuttals: []\n"
