"""Maps in the history of a repository are read without being checked out."""

import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from argmap.files.git import GitError, Repository
from argmap.files.revision import read_revision

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
CLAIM = "claims:\n  - {id: one, text: One.}\n"


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(CLAIM, encoding="utf-8")
    (tmp_path / "data" / "zwei ü.yml").write_text("claims:\n  - {id: two, text: Zwei.}\n", encoding="utf-8")
    (tmp_path / "data" / "notes.txt").write_text("of no account", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def read(home: Path, inner: str) -> list[str] | None:
    repository = Repository.around(home / "data")
    commit = repository.commit("HEAD")
    assert commit
    loaded = read_revision(repository, commit, PurePosixPath(inner), "HEAD")
    return None if loaded is None else list(loaded.map.claims)


def test_a_folder_a_file_and_nothing(home: Path) -> None:
    (home / "data" / "a.yaml").unlink()
    assert read(home, "data") == ["one", "two"]
    assert read(home, "data/zwei ü.yml") == ["two"]
    assert read(home, "nowhere") is None


def test_places_name_the_revision(home: Path) -> None:
    repository = Repository.around(home)
    loaded = read_revision(repository, repository.commit("HEAD") or "", PurePosixPath("data"), "HEAD")
    assert loaded is not None
    assert str(loaded.map.locations["one"]) == "HEAD:data/a.yaml:2:5"


def test_faults_of_an_old_map_are_data(home: Path) -> None:
    (home / "data" / "a.yaml").write_text("claims: [\n", encoding="utf-8")
    git(home, "commit", "-qam", "broken")
    repository = Repository.around(home)
    loaded = read_revision(repository, repository.commit("HEAD") or "", PurePosixPath("data"), "HEAD")
    assert loaded is not None
    assert loaded.errors[0].location.file == "HEAD:data/a.yaml"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_links_are_not_followed_and_told(home: Path) -> None:
    (home / "data" / "link.yaml").symlink_to("/etc/passwd")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "link")
    repository = Repository.around(home)
    loaded = read_revision(repository, repository.commit("HEAD") or "", PurePosixPath("data"), "HEAD")
    assert loaded is not None
    assert "is a link" in loaded.errors[0].message


def test_what_is_no_revision(home: Path) -> None:
    repository = Repository.around(home)
    assert repository.commit("nope") is None
    assert repository.commit("--all") is None
    assert repository.commit("HEAD:data") is None


def test_outside_any_repository(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="is in no git repository"):
        Repository.around(tmp_path)


def test_a_link_out_of_the_repository(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "map.yaml"
    outside.write_text("claims: []\n", encoding="utf-8")
    (home / "link.yaml").symlink_to(outside)
    with pytest.raises(GitError, match="leads out of the repository"):
        Repository.around(home).inner(home / "link.yaml")


def test_a_repository_runs_no_program(home: Path) -> None:
    trap = home / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {home}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "filter.x.smudge"):
        git(home, "config", setting, str(trap))
    assert read(home, "data") == ["one", "two"]
    assert not (home / "sprung").exists()


def test_git_is_never_taken_from_the_folder_one_stands_in(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = home / "git"
    trap.write_text(f"#!/bin/sh\ntouch {home}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    monkeypatch.chdir(home)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert read(home, "data") == ["one", "two"]
    assert not (home / "sprung").exists()
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(GitError, match="git is not installed"):
        Repository.around(home)
