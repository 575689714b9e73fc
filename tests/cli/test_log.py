"""`argmap log` in real repositories: branches, merges, renames, revisions that do not load."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

import argmap
from tests.cli.test_json import validator
from tests.conftest import REPOSITORY
from tests.files.test_revision import git
from tests.pages import blocks
from tests.running import run_command

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
CLOSE = "claims:\n  - {id: close, by: ada, text: Market Street should be closed to cars.}\n"
LORRIES = "  - {id: lorries, by: boris, attacks: close, text: Deliveries must come through.}\n"
NIGHT = "  - {id: night, by: ada, attacks: lorries, text: At night they can.}\n"
SLEEP = "  - {id: sleep, by: boris, attacks: night, text: People sleep at night.}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "street").mkdir()
    return tmp_path


def commit(home: Path, day: str, text: str, message: str, author: str = "Ann") -> None:
    (home / "street" / "map.yaml").write_text(text, encoding="utf-8", newline="\n")
    git(home, "add", "-A")
    record(home, day, message, author)


def record(home: Path, day: str, message: str, author: str = "Ann") -> None:
    os.environ["GIT_COMMITTER_DATE"] = f"{day}T12:00:00Z"
    try:
        about = ["--author", f"{author} <x@example.org>", "--date", f"{day}T12:00:00Z"]
        git(home, "commit", "-q", *about, "-m", message)
    finally:
        del os.environ["GIT_COMMITTER_DATE"]


def told(*words: str) -> list[tuple[str, str, str]]:
    return told_of("street", *words)


def told_of(place: str, *words: str) -> list[tuple[str, str, str]]:
    outcome = run_command(["log", *words, "--map", place, "--json"])
    document = json.loads(outcome.stdout)
    validator("log").validate(document)
    return [
        (commit["subject"], event["event"], event["id"])
        for commit in document["commits"]
        for event in commit["events"]
    ]


def a_debate(home: Path) -> None:
    commit(home, "2026-01-03", CLOSE, "Begin")
    commit(home, "2026-01-05", f"{CLOSE}rebuttals:\n{LORRIES}", "Lorries", "Boris")
    (home / "other.txt").write_text("of no account", encoding="utf-8")
    git(home, "add", "-A")
    record(home, "2026-01-06", "Nothing of the map")
    commit(home, "2026-01-09", f"{CLOSE}rebuttals:\n{LORRIES}{NIGHT}", "At night", "Ada")
    commit(home, "2026-02-01", f"{CLOSE}rebuttals:\n{LORRIES}{NIGHT}{SLEEP}", "Sleep", "Boris")


def test_the_page_shows_what_is_printed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_debate(home)
    monkeypatch.setattr("argmap.cli.log._now", lambda: datetime(2026, 2, 13, 12, tzinfo=UTC))
    page = (REPOSITORY / "docs" / "changes.md").read_text(encoding="utf-8")
    (shown,) = [block.body for block in blocks(page) if block.name == "log"]
    outcome = run_command(["log", "lorries", "--map", "street"])
    assert (outcome.stdout, outcome.stderr) == (shown.partition("\n")[2], "")


def test_a_debate_is_told_in_order(home: Path) -> None:
    a_debate(home)
    assert told() == [
        ("Begin", "added", "close"),
        ("Lorries", "raised", "lorries"),
        ("Lorries", "newly_challenged", "close"),
        ("At night", "added", "night"),
        ("At night", "newly_answered", "lorries"),
        ("Sleep", "raised", "sleep"),
        ("Sleep", "reopened", "lorries"),
    ]
    assert told("sleep") == [("Sleep", "raised", "sleep")]
    assert told("ada", "--since", "2026-01-09") == [
        ("At night", "added", "night"),
        ("At night", "newly_answered", "lorries"),
        ("Sleep", "raised", "sleep"),
        ("Sleep", "reopened", "lorries"),
    ]
    assert told("--since", "HEAD~1") == told("--since", "2026-01-10") == told()[-2:]


def test_a_call_says_what_the_command_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_debate(home)
    now = datetime(2026, 2, 13, 12, tzinfo=UTC)
    monkeypatch.setattr("argmap.cli.log._now", lambda: now)
    said = run_command(["log", "boris", "--since", "HEAD~2", "--map", "street"]).stdout
    found = argmap.log("street", "boris", since="HEAD~2", until=now)
    assert f"{found}\n" == said
    printed = run_command(["log", "boris", "--since", "HEAD~2", "--map", "street", "--json"]).stdout
    assert json.loads(json.dumps(found.document())) == json.loads(printed)
    with pytest.raises(argmap.GitError, match="is no revision and no date"):
        argmap.log("street", since="soon")


def test_how_long_it_was_open_and_who_owes_what(home: Path) -> None:
    a_debate(home)
    document = json.loads(run_command(["log", "--map", "street", "--json"]).stdout)
    assert [(one["id"], one["since"]["subject"], one["owed_by"]) for one in document["open"]] == [
        ("lorries", "Sleep", ["ada"]),
        ("sleep", "Sleep", ["ada"]),
    ]
    answered = document["commits"][2]["events"][-1]
    assert (answered["replies"], answered["open_since"]["subject"]) == (["night"], "Lorries")


def test_what_is_renamed_reworded_removed_and_comes_again(home: Path) -> None:
    a_debate(home)
    text = (home / "street" / "map.yaml").read_text(encoding="utf-8")
    commit(home, "2026-02-02", text.replace("lorries", "vans"), "Rename")
    commit(home, "2026-02-03", text.replace("lorries", "vans").replace("must", "have to"), "Reword")
    reworded = LORRIES.replace("must", "have to")
    commit(home, "2026-02-04", f"{CLOSE}rebuttals:\n{reworded}", "Back")
    commit(home, "2026-02-05", CLOSE, "Away")
    commit(home, "2026-02-06", f"{CLOSE}rebuttals:\n{LORRIES}", "Again")
    events = [event for event in told("lorries") if event[0] not in {"Lorries", "At night", "Sleep"}]
    assert events == [
        ("Rename", "renamed", "vans"),
        ("Reword", "reworded", "vans"),
        ("Back", "renamed", "lorries"),
        ("Back", "removed", "night"),
        ("Away", "removed", "lorries"),
        ("Again", "raised", "lorries"),
    ]
    assert told("vans") == told("lorries")


def test_branches_are_told_once_and_a_merge_only_what_it_brings(home: Path) -> None:
    commit(home, "2026-01-03", f"{CLOSE}rebuttals:\n{LORRIES}", "Begin")
    git(home, "switch", "-qc", "draft")
    commit(home, "2026-01-04", f"{CLOSE}rebuttals:\n{LORRIES}{NIGHT}", "Answer")
    git(home, "switch", "-q", "main")
    commit(home, "2026-01-05", f"{CLOSE}  - {{id: buses, text: Buses.}}\nrebuttals:\n{LORRIES}", "Buses")
    git(home, "merge", "-q", "draft", "-m", "Merge")
    merged = [("Answer", "added", "night"), ("Answer", "newly_answered", "lorries")]
    assert sorted(told()[-3:]) == [*merged, ("Buses", "added", "buses")]
    git(home, "switch", "-qc", "third")
    commit(home, "2026-01-06", (home / "street" / "map.yaml").read_text("utf-8") + SLEEP, "Sleep")
    git(home, "switch", "-q", "main")
    commit(home, "2026-01-07", (home / "street" / "map.yaml").read_text("utf-8") + "# note\n", "Comment")
    git(home, "merge", "-q", "third", "--no-commit", "-X", "theirs")
    text = (home / "street" / "map.yaml").read_text("utf-8")
    commit(home, "2026-01-08", text + "  - {id: hush, by: ada, attacks: sleep, text: Not there.}\n", "Merge")
    assert told()[-5:] == [
        ("Sleep", "raised", "sleep"),
        ("Sleep", "reopened", "lorries"),
        ("Merge", "added", "hush"),
        ("Merge", "newly_answered", "sleep"),
        ("Merge", "newly_answered", "lorries"),
    ]


def test_a_merge_that_takes_something_back_tells_it(home: Path) -> None:
    commit(home, "2026-01-03", CLOSE, "Begin")
    git(home, "switch", "-qc", "draft")
    commit(home, "2026-01-04", f"{CLOSE}rebuttals:\n{LORRIES}", "Lorries")
    git(home, "switch", "-q", "main")
    commit(home, "2026-01-05", f"# ours\n{CLOSE}", "Comment")
    git(home, "merge", "-q", "draft", "--no-commit")
    commit(home, "2026-01-06", f"# merged\n{CLOSE}", "Merge")
    assert told("lorries") == [("Lorries", "raised", "lorries"), ("Merge", "removed", "lorries")]


def test_what_two_branches_took_the_same_id_for_is_not_reworded_by_their_merge(home: Path) -> None:
    both = "rebuttals:\n  - {id: calm, by: boris, attacks: close, text: The street is calm.}\n"
    commit(home, "2026-01-03", CLOSE, "Begin")
    git(home, "switch", "-qc", "draft")
    other = "  - {id: calm, by: ada, text: Trams run there too.}\n"
    commit(home, "2026-01-04", CLOSE + other, "Trams")
    git(home, "switch", "-q", "main")
    commit(home, "2026-01-05", CLOSE + both, "Calm")
    git(home, "merge", "-q", "draft", "--no-commit", "-X", "ours")
    commit(home, "2026-01-06", CLOSE + other.replace("calm", "calm-2") + both, "Merge")
    assert [one for one in told() if one[0] == "Merge"] == [("Merge", "added", "calm-2")]


def test_a_revision_that_does_not_load_is_told_and_its_changes_with_the_next(home: Path) -> None:
    commit(home, "2026-01-03", CLOSE, "Begin")
    commit(
        home, "2026-01-04", f"{CLOSE}rebuttals:\n{LORRIES.replace('attacks: close', 'attacks: clos')}", "x"
    )
    outcome = run_command(["log", "--map", "street"])
    assert "the map does not load: street/map.yaml:4:" in outcome.stdout
    assert "argmap: 1 revision could not be read; what it changed" in outcome.stderr
    commit(home, "2026-01-05", f"{CLOSE}rebuttals:\n{LORRIES}", "Mend")
    assert told()[1:] == [("Mend", "raised", "lorries"), ("Mend", "newly_challenged", "close")]
    assert "the map does not load" in run_command(["log", "lorries", "--map", "street"]).stdout
    commit(home, "2026-01-06", "claims: [\n", "Break")
    outcome = run_command(["log", "lorries", "--map", "street"])
    assert ", the last revision that could be read (1)\n" in outcome.stdout
    git(home, "rm", "-q", "street/map.yaml")
    record(home, "2026-01-07", "Gone")
    (home / "street").mkdir(exist_ok=True)
    assert "the map is not there\n" in run_command(["log", "--map", "street"]).stdout


def test_a_map_in_the_top_folder_and_one_of_one_file(home: Path) -> None:
    a_debate(home)
    before = told()
    (home / "street" / "map.yaml").rename(home / "Ü *map.YAML")
    git(home, "add", "-A")
    record(home, "2026-02-02", "Move")
    assert told_of(".") == told_of("Ü *map.YAML") == before


def move(home: Path, day: str, old: str, new: str) -> None:
    (home / new).parent.mkdir(parents=True, exist_ok=True)
    git(home, "mv", old, new)
    record(home, day, f"Move to {new}")


def test_a_map_is_followed_wherever_it_was(home: Path) -> None:
    a_debate(home)
    before = told()
    move(home, "2026-02-02", "street", "debates/2026/street")
    assert told_of("debates/2026/street") == before
    move(home, "2026-02-03", "debates/2026/street/map.yaml", "debates/street.yaml")
    assert told_of("debates/street.yaml") == before
    # Others stay behind, so that the file alone was the map.
    (home / "debates" / "park.yaml").write_text("claims: [{id: park, text: A park.}]\n", encoding="utf-8")
    git(home, "add", "-A")
    record(home, "2026-02-04", "Park")
    move(home, "2026-02-05", "debates/street.yaml", "maps/street/data/claims.yaml")
    assert told_of("maps/street/data") == before
    move(home, "2026-02-06", "maps/street/data", "street")
    text = (home / "street" / "claims.yaml").read_text("utf-8")
    (home / "street" / "claims.yaml").write_text(text.replace("night", "dawn"), encoding="utf-8")
    git(home, "commit", "-qam", "Dawn")
    assert told_of("street")[: len(before)] == before
    assert {event[0] for event in told_of("street")[len(before) :]} == {"Dawn"}


def test_what_moves_and_changes_at_once_is_told_with_the_move(home: Path) -> None:
    a_debate(home)
    before = told()
    git(home, "mv", "street", "road")
    with (home / "road" / "map.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: hush, by: ada, attacks: sleep, text: They sleep at the back.}\n")
    git(home, "add", "-A")
    record(home, "2026-02-02", "Move and answer")
    assert [event for event in told_of("road") if event[0] != "Move and answer"] == before
    assert ("Move and answer", "newly_answered", "sleep") in told_of("road")


def test_a_branch_from_before_the_move_is_read_where_the_map_was(home: Path) -> None:
    a_debate(home)
    before = told()
    git(home, "switch", "-qc", "draft")
    text = (home / "street" / "map.yaml").read_text("utf-8")
    commit(home, "2026-02-02", text.replace("Deliveries", "Lorries"), "Reword")
    git(home, "switch", "-q", "main")
    move(home, "2026-02-03", "street", "road")
    git(home, "merge", "-q", "draft", "-m", "Merge")
    assert (home / "road" / "map.yaml").exists()
    assert told_of("road") == [*before, ("Reword", "reworded", "lorries")]


def test_other_maps_in_the_same_places_are_others(home: Path) -> None:
    (home / "road").mkdir()
    (home / "road" / "map.yaml").write_text("claims: [{id: old, text: An old road.}]\n", encoding="utf-8")
    git(home, "add", "-A")
    record(home, "2026-01-01", "Old road")
    a_debate(home)
    before = told()
    git(home, "rm", "-qr", "road")
    record(home, "2026-02-02", "No road")
    move(home, "2026-02-03", "street", "road")
    (home / "street").mkdir()
    commit(home, "2026-02-04", "claims: [{id: new, text: A new street.}]\n", "New street")
    assert told_of("road") == before
    # What had stood there is told to have gone.
    assert told_of("street")[: len(before)] == before
    assert {event for _, event, _ in told_of("street")[len(before) : -1]} == {"removed"}
    assert told_of("street")[-1] == ("New street", "added", "new")


def test_what_is_compared_with_a_revision_is_found_where_it_was(home: Path) -> None:
    a_debate(home)
    move(home, "2026-02-02", "street", "road")
    outcome = run_command(["diff", "HEAD~1", "--map", "road"])
    assert outcome.stdout == "No change in the map.\n"
    assert outcome.stderr == "argmap: HEAD~1 has the map in `street`, from where it was moved\n"
    verdict = ["unanswered", "--fail-on", "open", "--map", "road", "--since"]
    assert [run_command([*verdict, name]).exit_code for name in ("HEAD~1", "HEAD~2")] == [0, 1]


def test_a_copy_is_not_a_move(home: Path) -> None:
    a_debate(home)
    shutil.copytree(home / "street", home / "road")
    git(home, "add", "-A")
    record(home, "2026-02-02", "Copy")
    assert {event[0] for event in told_of("road")} == {"Copy"}


@pytest.mark.parametrize("how", ["LITERAL", "NOGLOB"])
def test_whatever_the_environment_says_of_paths(
    home: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(home, "2026-01-03", CLOSE, "Begin")
    monkeypatch.setenv(f"GIT_{how}_PATHSPECS", "1")
    assert told() == [("Begin", "added", "close")]


def test_a_shallow_clone_is_told(home: Path) -> None:
    a_debate(home)
    git(home, "clone", "-q", "--depth", "2", f"file://{home}", "clone")
    outcome = run_command(["log", "--map", "clone/street"])
    assert "the clone is shallow, so that its beginning is not told" in outcome.stderr


def test_what_cannot_be_told(home: Path) -> None:
    (home / "street" / "map.yaml").write_text(CLOSE, encoding="utf-8")
    assert "the repository has no commit yet" in run_command(["log", "--map", "street"]).stderr
    git(home, "commit", "-qm", "none", "--allow-empty")
    outcome = run_command(["log", "--map", "street"])
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "no commit holds a map in " in outcome.stderr
    a_debate(home)
    assert run_command(["log", "lorrys", "--map", "street"]).exit_code == 1
    for words in ("soon", ""):
        outcome = run_command(["log", "--since", words, "--map", "street"])
        told = outcome.stderr.splitlines()[0]
        assert (outcome.exit_code, told) == (2, f"argmap: `{words}` is no revision and no date")


def test_a_repository_runs_no_program(home: Path) -> None:
    a_debate(home)
    trap = home / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {home}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    (home / ".gitattributes").write_text("*.yaml filter=x diff=x\n", encoding="utf-8")
    git(home, "config", "log.showSignature", "true")
    programs = ("fsmonitor", "pager", "sshCommand")
    for setting in (
        *(f"core.{one}" for one in programs),
        "gpg.program",
        "filter.x.smudge",
        "diff.x.textconv",
    ):
        git(home, "config", setting, str(trap))
    assert len(told()) == 7
    assert not (home / "sprung").exists()
