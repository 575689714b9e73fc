"""What a merge driver cannot see, as it is asked about one file at a time, is told by `argmap check`."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_merge import DRIVER, commit
from tests.files.test_revision import git
from tests.running import run_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
CLAIMS = "claims:\n  - {id: close, by: ada, text: Close it.}\n  - {id: air, by: ada, text: The air.}\n"
REBUTTALS = "rebuttals:\n  - {id: vans, by: boris, attacks: close, text: Vans.}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Ann")
    git(tmp_path, "config", "user.email", "ann@example.org")
    git(tmp_path, "config", "merge.argmap.driver", DRIVER)
    write(tmp_path, ".gitattributes", "*.yaml merge=argmap\n")
    write(tmp_path, "claims.yaml", CLAIMS)
    write(tmp_path, "rebuttals.yaml", REBUTTALS)
    commit(tmp_path, "one")
    return tmp_path


def write(home: Path, name: str, text: str) -> None:
    (home / name).write_text(text, encoding="utf-8")


def merged(home: Path, mine: dict[str, str], yours: dict[str, str]) -> list[str]:
    """Let two people change files, merge, and give what `check` says is wrong."""
    git(home, "switch", "-qc", "ben")
    for name, text in yours.items():
        write(home, name, text)
    commit(home, "ben")
    git(home, "switch", "-q", "main")
    for name, text in mine.items():
        write(home, name, text)
    commit(home, "ann")
    git(home, "merge", "-q", "--no-edit", "ben")
    outcome = run_command(["check", "--map", ".", "--select", "Y,R,F", "--format", "gcc"])
    assert outcome.exit_code == (2 if outcome.stdout else 0)
    return outcome.stdout.splitlines()


ATTACK = "  - {id: fumes, by: chen, attacks: air, text: Fumes.}\n"


def test_what_is_removed_in_one_file_and_attacked_in_another(home: Path) -> None:
    gone = {"claims.yaml": CLAIMS.replace("  - {id: air, by: ada, text: The air.}\n", "")}
    (line,) = merged(home, gone, {"rebuttals.yaml": REBUTTALS + ATTACK})
    assert line.startswith("rebuttals.yaml:3:36: error: there is no claim, inference, rebuttal or named ")
    assert line.endswith("[R301 unknown-statement]")


def test_what_is_renamed_in_one_file_and_attacked_in_another(home: Path) -> None:
    new = {"claims.yaml": CLAIMS.replace("id: air", "id: breeze")}
    (line,) = merged(home, new, {"rebuttals.yaml": REBUTTALS + ATTACK})
    assert "`air`" in line


def test_an_id_that_both_took_in_different_files(home: Path) -> None:
    mine = {"claims.yaml": CLAIMS + "  - {id: fumes, by: ada, text: No fumes.}\n"}
    lines = merged(home, mine, {"rebuttals.yaml": REBUTTALS + ATTACK})
    assert lines[0].startswith("rebuttals.yaml:3:10: error: the id `fumes` is taken")
    assert lines[1] == "claims.yaml:4:10: note: first here"


def test_what_both_files_of_both_sides_allow_is_fine(home: Path) -> None:
    mine = {"claims.yaml": CLAIMS + "  - {id: calm, by: ada, text: Calm.}\n"}
    assert merged(home, mine, {"rebuttals.yaml": REBUTTALS + ATTACK}) == []


def test_what_is_moved_in_one_branch_and_changed_in_the_other(home: Path) -> None:
    air = "  - {id: air, by: ada, text: The air.}\n"
    mine = {"claims.yaml": CLAIMS.replace(air, ""), "more.yaml": f"claims:\n{air}"}
    git(home, "switch", "-qc", "ben")
    write(home, "claims.yaml", CLAIMS.replace("The air.", "The air gets cleaner."))
    commit(home, "ben")
    git(home, "switch", "-q", "main")
    for name, text in mine.items():
        write(home, name, text)
    commit(home, "ann")
    with pytest.raises(subprocess.CalledProcessError):
        git(home, "merge", "-q", "--no-edit", "ben")
    outcome = run_command(["check", "--map", ".", "--select", "Y,R,F", "--format", "gcc"])
    assert outcome.exit_code == 2
    assert "Y114" in outcome.stdout
