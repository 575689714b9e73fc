from pathlib import Path

import pytest

from argmap.files.disk.project import is_inside, project_of
from argmap.files.disk.reading import read_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "project" / "maps" / "data"
    made.mkdir(parents=True)
    return made


def test_a_project_is_the_repository(folder: Path) -> None:
    (folder.parent.parent / ".git").mkdir()
    (folder.parent / "argmap.toml").touch()
    assert project_of(folder) == folder.parent.parent.resolve()


def test_a_project_is_where_the_settings_are(folder: Path) -> None:
    (folder.parent.parent / "argmap.toml").touch()
    assert project_of(folder) == folder.parent.parent.resolve()


def test_a_project_holds_its_data(folder: Path) -> None:
    assert project_of(folder) == folder.parent.resolve()
    assert project_of(folder.parent) == folder.parent.resolve()


def test_links_are_followed_before_a_place_is_judged(folder: Path) -> None:
    outside = folder.parent.parent / "secret"
    outside.write_text("secret")
    (folder / "out").symlink_to(outside)
    (folder / "in").symlink_to(folder / "there")
    (folder / "round").symlink_to(folder / "round")
    (folder / "way").symlink_to(folder.parent.parent)
    assert is_inside(folder / "in", folder)
    assert is_inside(folder / "in" / ".." / "there", folder)
    for name in ("out", "way/secret", "../x", "/etc/passwd", "a\0b"):
        assert not is_inside(folder / name, folder), name


def test_a_link_that_leads_out_is_not_read(folder: Path) -> None:
    outside = folder.parent / "secret"
    outside.write_text("secret")
    (folder / "out").symlink_to(outside)
    (folder / "in").symlink_to("there")
    (folder / "there").write_text("there")
    assert read_bytes(folder / "in", 100, within=folder) == b"there"
    assert read_bytes(folder / "out", 100) == b"secret"
    with pytest.raises(OSError, match="leads out of the project"):
        read_bytes(folder / "out", 100, within=folder)
