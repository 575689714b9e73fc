"""Several files change together or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.files.disk import snapshot
from argmap.files.disk.journal import JournalError, Step, digest, digest_of, encode
from argmap.files.disk.names import JOURNAL
from argmap.files.disk.reading import read_bytes
from argmap.files.disk.snapshot import read_file, read_folder
from argmap.files.disk.together import ChangedMeanwhileError, write_together
from argmap.files.load import read_map

BREAKING = Path(__file__).with_name("breaking.py")
STAGED = ".argmap-0123456789abcdef-1.new"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links, owners and forks are POSIX's")


def contents(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder, hidden ones among them."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def lay_out(folder: Path, **files: bytes) -> dict[str, Path]:
    paths = {name: folder / f"{name}.yaml" for name in files}
    for name, content in files.items():
        paths[name].write_bytes(content)
    return paths


def interrupted(folder: Path, target: str = "a.yaml", staged: str = STAGED, new: bytes = b"new") -> Path:
    """Leave behind in a folder what a change leaves that was killed as soon as it was decided."""
    place = folder / target
    (place.parent / STAGED).write_bytes(new)
    step = Step(place, place.parent / staged, None, digest_of(place), digest(new))
    (folder / JOURNAL).write_bytes(encode(folder, [step]))
    return place


def test_files_of_several_folders_change_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    first, second, third = (tmp_path / name for name in ("data/a.yaml", "argmap.toml", "data/b.yaml"))
    write_together({first: b"1", second: b"2", third: b"3"})
    assert contents(tmp_path) == {"data/a.yaml": b"1", "argmap.toml": b"2", "data/b.yaml": b"3"}
    write_together({first: b"4", second: b"5", third: None}, {first: b"1", second: digest(b"2")})
    assert contents(tmp_path) == {"data/a.yaml": b"4", "argmap.toml": b"5"}


@pytest.mark.parametrize("known", [b"other", None, digest(b"other")])
@pytest.mark.parametrize("name", ["a", "c"])
def test_a_file_that_changed_meanwhile_stops_the_change(
    tmp_path: Path, known: bytes | str | None, name: str
) -> None:
    files = lay_out(tmp_path, a=b"1", b=b"2", c=b"3")
    before = contents(tmp_path)
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile") as caught:
        write_together({files["a"]: b"new", files["b"]: b"new"}, {files[name]: known})
    assert caught.value.filename == str(files[name])
    assert contents(tmp_path) == before


def test_a_file_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"1", b=b"2")
    before = files["a"].stat()
    write_together({files["a"]: b"1", files["b"]: b"new"})
    assert files["a"].stat() == before


@posix_only
@pytest.mark.parametrize("way", ["kill", "fail"])
def test_whatever_call_of_the_system_breaks_it_off(way: str, tmp_path: Path) -> None:
    assert int(broken_off(way, tmp_path)) > 50


@posix_only
@pytest.mark.slow
@pytest.mark.parametrize("way", ["kill-at-lines", "interrupt-at-lines"])
def test_whatever_line_it_breaks_off_at(way: str, tmp_path: Path) -> None:
    assert int(broken_off(way, tmp_path)) > 1000


def broken_off(way: str, folder: Path) -> str:
    """Break the change off at every place; give what went wrong, or the number of places."""
    command = [sys.executable, str(BREAKING), str(folder), way]
    surroundings = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8", check=True).stdout


def test_an_interrupted_change_is_read_as_done_without_writing(tmp_path: Path) -> None:
    place = interrupted(tmp_path)
    before = contents(tmp_path)
    assert read_folder(tmp_path, 100).contents == {place: b"new"}
    assert read_file(place, 100) == b"new"
    assert contents(tmp_path) == before


def test_a_map_says_that_a_change_was_interrupted(tmp_path: Path) -> None:
    lay_out(tmp_path, a=b"claims: []\n", b=b"claims: []\n")
    interrupted(tmp_path, new=b"claims: [{id: new, text: New.}]\n")
    loaded = read_map(tmp_path)
    assert [finding.code for finding in loaded.diagnostics] == ["Y115"]
    assert set(loaded.map.claims) == {"new"}


def test_who_writes_next_puts_it_in_place_first(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"old", b=b"other")
    interrupted(tmp_path)
    with pytest.raises(ChangedMeanwhileError):
        write_together({files["b"]: b"mine"}, {files["a"]: b"old"})
    assert contents(tmp_path) == {"a.yaml": b"new", "b.yaml": b"other"}


def test_what_was_edited_after_an_interrupted_change_is_never_overwritten(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"old", b=b"other")
    interrupted(tmp_path)
    files["a"].write_bytes(b"edited by hand")
    before = contents(tmp_path)
    with pytest.raises(JournalError, match=r"is older than a\.yaml"):
        write_together({files["b"]: b"mine"})
    assert [finding.code for finding in read_map(tmp_path).diagnostics] == ["Y116"]
    assert contents(tmp_path) == before


@posix_only
@pytest.mark.parametrize(
    ("target", "staged"),
    [
        ("../outside.yaml", STAGED),
        ("data/../../outside.yaml", STAGED),
        ("/etc/outside.yaml", STAGED),
        ("link/a.yaml", STAGED),
        (".git/hooks", STAGED),
        (".GIT/hooks", STAGED),
        (JOURNAL, STAGED),
        ("a.yaml", "other.yaml"),
        ("a.yaml", f"../{STAGED}"),
        ("a.yaml", f"data/{STAGED}"),
    ],
)
def test_a_journal_leads_nowhere_else(tmp_path: Path, target: str, staged: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    (inside / "data").mkdir(parents=True)
    outside.mkdir()
    (inside / "link").symlink_to(outside)
    (outside / STAGED).write_bytes(b"new")
    for folder in (inside, inside / "data"):
        (folder / STAGED).write_bytes(b"new")
        (folder / "other.yaml").write_bytes(b"new")
    file = {"file": target.split("/"), "staged": staged, "spare": None, "old": None, "new": digest(b"new")}
    (inside / JOURNAL).write_text(json.dumps({"argmap-journal": 1, "files": [file]}))
    before = contents(tmp_path)
    with pytest.raises(JournalError):
        write_together({inside / "b.yaml": b"", inside / "c.yaml": b""})
    assert contents(tmp_path) == before


@posix_only
def test_a_staged_file_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"new")
    files = lay_out(tmp_path, a=b"old", b=b"")
    interrupted(tmp_path)
    (tmp_path / STAGED).unlink()
    (tmp_path / STAGED).symlink_to("secret")
    with pytest.raises(OSError, match="it is a link"):
        write_together({files["b"]: b"mine"})
    assert files["a"].read_bytes() == b"old"


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"x",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"argmap-journal": 2}',
        b'{"argmap-journal": 1, "files": [1]}',
    ],
)
def test_what_is_no_journal_is_told(tmp_path: Path, journal: bytes) -> None:
    lay_out(tmp_path, a=b"claims: []\n")
    (tmp_path / JOURNAL).write_bytes(journal)
    loaded = read_map(tmp_path)
    assert [finding.code for finding in loaded.errors] == ["Y116"]
    assert str(loaded.errors[0].location).endswith(f"{JOURNAL}:1:1")


@posix_only
def test_a_journal_that_is_a_link_or_a_pipe_is_told(tmp_path: Path) -> None:
    lay_out(tmp_path, a=b"claims: []\n")
    for make in (lambda path: path.symlink_to("/dev/zero"), os.mkfifo, os.mkdir):
        make(tmp_path / JOURNAL)
        assert [finding.code for finding in read_map(tmp_path).errors] == ["Y116"]
        os.rename(tmp_path / JOURNAL, tmp_path / f"gone-{len(os.listdir(tmp_path))}")  # noqa: PTH104, PTH208


@posix_only
def test_links_pipes_folders_and_read_only_files_are_refused(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"1", b=b"2")
    (tmp_path / "link.yaml").symlink_to("b.yaml")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    lay_out(tmp_path, locked=b"3")["locked"].chmod(0o444)
    before = contents(tmp_path)
    for name, why in {
        "link": "it is a link",
        "folder": "it is a folder",
        "pipe": "not a regular file",
        "locked": "it is read-only",
    }.items():
        with pytest.raises(OSError, match=why) as caught:
            write_together({files["a"]: b"new", tmp_path / f"{name}.yaml": b"new"})
        assert caught.value.filename == str(tmp_path / f"{name}.yaml")
    assert contents(tmp_path) == before


@posix_only
def test_permissions_and_names_stay(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"1", b=b"2")
    files["a"].chmod(0o640)
    os.link(files["a"], tmp_path / "second name")
    write_together({files["a"]: b"new", files["b"]: b"new"})
    assert files["a"].stat().st_mode & 0o777 == 0o640
    assert files["a"].stat().st_nlink == 1
    assert (tmp_path / "second name").read_bytes() == b"1"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"1", b=b"2")
    os.chown(files["a"], 12345, 54321)
    write_together({files["a"]: b"new", files["b"]: b"new"})
    assert (files["a"].stat().st_uid, files["a"].stat().st_gid) == (12345, 54321)


@posix_only
def test_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    place = tmp_path / ("n" * 250 + ".yaml")
    write_together({place: b"1", tmp_path / "b.yaml": b"2"})
    assert place.read_bytes() == b"1"


def test_what_a_killed_change_left_over_is_swept_up(tmp_path: Path) -> None:
    files = lay_out(tmp_path, a=b"1")
    (tmp_path / STAGED).write_bytes(b"half")
    write_together({files["a"]: b"2"})
    assert contents(tmp_path) == {"a.yaml": b"2"}


def test_a_reader_never_sees_half_a_change_while_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = lay_out(tmp_path, a=b"0", b=b"0")
    reads = 0

    def read_and_change(path: Path, most: int, *, within: Path | None = None) -> bytes:
        nonlocal reads
        content = read_bytes(path, most, within=within)
        reads += 1
        if reads < 20:
            write_together({path: str(reads).encode() for path in files.values()})
        return content

    monkeypatch.setattr(snapshot, "read_bytes", read_and_change)
    assert set(read_folder(tmp_path, 100).contents.values()) == {b"19"}
