"""``argmap review``: challenges become suspect when what they attack is reworded, until reviewed again."""

import json
from pathlib import Path

import pytest

from argmap.files.load import read_map
from tests.running import run_command

MAP = """\
# who said what
claims:
  - {id: a, text: A great power seldom has allies., because: [{id: step, premises: c}]}
  - {id: c, text: A reason.}
rebuttals:
  - id: block
    attacks: a   # the first
    text: Not so.
  - id: long
    attacks:
      - a
      - c
    # between
    text: Not so.
  - {id: flow, attacks: [a, c], text: Not so.}
  - id: step-denied
    kind: undercut
    attacks: step
    text: It does not follow.
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "map.yaml"
    file.write_text(MAP, encoding="utf-8")
    monkeypatch.setenv("ARGMAP_MAP", "map.yaml")
    return file


def suspects() -> list[str]:
    findings = json.loads(run_command(["check", "--json", "--select", "D"]).stdout)["findings"]
    return [finding["message"].split("`")[3] for finding in findings]


def test_review_adds_one_field_and_changes_nothing_else(path: Path) -> None:
    assert run_command(["review", "--all"]).stdout.split() == ["block", "long", "flow", "step-denied"]
    after = path.read_text(encoding="utf-8")
    lines = after.splitlines()
    assert [line for line in lines if "seen" not in line] == [
        line for line in MAP.splitlines() if "flow" not in line
    ]
    assert lines[7].startswith("    seen: {a: ")
    assert lines[13].startswith("    seen: {a: ")
    assert "attacks: [a, c], seen: {a: " in after
    seen = {key: list(one.seen) for key, one in read_map(path).map.rebuttals.items()}
    assert seen == {"block": ["a"], "long": ["a", "c"], "flow": ["a", "c"], "step-denied": ["step"]}
    assert suspects() == []


def test_rewording_makes_challenges_suspect_until_they_are_reviewed(path: Path) -> None:
    run_command(["review", "block", "long", "step-denied"])
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("seldom has", "hardly  ever has").replace("because: [{id", "because:  [{id"),
        encoding="utf-8",
    )
    assert suspects() == ["block", "long", "step-denied"]
    listed = run_command(["review"])
    assert (listed.stdout.split(), listed.exit_code) == (["block", "long", "step-denied"], 1)
    run_command(["review", "block"])
    assert suspects() == ["long", "step-denied"]
    run_command(["review", "--all"])
    assert suspects() == []
    assert run_command(["review"]).exit_code == 0


def test_white_space_is_no_rewording(path: Path) -> None:
    run_command(["review", "--all"])
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("A great power", '"A  great power').replace("allies.,", 'allies.",'), encoding="utf-8"
    )
    assert suspects() == []


def test_reviewing_twice_changes_nothing(path: Path) -> None:
    run_command(["review", "--all"])
    before = path.read_bytes()
    assert run_command(["review", "--all"]).stdout == ""
    assert path.read_bytes() == before


def test_line_ends_and_the_mark_at_the_start_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    run_command(["review", "--all"])
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# who")
    assert after.count(b"\r\n") == after.count(b"\n") == MAP.count("\n") + 3


def test_unknown_names_and_unusable_maps(path: Path) -> None:
    outcome = run_command(["review", "blok"])
    assert (outcome.exit_code, outcome.stderr) == (
        1,
        "argmap: there is no rebuttal `blok`. Did you mean `block`?\n",
    )
    path.write_text("claims: 5\n", encoding="utf-8")
    assert run_command(["review"]).exit_code == 2
