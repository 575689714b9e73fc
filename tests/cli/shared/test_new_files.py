from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.shared.new_files import file_names, write_new


@pytest.mark.parametrize(
    ("maps", "names"),
    [
        (["class/ada", "class/boris.yaml"], ["ada", "boris"]),
        (["a/map.yaml", "b/map.yaml"], ["a-map", "b-map"]),
        (["a/x", "a-x", "a/y/x"], ["a-x", "a-x-2", "a-y-x"]),
        (["../ada", "."], ["ada", "map"]),
    ],
)
def test_a_file_is_named_after_its_map(maps: list[str], names: list[str]) -> None:
    assert file_names(maps) == names


@given(st.lists(st.text("ab/.-2", min_size=1, max_size=6), max_size=8))
def test_no_two_maps_share_a_file(maps: list[str]) -> None:
    names = [name.casefold() for name in file_names(maps)]
    assert len(set(names)) == len(names)
    assert not any("/" in name for name in names)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    mine, new = tmp_path / "in" / "mine.md", tmp_path / "in" / "new.md"
    write_new({mine: b"one"})
    write_new({mine: b"one", new: b"two"})
    with pytest.raises(SystemExit):
        write_new({mine: b"other", tmp_path / "third.md": b"three"})
    assert (mine.read_bytes(), new.read_bytes()) == (b"one", b"two")
    assert not (tmp_path / "third.md").exists()
