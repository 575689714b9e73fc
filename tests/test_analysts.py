"""Three analysts share a map: branches, two people, a merge, what changed in words, and the verdict."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.test_revision import git
from tests.running import Outcome, run_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
DRIVER = f'"{sys.executable}" -m argmap merge %O %A %B --path %P --marker-size %L'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which a map was begun, and whose merge driver is argmap."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "merge.argmap.driver", DRIVER)
    argmap("init", "street", "--title", "Should Market Street be closed to cars?")
    (tmp_path / ".gitattributes").write_text("street/data/*.yaml merge=argmap\n", encoding="utf-8")
    add("claim", "Market Street should be closed to cars.", "--by", "Ada", "--create", "--id", "close")
    add("claim", "The air gets cleaner.", "--by", "ada", "--id", "air")
    add("reason", "close", "air")
    commit("Begin", "Ann")
    return tmp_path


def argmap(*words: str, code: int = 0) -> Outcome:
    outcome = run_command(words)
    assert outcome.exit_code == code, outcome.output
    return outcome


def add(*words: str) -> None:
    argmap("--map", "street/data", "add", *words)


def commit(message: str, author: str) -> None:
    here = Path.cwd()
    git(here, "add", "-A")
    git(here, "commit", "-qm", message, "--author", f"{author} <{author}@example.org>")


def of_ben() -> None:
    add(
        "rebuttal",
        "Deliveries must come through.",
        "--by",
        "Boris",
        "--create",
        "--attacks",
        "close",
        "--id",
        "vans",
    )
    argmap("--map", "street/data", "set", "close", "tags=street")
    commit("Deliveries", "Ben")


def of_cleo() -> None:
    add("claim", "Shops gain custom.", "--by", "Chen", "--create", "--id", "custom")
    add("rebuttal", "Fumes go round the corner.", "--by", "chen", "--attacks", "air", "--id", "fumes")
    argmap("--map", "street/data", "set", "close", "title=Close it")
    commit("Shops and fumes", "Cleo")


def test_from_two_branches_to_the_verdict(home: Path) -> None:
    git(home, "switch", "-qc", "ben")
    of_ben()
    git(home, "switch", "-qc", "draft", "main")
    of_cleo()

    # Both wrote to the same lists and to the same claim, and the driver merges them.
    git(home, "merge", "-q", "--no-edit", "ben")
    assert git(home, "status", "--porcelain") == ""
    argmap("check", "street/data", "--select", "Y,R,F")
    told = argmap("--map", "street/data", "diff", "main", "draft", "--markdown").stdout
    assert "**Newly open (2)**" in told
    assert "1 claim added, 2 rebuttals added, 1 statement changed, 2 people added" in told
    assert "rebuts Ada: Close it" in told
    assert "- Ada, to Boris: Deliveries must come through. (rebut)" in told
    assert told.index("**Newly open (2)**") < told.index("<details>")

    # What the branch brings fails, with a note beside each line; nothing else does.
    verdict = ["unanswered", "street/data", "--since", "main", "--format", "github", "--fail-on", "open"]
    outcome = argmap(*verdict, code=1)
    assert outcome.stderr == "argmap: --fail-on: 2 open\n"
    assert outcome.stdout.count("::error file=street/data/claims.yaml,line=") == 2

    # Ada answers one and concedes the other, and the verdict is kinder.
    add("rebuttal", "At night they can.", "--by", "ada", "--attacks", "vans", "--id", "night")
    add("source", "diary", "--title", "Ada's diary")
    argmap("--map", "street/data", "set", "fumes", "conceded=diary, p. 3")
    commit("Answers", "Ann")
    argmap(*verdict)
    changes = json.loads(argmap("--map", "street/data", "diff", "HEAD~1", "HEAD", "--json").stdout)
    assert (changes["newly_answered"], changes["conceded"]) == (["vans"], ["fumes"])

    # The next one who asks is told what happened, and that nothing waits.
    git(home, "switch", "-q", "main")
    git(home, "merge", "-q", "--no-edit", "draft")
    log = json.loads(argmap("--map", "street/data", "log", "--json").stdout)
    events = [
        (one["author"], event["event"], event["id"]) for one in log["commits"] for event in one["events"]
    ]
    for event in (
        ("Ben", "raised", "vans"),
        ("Cleo", "raised", "fumes"),
        ("Cleo", "added", "custom"),
        ("Ann", "newly_answered", "vans"),
        ("Ann", "conceded", "fumes"),
    ):
        assert events.count(event) == 1
    assert log["open"] == []


def test_where_git_did_not_find_argmap_the_file_is_merged_again(home: Path) -> None:
    git(home, "switch", "-qc", "ben")
    of_ben()
    git(home, "switch", "-qc", "draft", "main")
    of_cleo()
    ours = (home / "street" / "data" / "claims.yaml").read_bytes()
    git(home, "config", "merge.argmap.driver", "no-such-program %O %A %B")
    with pytest.raises(subprocess.CalledProcessError):
        git(home, "merge", "-q", "--no-edit", "ben")
    # Our text, without a mark: what Ben wrote is not in it.
    assert (home / "street" / "data" / "claims.yaml").read_bytes() == ours
    git(home, "config", "merge.argmap.driver", DRIVER)
    git(home, "checkout", "-m", "street/data/claims.yaml")
    told = json.loads(argmap("--map", "street/data", "diff", "main", "--json").stdout)
    assert sorted(told["newly_open"]) == ["fumes", "vans"]
