"""A change of several files happens wholly or not at all, whatever stops it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.editing.renaming import rename
from argmap.files.load import read_map
from argmap.references import NewNames

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("breaking_rename.py")
FILES = {
    "a.yaml": "claims:\n  - {id: close, text: Close it.}\n",
    "b.yaml": "claims:\n  - {id: air, text: Cleaner., because: [close]}\n",
}
FULL_DISK = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)); "
    "from argmap.cli import main; sys.argv[1:] = ['rename', 'close', 'shut', '--map', sys.argv[1]]; main()"
)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="forks and limits are POSIX's")


def lay_out(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in folder.iterdir()}


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    # Where a file may not grow, Python 3.11 leaves half a compiled module, and the next program fails.
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8", check=False)


@posix_only
@pytest.mark.slow
@pytest.mark.parametrize("way", ["kill", "fail"])
def test_a_rename_that_is_broken_off_anywhere_leaves_a_whole_map(way: str, tmp_path: Path) -> None:
    done = run(str(PROGRAM), str(tmp_path), way)
    assert done.stderr == ""
    assert int(done.stdout) > 20


@posix_only
def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    done = run("-c", FULL_DISK, str(lay_out(tmp_path)))
    assert done.returncode == 74
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tmp_path) == FILES


@posix_only
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    lay_out(tmp_path).chmod(0o555)
    try:
        done = run("-m", "argmap", "rename", "close", "shut", "--map", str(tmp_path))
    finally:
        tmp_path.chmod(0o755)
    assert (done.returncode, contents(tmp_path)) == (74, FILES)
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_changed_meanwhile_is_not_overwritten(name: str, tmp_path: Path) -> None:
    loaded = read_map(lay_out(tmp_path))
    edit = MapEdit(loaded)
    edit.confirm(rename(edit, NewNames(nodes={"close": "shut"})))
    (tmp_path / name).write_text("claims: []\n", encoding="utf-8")
    with pytest.raises(EditRefusedError, match="changed since it was read"):
        edit.write()
    assert contents(tmp_path) == FILES | {name: "claims: []\n"}
