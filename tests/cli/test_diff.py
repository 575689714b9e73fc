"""`argmap diff` in real repositories, as analysts use it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.files.test_revision import git
from tests.running import run_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")


@pytest.fixture
def repository_of_debate(debate: Path) -> Path:
    git(debate.parent, "init", "-q", "-b", "main")
    git(debate.parent, "add", "-A")
    git(debate.parent, "commit", "-qm", "one")
    return debate


def add(*words: str) -> None:
    assert run_command(["add", *words, "--map", "."]).exit_code == 0


@pytest.mark.usefixtures("repository_of_debate")
def test_nothing_has_changed() -> None:
    assert run_command(["diff", "--map", "."]).stdout == "No change in the map.\n"


def test_comments_are_no_change(repository_of_debate: Path) -> None:
    with repository_of_debate.open("a", encoding="utf-8") as file:
        file.write("\n# a comment\n")
    assert run_command(["diff", "--map", "."]).stdout == "No change in the map.\n"


@pytest.mark.usefixtures("repository_of_debate")
def test_branches_ranges_and_what_fails(repository_of_debate: Path) -> None:
    folder = repository_of_debate.parent
    git(folder, "switch", "-qc", "draft")
    add("rebuttal", "Not so.", "--attacks", "ada-children", "--by", "boris", "--id", "not-so")
    git(folder, "commit", "-qam", "two")
    git(folder, "switch", "-q", "main")
    add("claim", "Something else.", "--id", "else")
    git(folder, "commit", "-qam", "three")
    for words in (["main...draft"], ["main~1", "draft"], ["main~1..draft"]):
        outcome = run_command(["diff", *words, "--map", ".", "--json", "--fail-on", "newly-open"])
        document = json.loads(outcome.stdout)
        assert (document["newly_open"], document["removed"]) == (["not-so"], [])
        assert outcome.exit_code == 1
        assert outcome.stderr == "argmap: --fail-on: 1 newly open\n"
    both = json.loads(run_command(["diff", "main..draft", "--map", ".", "--json"]).stdout)
    assert [one["id"] for one in both["removed"]] == ["else"]
    assert run_command(["diff", "draft", "draft", "--map", "."]).stdout == "No change in the map.\n"


def test_a_map_that_is_not_in_the_revision_is_new(debate: Path) -> None:
    git(debate.parent, "init", "-q")
    git(debate.parent, "commit", "-qm", "none", "--allow-empty")
    outcome = run_command(["diff", "--map", "debate.yaml", "--stat"])
    assert outcome.stderr == "argmap: HEAD has no map in `debate.yaml`, so that everything is new\n"
    assert "claims added" in outcome.stdout
    git(debate.parent, "add", "-A")
    git(debate.parent, "commit", "-qm", "one")
    outcome = run_command(["diff", "HEAD", "HEAD~1", "--map", "debate.yaml", "--stat"])
    assert outcome.stderr == "argmap: HEAD~1 has no map in `debate.yaml`, so that everything is gone\n"
    assert "claims removed" in outcome.stdout


def test_files_and_folders_need_no_repository(debate: Path) -> None:
    Path("old").mkdir()
    shutil.copy(debate, "old/debate.yaml")
    add("claim", "Something else.", "--id", "else")
    assert run_command(["diff", "old", "debate.yaml", "--stat"]).stdout == "1 claim added\n"


def test_outside_a_repository(debate: Path) -> None:
    outcome = run_command(["diff", "--map", str(debate)])
    assert outcome.exit_code == 2
    assert "is in no git repository" in outcome.stderr
    assert "hint: name two maps" in outcome.stderr


@pytest.mark.usefixtures("repository_of_debate")
def test_words_that_mean_nothing_or_two_things(repository_of_debate: Path) -> None:
    assert "`nope` is no revision, folder or file" in run_command(["diff", "nope", "--map", "."]).stderr
    for words in (["", "HEAD"], ["HEAD", ""], [""]):
        assert "`` is no revision, folder or file" in run_command(["diff", *words, "--map", "."]).stderr
    git(repository_of_debate.parent, "branch", "debate.yaml")
    outcome = run_command(["diff", "debate.yaml", "--map", "."])
    assert outcome.exit_code == 2
    assert "is a path and a revision" in outcome.stderr


def test_a_broken_map_is_refused_with_its_place(repository_of_debate: Path) -> None:
    repository_of_debate.write_text("claims: [\n", encoding="utf-8")
    outcome = run_command(["diff", "--map", "."])
    assert outcome.exit_code == 2
    assert "debate.yaml:" in outcome.stderr


@pytest.mark.usefixtures("repository_of_debate")
def test_a_picture_of_both_versions() -> None:
    outcome = run_command(["diff", "--map", ".", "-o", "none.svg"])
    assert (outcome.exit_code, outcome.stderr) == (
        0,
        "argmap: no change in the map, so that nothing is drawn\n",
    )
    assert not Path("none.svg").exists()
    add("rebuttal", "Not so.", "--attacks", "ada-children", "--by", "boris", "--id", "not-so")
    outcome = run_command(["diff", "--map", ".", "--depth", "1", "-o", "new.svg", "--fail-on", "newly-open"])
    assert outcome.exit_code == 1
    picture = Path("new.svg").read_text(encoding="utf-8")
    assert 'id="not-so"' in picture
    assert "What changed from HEAD to the working tree." in picture
    assert run_command(["diff", "--map", ".", "--html", "-o", "new.html"]).exit_code == 0
    assert "New since HEAD." in Path("new.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--depth", "1"], "--depth is for a picture"),
        (["--svg", "--json"], "--json tells in words"),
        (["-o", "a.svg", "--markdown"], "--markdown tells in words"),
        (["-o", "a.tex"], "does not tell the format"),
    ],
)
@pytest.mark.usefixtures("repository_of_debate")
def test_a_picture_is_asked_for_alone(words: list[str], told: str) -> None:
    outcome = run_command(["diff", "--map", ".", *words])
    assert outcome.exit_code == 2
    assert told in outcome.stderr
