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
