"""Which map is at hand, and which maps are near."""

import os
import sys
from pathlib import Path

import pytest

from argmap.files.find import find_map, holds_map, sample_map
from argmap.files.nearby import maps_below

CLAIMS = "claims: [{id: a, text: A.}]\n"


def write(path: Path, text: str = CLAIMS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.parent


def test_a_folder_whose_files_begin_with_a_section_is_the_map(tmp_path: Path) -> None:
    write(tmp_path / "notes.yml", "title: Not of a map\n")
    assert find_map(None, tmp_path).is_sample
    write(tmp_path / "z.YAML", "# late\n" + CLAIMS)
    found = find_map(None, tmp_path)
    assert (found.path, found.name, found.is_sample) == (tmp_path, tmp_path, False)


def test_further_up_only_a_project_is_looked_for(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    inner = tmp_path / "texts" / "old"
    inner.mkdir(parents=True)
    assert find_map(None, inner).path == sample_map()
    (tmp_path / "argmap.toml").touch()
    assert find_map(None, inner).path == tmp_path


def test_the_nearest_wins(tmp_path: Path) -> None:
    write(tmp_path / "data" / "claims.yaml")
    draft = write(tmp_path / "draft" / "a.yaml")
    assert find_map(None, tmp_path).path == tmp_path / "data"
    assert find_map(None, draft).path == draft
    write(tmp_path / "a.yaml")
    assert find_map(None, tmp_path).path == tmp_path / "data"


def test_what_is_named_wins(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    named = write(tmp_path / "project" / "data" / "claims.yaml").parent
    found = find_map(named, tmp_path)
    assert (found.path, found.name) == (named / "data", named)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX's")
def test_pipes_and_folders_named_like_files_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").mkdir()
    (tmp_path / "c.yaml").symlink_to("nowhere")
    assert not holds_map(tmp_path)


def test_maps_below_come_level_by_level_and_none_inside_another(tmp_path: Path) -> None:
    write(tmp_path / "b" / "c" / "map.yaml")
    write(tmp_path / "d" / "map.yaml")
    write(tmp_path / "d" / "inner" / "map.yaml")
    write(tmp_path / "e" / "data" / "claims.yaml")
    write(tmp_path / ".git" / "map.yaml")
    write(tmp_path / "1" / "2" / "3" / "4" / "map.yaml")
    write(tmp_path / "f" / "notes.yaml", "a: b\n")
    found = [path.relative_to(tmp_path).as_posix() for path in maps_below(tmp_path, 9)]
    assert found == ["d", "e", "b/c"]
    assert len(maps_below(tmp_path, 1)) == 1
    assert maps_below(tmp_path / "nowhere", 9) == []
