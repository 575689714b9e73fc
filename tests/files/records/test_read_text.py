"""Texts that are not files: what no file may hold is told of them, too."""

import pytest

from argmap.files.records.read_text import read_bytes, read_text
from argmap.files.records.recovery import _ANY_SECTION


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\x0b", "\x00", "\ufffe"])
def test_a_text_and_a_file_with_it_are_read_alike(sign: str) -> None:
    text = f"claims:\n  - {{id: a, text: 'x{sign}y', titel: T}}\n"
    in_memory, on_disk = read_text("map.yaml", None, text), read_bytes("map.yaml", None, text.encode())
    assert in_memory.faults == on_disk.faults
    assert [fault.code for fault in in_memory.faults] == ["Y103", "F202"]


def test_half_a_character_in_a_text_is_told() -> None:
    (fault,) = read_text("map.yaml", None, "claims:\n  - {id: a, text: \ud800}\n").faults
    assert (fault.code, str(fault.location)) == ("Y103", "map.yaml:2:19")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_section_is_looked_for_line_by_line(end: str) -> None:
    """Else thousands of lines of signs would be gone through from each of them on."""
    found = _ANY_SECTION.search(f"...{end}" * 1_000 + "- claims:")
    assert found is not None
    assert found.group().strip() == "- claims:"
