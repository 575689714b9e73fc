import json
import shutil
from pathlib import Path

import pytest

import argmap
from tests.running import run_command


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("word", ["reopened", "re-opened", "Reopened"])
def test_a_bucket_is_known_by_every_spelling(word: str) -> None:
    expected = run_command(["--map", "debate.yaml", "unanswered", "--bucket", "reopened"])
    assert "Re-opened challenges (1)" in expected.stdout
    assert run_command(["--map", "debate.yaml", "unanswered", "--bucket", word]) == expected


@pytest.mark.usefixtures("debate")
def test_a_bucket_is_known_as_json_documents_spell_it() -> None:
    outcome = run_command(["--map", "debate.yaml", "unanswered", "--fail-on", "answered_elsewhere"])
    assert outcome.exit_code == 1


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("shown", [[], ["--bucket", "unchallenged"], ["--bucket", "conceded"], ["--json"]])
@pytest.mark.parametrize(
    "by", [[], ["--by", "ada"], ["--by", "chen"], ["--owed-by", "chen"], ["--tag", "air"]]
)
@pytest.mark.parametrize("bucket", ["open", "answered", "mutual", "conceded"])
def test_what_is_shown_does_not_decide_what_fails(shown: list[str], by: list[str], bucket: str) -> None:
    members = run_command(["--map", "debate.yaml", "unanswered", *by, "--bucket", bucket, "--json"])
    has_some = bool(json.loads(members.stdout)[bucket])
    outcome = run_command(["--map", "debate.yaml", "unanswered", *by, *shown, "--fail-on", bucket])
    assert outcome.exit_code == has_some
    assert bool(outcome.stderr) == has_some


@pytest.mark.usefixtures("debate")
def test_a_bucket_that_nobody_owes_a_reply_to_cannot_be_failed_on_by_debtor() -> None:
    outcome = run_command(
        ["--map", "debate.yaml", "unanswered", "--owed-by", "ada", "--fail-on", "unchallenged"]
    )
    assert outcome.exit_code == 2


def add(*words: str) -> None:
    assert run_command(["add", *words, "--map", "debate.yaml"]).exit_code == 0


def since_old(*words: str) -> dict[str, list[str]]:
    outcome = run_command(["unanswered", "--since", "old", *words, "--json", "--map", "debate.yaml"])
    document = json.loads(outcome.stdout)
    assert document["since"] == "old"
    return {
        bucket: [one["id"] for one in members]
        for bucket, members in document.items()
        if isinstance(members, list) and members
    }


@pytest.fixture
def with_old(debate: Path) -> Path:
    (debate.parent / "old").mkdir()
    shutil.copy(debate, debate.parent / "old")
    return debate


def test_only_what_a_change_brings(with_old: Path) -> None:
    assert since_old() == {}
    nothing = run_command(["unanswered", "--since", "old", "--fail-on", "open", "--map", "debate.yaml"])
    assert (nothing.exit_code, nothing.stderr) == (0, "")
    assert nothing.stdout == "Only what has changed since old.\nNothing of the kind is recorded.\n"
    text = with_old.read_text("utf-8").replace("boris-sleep", "boris-rest")
    with_old.write_text(text, encoding="utf-8")
    assert since_old() == {}, "a new name is no new challenge"
    add("rebuttal", "Not so.", "--attacks", "ada-children", "--by", "boris", "--id", "not-so")
    add("rebuttal", "Nor at night.", "--attacks", "ada-at-night", "--by", "boris", "--id", "nor-at-night")
    add("claim", "Something else.", "--id", "else", "--by", "ada")
    assert since_old() == {
        "open": ["not-so", "nor-at-night"],
        "reopened": ["boris-deliveries"],
        "unchallenged": ["else"],
    }
    assert since_old("--tag", "air") == {}
    failed = run_command(["unanswered", "--since", "old", "--fail-on", "open", "--map", "debate.yaml"])
    assert (failed.exit_code, failed.stderr) == (1, "argmap: --fail-on: 2 open\n")
    old, new = argmap.load("old"), argmap.load(with_old)
    assert argmap.unanswered(new, since=old).members[argmap.Bucket.OPEN] == ("not-so", "nor-at-night")


def test_what_github_shows_beside_the_lines(with_old: Path) -> None:
    add("rebuttal", "50% is\nnot so.", "--attacks", "ada-children", "--by", "boris", "--id", "not-so")
    options = ["--since", "old", "--format", "github", "--map", "debate.yaml"]
    line = argmap.load(with_old).locations["not-so"].line
    where = f"file=debate.yaml,line={line},col=5,title=open%3A not-so"
    words = "Borís Orlóv: 50%25 is not so. No reply is recorded. Reply owed by Ada Lindqvist."
    assert run_command(["unanswered", *options]).stdout == f"::warning {where}::{words}\n"
    outcome = run_command(["unanswered", *options, "--fail-on", "open"])
    assert (outcome.stdout, outcome.exit_code) == (f"::error {where}::{words}\n", 1)
    assert run_command(["unanswered", *options, "--bucket", "mutual"]).stdout == ""


@pytest.mark.usefixtures("debate")
def test_all_that_waits_is_written_for_github_by_how_much_it_matters() -> None:
    outcome = run_command(["unanswered", "--format", "github", "--map", "debate.yaml"])
    kinds = [line.partition(" ")[0] for line in outcome.stdout.splitlines()]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"::warning", "::notice"}


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("name", ["nope", ""])
def test_a_version_that_is_not_there(name: str) -> None:
    outcome = run_command(["unanswered", "--since", name, "--map", "debate.yaml"])
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
