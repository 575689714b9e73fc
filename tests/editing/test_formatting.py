"""``fmt`` changes only the style: values and comments stay, and twice is once."""

from typing import Any

from hypothesis import event, given

from argmap.editing.comments import find_comments
from argmap.editing.formatting import formatted
from argmap.editing.refusal import EditRefusedError
from argmap.files.map_text.yaml_scalars import WIDTH
from argmap.files.yaml.strict_yaml import read_document
from tests.editing.styled import styled_documents
from tests.editing.test_edits import SLOW, read


@SLOW
@given(styled_documents())
def test_formatting_changes_only_the_style(document: tuple[dict[str, Any], str]) -> None:
    sections, text = document
    try:
        once = formatted(read(text))
    except EditRefusedError as refusal:
        event(refusal.reason)
        return
    event("formatted")
    assert read_document(once, "").sections == sections
    assert sorted(one.text for one in find_comments(once)) == sorted(one.text for one in find_comments(text))
    assert formatted(read(once)) == once


KEPT = """\
# A map that a careful hand wrote.
map:
  title: Streets

people:
  ada: {name: Ada}  # of the council

claims:
  # The main point

  - id: close
    by: ada
    text: >-
      Close the street to cars,
      for good.
    because: [air]
    # more is to come

  - {id: air, by: ada, text: The air gets cleaner.}
"""


def test_a_file_that_is_well_kept_stays() -> None:
    assert formatted(read(KEPT)) == KEPT


def test_what_differs_is_put_right() -> None:
    text = (
        "claims:\n- text: 'Close it.'   # said\n  # who\n  by:   ada\n  id: close\n\n\n"
        f"- id: long\n  text: {'word ' * 30}\n  tags: [ a,b ]\n"
    )
    assert formatted(read(text)) == (
        "claims:\n  - id: close\n    # who\n    by: ada\n    text: Close it.  # said\n\n"
        "  - id: long\n    text: >-\n      "
        + " ".join(["word"] * 19)
        + "\n      "
        + " ".join(["word"] * 11)
        + "\n    tags: [a, b]\n"
    )
    assert all(len(line) <= WIDTH for line in formatted(read(text)).splitlines())


def test_line_ends_stay() -> None:
    text = KEPT.replace("\n", "\r\n")
    assert formatted(read(text)) == text
