"""Editors are named, and their addresses are whole."""

import re
from pathlib import Path

import pytest

from argmap.cli.serve import command
from argmap.live.editors import EDITORS, editor_address


def test_the_command_offers_every_editor() -> None:
    offered = next(option.type for option in command.params if option.name == "editor")
    assert set(EDITORS) == set(offered.choices)  # type: ignore[attr-defined]


@pytest.mark.parametrize("editor", sorted(EDITORS))
def test_an_address_names_file_line_and_column(editor: str, tmp_path: Path) -> None:
    found = editor_address(editor, tmp_path / "a b#&.yaml", 12, 5)
    assert re.fullmatch(r"\w+://[!-~]+", found)
    assert "a%20b%23%26.yaml" in found
    assert {"12", "5"} <= set(re.split(r"\D+", found))


def test_an_editor_opens_a_place() -> None:
    assert editor_address("code", Path("/maps/a.yaml"), 3, 7) == "vscode://file/maps/a.yaml:3:7"
    assert (
        editor_address("idea", Path("/maps/a.yaml"), 3, 7) == "idea://open?file=/maps/a.yaml&line=3&column=7"
    )
