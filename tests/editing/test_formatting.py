"""``fmt`` changes only the style: values and comments stay, and twice is once."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, event, given

from argmap.argument_map import ArgumentMap
from argmap.editing.comments import find_comments
from argmap.editing.formatting import formatted
from argmap.editing.refusal import EditRefusedError
from argmap.files.map_text.write_map import write_document
from argmap.files.map_text.yaml_scalars import WIDTH
from argmap.files.yaml.strict_yaml import read_document
from tests.editing.styled import styled_documents
from tests.editing.test_edits import SLOW, read
from tests.growth import growth, is_linear
from tests.maps import argument_maps


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


LAID_OUT = """\
%YAML 1.2
---
# Streets.

claims:
  # the first
  -  # of all

    # who
    id: close
    tags:  # many
      - a
      # the best
      - b  # the last
      # and more
    because:
      - {id: step, premises: [air]}  # joint
    # more on it

  # the second

  - id: air
    text: |-  # said
      # not a remark
      Cleaner.
# the end
"""


def test_comments_stay_where_a_careful_hand_put_them() -> None:
    text = LAID_OUT.replace("  -  # of all\n\n", "  -  # of all\n")
    assert formatted(read(text)) == text
    assert formatted(read(LAID_OUT)) == text


def test_brackets_that_are_too_wide_or_hold_comments_give_way_to_lines() -> None:
    text = (
        "people: {ada: {url: a, name: Ada},  # first\n  bob: {name: Bob}}  # all\n"
        f"claims:\n  - {{text: {'word ' * 17}end, tags: [a,  # one\n b], id: x}}\n"
        "  - {text: 'Short.', id: y}\n    # below\n"
    )
    assert formatted(read(text)) == (
        "people:  # all\n  ada: {name: Ada, url: a}  # first\n  bob: {name: Bob}\n\n"
        f"claims:\n  - id: x\n    text: {'word ' * 17}end\n"
        "    tags:\n      - a  # one\n      - b\n\n  - {id: y, text: Short.}\n  # below\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n  - &a {id: x}\n",
        "claims:\n  - id: x\n    text: !t 'y'\n",
        "claims: []\n---\nclaims: []\n",
        "claims:\n  - {id: x, ? [a] : b}\n",
    ],
)
def test_what_would_be_lost_is_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        formatted(read(text))


def test_a_star_or_ampersand_in_a_text_is_no_anchor() -> None:
    text = "claims:\n  - id: x\n    text: Salt & pepper, and *this*!\n"
    assert formatted(read(text)) == text


def test_work_grows_as_the_file_does() -> None:
    def formatting(count: int) -> Callable[[], object]:
        record = "- text: said  # who\n  # above\n  id: x{}\n  tags: [a,  # one\n   b]\n  # below\n"
        file = read("claims:\n" + "".join(record.format(number) for number in range(count)))
        return lambda: formatted(file)

    assert is_linear(growth(formatting, 100))


@SLOW
@given(argument_maps())
def test_a_map_that_argmap_writes_stays(argument_map: ArgumentMap) -> None:
    text = write_document(argument_map)
    assume(not re.search(r"origin: \{.{70}", text))  # that may be too wide for its line
    assert formatted(read(text)) == text


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
