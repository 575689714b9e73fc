"""Files are written whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from argmap.files.disk.writing import write_atomically

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are POSIX's")


def test_a_file_holds_what_was_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    for content in (b"old", b"new\r\n"):
        write_atomically(tmp_path / "a.yaml", content)
        assert (tmp_path / "a.yaml").read_bytes() == content
    assert list(tmp_path.iterdir()) == [tmp_path / "a.yaml"]


def test_the_old_content_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@posix_only
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


@posix_only
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "no" / "a.yaml", b"")
