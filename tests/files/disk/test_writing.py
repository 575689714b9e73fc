"""What commands write where the user says."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from argmap.files.disk.descriptors import write_all
from argmap.files.disk.writing import write_file

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and pipes are POSIX's")


def test_a_file_holds_what_was_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    for content in (b"old", b"new\r\n"):
        write_file(tmp_path / "a.svg", content, named=True)
        assert (tmp_path / "a.svg").read_bytes() == content
    assert list(tmp_path.iterdir()) == [tmp_path / "a.svg"]


def test_the_old_content_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.svg"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left") as caught:
        write_file(target, b"new", named=True)
    assert caught.value.filename == str(target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@posix_only
def test_a_link_that_the_user_named_stays_and_its_file_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "a.svg", tmp_path / "link.svg"
    link.symlink_to("a.svg")
    write_file(link, b"new", named=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix_only
def test_a_link_that_nobody_named_is_refused(tmp_path: Path) -> None:
    target, link = tmp_path / "a.svg", tmp_path / "link.svg"
    target.write_bytes(b"old")
    link.symlink_to("a.svg")
    with pytest.raises(OSError, match="it is a link"):
        write_file(link, b"new", named=False)
    assert target.read_bytes() == b"old"


@posix_only
def test_permissions_stay_and_other_names_keep_the_old_content(tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    target.write_bytes(b"old")
    target.chmod(0o640)
    os.link(target, tmp_path / "second")
    write_file(target, b"new", named=True)
    assert target.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "second").read_bytes() == b"old"


@posix_only
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_file(tmp_path / "new", b"", named=True)
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


@posix_only
def test_a_read_only_file_is_refused_even_for_root(tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        write_file(target, b"new", named=True)
    assert target.read_bytes() == b"old"


@posix_only
def test_a_pipe_and_a_device_are_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = threading.Thread(target=write_file, args=(pipe, b"x" * 200_000), kwargs={"named": True})
    writing.start()
    assert pipe.read_bytes() == b"x" * 200_000
    writing.join()
    assert pipe.is_fifo()
    write_file(Path(os.devnull), b"new", named=True)
    assert Path(os.devnull).is_char_device()


@posix_only
def test_a_pipe_that_nobody_named_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        write_file(tmp_path / "pipe", b"new", named=False)


@posix_only
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "link"])
def test_standard_output_by_its_name_goes_on_where_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    log = tmp_path / "log"
    log.write_bytes(b"before\n")
    code = (
        "from pathlib import Path; from argmap.files.disk.writing import write_file\n"
        f"print('printed', flush=True); write_file(Path({name!r}), b'written\\n', named=True)"
    )
    with log.open("ab") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, cwd=tmp_path, check=True, env=_here())
    assert log.read_bytes() == b"before\nprinted\nwritten\n"


def _here() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}


@posix_only
def test_a_long_name_is_no_hindrance_and_a_longer_one_is_named_in_the_error(tmp_path: Path) -> None:
    longest = tmp_path / ("n" * 255)
    write_file(longest, b"new", named=True)
    assert longest.read_bytes() == b"new"
    longer = tmp_path / ("n" * 256)
    with pytest.raises(OSError, match="too long") as caught:
        write_file(longer, b"new", named=True)
    assert caught.value.filename == str(longer)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "no" / "a.svg", b"", named=True)
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, b"", named=True)


@posix_only
def test_every_byte_is_written_to_a_pipe_that_takes_few_at_once() -> None:
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    content = os.urandom(300_000)
    writing = threading.Thread(target=write_all, args=(theirs, content))
    writing.start()
    with os.fdopen(ours, "rb") as file:
        assert file.read(len(content)) == content
    writing.join()
    os.close(theirs)
