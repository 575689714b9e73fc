"""`argmap merge` as git calls it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.test_revision import git
from tests.running import run_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
DRIVER = f'"{sys.executable}" -m argmap merge %O %A %B --path %P --marker-size %L'


@pytest.fixture
def home(debate: Path) -> Path:
    folder = debate.parent
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "Ann")
    git(folder, "config", "user.email", "ann@example.org")
    git(folder, "config", "merge.argmap.driver", DRIVER)
    (folder / ".gitattributes").write_text("*.yaml merge=argmap\n", encoding="utf-8")
    commit(folder, "one")
    return folder


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def add(*words: str) -> None:
    assert run_command(["add", *words, "--map", "."]).exit_code == 0


def two_branches(home: Path) -> None:
    """Let two people add to the same lists, and change the same claim in different fields."""
    git(home, "switch", "-qc", "ben")
    add("claim", "Of Ben.", "--id", "of-ben")
    add("rebuttal", "Not so.", "--attacks", "ada-children", "--id", "ben-not-so")
    run_command(["set", "ada-children", "note=Seen by Ben.", "--map", "."])
    commit(home, "ben")
    git(home, "switch", "-q", "main")
    add("claim", "Of Ann.", "--id", "of-ann")
    add("rebuttal", "Never.", "--attacks", "ada-children", "--id", "ann-never")
    run_command(["set", "ada-children", "title=Children", "--map", "."])
    commit(home, "ann")


@pytest.mark.parametrize(
    "way", [["merge", "-q", "--no-edit", "ben"], ["cherry-pick", "ben~0"], ["rebase", "-q", "ben"]]
)
def test_two_people_who_append_to_the_same_lists(home: Path, way: list[str]) -> None:
    two_branches(home)
    git(home, *way)
    ids = run_command(["list", "--map", "."]).stdout
    for key in ("of-ben", "of-ann", "ben-not-so", "ann-never"):
        assert key in ids
    shown = run_command(["show", "ada-children", "--map", "."]).stdout
    assert "Seen by Ben." in shown
    assert "Children" in shown
    assert run_command(["check", "--map", ".", "--select", "Y,R"]).exit_code == 0


def test_plain_git_conflicts_there(home: Path) -> None:
    two_branches(home)
    git(home, "config", "--unset", "merge.argmap.driver")
    with pytest.raises(subprocess.CalledProcessError):
        git(home, "merge", "-q", "--no-edit", "ben")


def test_a_conflict_is_left_to_people_and_explained_by_check(home: Path) -> None:
    git(home, "switch", "-qc", "ben")
    run_command(["set", "ada-children", "title=Of Ben", "--map", "."])
    commit(home, "ben")
    git(home, "switch", "-q", "main")
    run_command(["set", "ada-children", "title=Of Ann", "--map", "."])
    commit(home, "ann")
    with pytest.raises(subprocess.CalledProcessError):
        git(home, "merge", "-q", "--no-edit", "ben")
    text = (home / "debate.yaml").read_text(encoding="utf-8")
    assert "<<<<<<< ours\n    title: Of Ann\n=======\n    title: Of Ben\n>>>>>>> theirs\n" in text
    assert "Y114" in run_command(["check", "--map", "."]).stdout


def test_the_result_is_printed_or_written_to_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    base = "claims:\n  - {id: a, text: A.}\n"
    for name, text in (
        ("b", base),
        ("o", base + "  - {id: o, text: O.}\n"),
        ("t", base + "  - {id: t, text: T.}\n"),
    ):
        Path(name).write_text(text, encoding="utf-8")
    both = base + "  - {id: o, text: O.}\n  - {id: t, text: T.}\n"
    assert run_command(["merge", "b", "o", "t", "--print"]).stdout == both
    assert Path("o").read_text(encoding="utf-8") == base + "  - {id: o, text: O.}\n"
    assert run_command(["merge", "b", "o", "t"]).exit_code == 0
    assert Path("o").read_text(encoding="utf-8") == both


def test_what_is_no_map_is_merged_by_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("b", "1\n2\n3\n4\n"), ("o", "0\n2\n3\n4\n"), ("t", "1\n2\n3\n5\n")):
        Path(name).write_text(text, encoding="utf-8")
    outcome = run_command(["merge", "b", "o", "t", "--path", "notes.yaml"])
    assert outcome.exit_code == 0
    assert (
        outcome.stderr == "argmap: notes.yaml: merged by lines: a version is not YAML\n"
        or "faults" in outcome.stderr
    )
    assert Path("o").read_text(encoding="utf-8") == "0\n2\n3\n5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_what_is_merged_by_lines_ends_them_in_one_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("b", "1\n2\n3\né\n"), ("o", "0\r\n2\r\n3\r\né\r\n"), ("t", "1\n2\n3\n5\n")):
        Path(name).write_bytes(text.encode(encoding))
    outcome = run_command(["merge", "b", "o", "t"])
    if encoding == "utf-8":
        assert (outcome.exit_code, Path("o").read_bytes()) == (0, b"0\r\n2\r\n3\r\n5\r\n")
    else:
        assert "not UTF-8" in outcome.stderr
