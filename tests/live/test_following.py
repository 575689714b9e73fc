"""Changes are told, however files are written, and nothing else is."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from queue import Empty

import pytest

pytest.importorskip("watchfiles")

from watchfiles import watch

from argmap.files.find import FoundMap
from argmap.live.following import Follower
from argmap.live.watched_files import WatchedFiles

CLAIM = "claims:\n  - {id: one, text: One.}\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "data"
    folder.mkdir(parents=True)
    (folder / "claims.yaml").write_text(CLAIM, encoding="utf-8")
    return folder


@pytest.fixture(params=[False, True], ids=["told", "polled"])
def follower(home: Path, request: pytest.FixtureRequest) -> Iterator[Follower]:
    with Follower(WatchedFiles((FoundMap(home, home),)), poll=request.param) as follower:
        yield follower


def names(follower: Follower) -> list[str]:
    return [path.name for path in follower.wait()]


def test_a_file_that_is_written_replaced_removed_and_made(home: Path, follower: Follower) -> None:
    file = home / "claims.yaml"
    file.write_text(CLAIM.replace("One", "Two"), encoding="utf-8")
    assert names(follower) == ["claims.yaml"]
    (home / ".new").write_text(CLAIM, encoding="utf-8")
    (home / ".new").replace(file)
    assert names(follower) == ["claims.yaml"]
    file.unlink()
    assert names(follower) == ["claims.yaml"]
    (home / "more.yml").write_text(CLAIM, encoding="utf-8")
    assert names(follower) == ["more.yml"]


def test_a_folder_that_is_replaced_as_git_does(home: Path, follower: Follower) -> None:
    other = home.with_name("other")
    shutil.copytree(home, other)
    (other / "claims.yaml").write_text(CLAIM.replace("One", "Two"), encoding="utf-8")
    shutil.rmtree(home)
    assert names(follower) == ["claims.yaml"]
    other.rename(home)
    assert names(follower) == ["claims.yaml"]
    (home / "claims.yaml").write_text(CLAIM, encoding="utf-8")
    assert names(follower) == ["claims.yaml"]


def test_what_changes_nothing_is_not_told(home: Path, follower: Follower) -> None:
    os.utime(home / "claims.yaml", (1, 1))
    (home / "notes.txt").write_text("of no account", encoding="utf-8")
    (home / ".claims.yaml.swp").write_text("of no account", encoding="utf-8")
    (home / "claims.yaml").write_text(CLAIM, encoding="utf-8")
    (home / "last.yaml").write_text(CLAIM, encoding="utf-8")
    changed: list[str] = []
    while "last.yaml" not in changed:
        changed += names(follower)
    assert "notes.txt" not in changed
    assert ".claims.yaml.swp" not in changed
    with pytest.raises(Empty):
        follower._changes.get(timeout=0.7)  # nothing is left to tell


@pytest.mark.parametrize("error", [RuntimeError("too many watches"), FileNotFoundError("gone meanwhile")])
def test_a_system_that_cannot_tell(home: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    from argmap.live import following

    calls: list[object] = []

    def failing(*folders: Path, **options: object) -> object:
        calls.append(folders)
        if len(calls) == 1:
            raise error
        return watch(*folders, **options)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr(following, "watch", failing)
    with Follower(WatchedFiles((FoundMap(home, home),))) as follower:
        (home / "claims.yaml").write_text(CLAIM.replace("One", "Two"), encoding="utf-8")
        assert names(follower) == ["claims.yaml"]
    assert len(calls) == (1 if isinstance(error, RuntimeError) else 2)


def test_settings_and_what_they_name(home: Path, follower: Follower) -> None:
    settings, copies = home.parent / "argmap.toml", home.parent / "copies"
    copies.mkdir()
    settings.write_text('[check]\nsources = "copies"\n', encoding="utf-8")
    assert names(follower) == ["argmap.toml"]
    (copies / "article.txt").write_text("Said so.", encoding="utf-8")
    assert names(follower) == ["article.txt"]
