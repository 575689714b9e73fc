"""Several maps: a row for each, and none looks better than it is because it cannot be read."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.running import run_command

COMMANDS = ("check", "stats", "unanswered", "list")
CLASS = 12
_BROKEN = 3
_MAP = """claims:
  - {{id: close, by: ada, text: Market Street should be closed to cars.}}
rebuttals:
  - {{id: deliveries, by: boris, attacks: {target}, text: Deliveries must come through.}}
  - {{id: noise, by: boris, attacks: close, text: It is loud {number}.}}
"""


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A class of maps, one of which has an error that hides a challenge, and one that is empty."""
    monkeypatch.chdir(tmp_path)
    for number in range(CLASS):
        target = "clsoe" if number == _BROKEN else "close"
        Path(f"{number:02}.yaml").write_text(_MAP.format(target=target, number=number), encoding="utf-8")
    Path("empty.yaml").touch()
    return sorted(path.name for path in tmp_path.iterdir())


def rows(command: str, *arguments: str) -> list[dict[str, str]]:
    """Read the CSV of a command."""
    text = run_command([command, *arguments, "--csv"]).stdout.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_map_has_a_row(command: str, school: list[str]) -> None:
    assert [row["map"] for row in rows(command, *school)] == school
    printed = run_command([command, *school]).stdout.splitlines()
    assert [name for name in school if not any(line.startswith(name) for line in printed)] == []


@pytest.mark.parametrize("going_on", [[], ["--keep-going"]])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_number_of_a_broken_map_passes_for_a_certain_one(
    command: str, going_on: list[str], school: list[str]
) -> None:
    if command == "check":
        going_on = []
    for row in rows(command, *school, *going_on):
        is_broken = row["errors"] != "0"
        numbers = [cell for name, cell in row.items() if name not in {"map", "errors", "remark"}]
        assert all(cell.isdigit() for cell in numbers) is not is_broken
        assert not (is_broken and any(cell.isdigit() for cell in numbers))
        assert bool(row["remark"]) is is_broken


@pytest.mark.parametrize("command", COMMANDS)
def test_the_worst_map_decides_the_exit_code(command: str, school: list[str]) -> None:
    assert run_command([command, *school]).exit_code == 2
    whole = [name for number, name in enumerate(school) if number < CLASS and number != _BROKEN]
    assert run_command([command, *whole]).exit_code == 0
    if command != "check":
        assert run_command([command, *school[:CLASS], "--keep-going"]).exit_code == 1


def test_rules_that_do_not_run_hide_no_error(school: list[str]) -> None:
    assert [row["errors"] for row in rows("check", *school, "--select", "T")] == [
        str(int(number in {_BROKEN, CLASS})) for number in range(CLASS + 1)
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_row_and_the_document_count_the_same(command: str, school: list[str]) -> None:
    document = json.loads(run_command([command, *school, "--json"]).stdout)
    assert [(one["map"], str(one["errors"])) for one in document["maps"]] == [
        (row["map"], row["errors"]) for row in rows(command, *school)
    ]
    assert [one["complete"] for one in document["maps"]] == [
        row["errors"] == "0" for row in rows(command, *school)
    ]


def test_what_fails_is_added_up(school: list[str]) -> None:
    whole = [name for number, name in enumerate(school) if number < CLASS and number != _BROKEN]
    outcome = run_command(["unanswered", *whole, "--fail-on", "open"])
    assert (outcome.exit_code, outcome.stderr) == (1, f"argmap: --fail-on: {2 * len(whole)} open\n")
