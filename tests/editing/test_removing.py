"""What goes takes the comments in it and directly above it along, and nothing else."""

from argmap.editing.map_edit import MapEdit
from argmap.editing.removal import map_without, mean_removal, owned, plan_removal
from argmap.editing.setting import set_fields
from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text

TEXT = """\
claims:
  # the street
  - id: close
    text: Close it.
    # why
    because:
      - air  # measured
    # more is to come

  # the air
  - id: air
    text: Cleaner.
"""


def editing() -> MapEdit:
    return MapEdit(assemble([read_text("map.yaml", None, TEXT)]))


def test_a_reason_goes_with_the_comments_in_it() -> None:
    edit = editing()
    removal = plan_removal(edit.loaded.map, owned(edit.loaded.map, "air"))
    mean_removal(edit, removal)
    edit.confirm(map_without(edit.loaded.map, removal))
    assert edit.verified()["map.yaml"].text == (
        "claims:\n  # the street\n  - id: close\n    text: Close it.\n    # more is to come\n"
    )


def test_a_field_goes_with_the_comments_in_it() -> None:
    edit = editing()
    edit.confirm(set_fields(edit, "claims", "close", {"because": None}))
    assert edit.verified()["map.yaml"].text == TEXT.replace(
        "    # why\n    because:\n      - air  # measured\n", ""
    )
