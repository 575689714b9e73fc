import json

import pytest

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
