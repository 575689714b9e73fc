"""A file of a map is known by how it begins."""

import pytest

from argmap.files.yaml.document import SECTIONS
from argmap.files.yaml.heads import HEAD_BYTES, begins_with_section

BEFORE = [
    "",
    "\ufeff",
    "# a comment\n\n",
    "# a comment\r\n\t\r\n  # another\r\n",
    "# yaml-language-server: $schema=argmap.schema.json\n",
    "---\n",
    "--- # start\n",
    "%YAML 1.2\n---\n",
    "\ufeff# a\n---\n# b\n",
    "<<<<<<< HEAD\n",
]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("section", SECTIONS)
def test_what_may_stand_before_the_first_section(before: str, section: str) -> None:
    for written in (f"{section}:\n", f"{section} : {{}}", f"{{{section}: []}}", f'{{\n  "{section}":[]}}'):
        assert begins_with_section((before + written).encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# claims:\n",
        "services:\n  claims: []\n",
        "claim:\n",
        "claims\n",
        "mapping: {}\n",
        "- claims: []\n",
        "map:value\n",
        "----\nclaims:\n",
        "claims-of-ada:\n",
    ],
)
def test_what_is_no_map(text: str) -> None:
    assert not begins_with_section(text.encode())


def test_a_map_in_another_encoding_is_a_map_that_check_finds_fault_with() -> None:
    assert begins_with_section("claims:\n".encode("utf-16"))
    assert begins_with_section("# Пример\nclaims:\n".encode("cp1251"))
    assert not begins_with_section(b"\x00\xff\xfe" * 9)


def test_a_head_that_ends_anywhere_is_no_error() -> None:
    text = ("#" + "é" * HEAD_BYTES).encode()[:HEAD_BYTES]
    assert not begins_with_section(text)
