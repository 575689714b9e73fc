"""The overview, and what every command must have."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from argmap.cli.group import cli
from argmap.cli.registry import COMMANDS, SECTIONS
from tests.running import run_command


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found
    return found


def test_the_overview_names_every_command_and_its_line() -> None:
    shown = " ".join(run_command(["--help"]).stdout.split())
    for title, commands in SECTIONS.items():
        assert f"{title}:" in shown
        assert all(f" {name} {line}" in shown for name, line in commands.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_as_the_registry_calls_it(name: str) -> None:
    assert command(name).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_page_has_examples_one_a_line(name: str) -> None:
    shown = run_command([name, "--help"]).stdout
    assert "\\b" not in shown
    examples = re.split(r"Examples?:\n", shown)[-1].partition("\n\n")[0].splitlines()
    assert examples
    assert all("argmap " in line for line in examples)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help_line(name: str) -> None:
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.hidden and not option.help] == []


@pytest.mark.parametrize("name", ["shwo", "unansered", "Tree"])
def test_a_typo_suggests_and_runs_nothing(name: str) -> None:
    outcome = run_command([name])
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "Did you mean" in outcome.stderr


def test_a_word_like_nothing_points_to_the_help() -> None:
    assert "See `argmap --help`." in run_command(["qqqqqq"]).stderr


@pytest.mark.parametrize(
    ("command", "option"), [("strength", "--base"), ("render", "--scale"), ("render", "--timeout")]
)
def test_what_is_no_number_lies_in_no_range(command: str, option: str) -> None:
    outcome = run_command([command, option, "NaN"])
    assert outcome.exit_code == 2
    assert f"Error: Invalid value for '{option}': 'NaN' is not a number.\n" in outcome.stderr


def test_nothing_looks_for_plugins_of_pydantic() -> None:
    code = "import sys; sys.argv = ['argmap', 'list']\nfrom argmap.cli import main\ntry: main()\nfinally: "
    listing = "print('importlib.metadata' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code + listing], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "False"


def test_an_engine_is_chosen_before_the_command(debate: Path) -> None:
    pytest.importorskip("duckdb")
    run_command(["index", debate.name, "-o", "debate.store"])
    plain = run_command(["--map", "debate.store", "stats"])
    assert run_command(["--engine", "duckdb", "--map", "debate.store", "stats"]) == plain
    unknown = run_command(["--engine", "oracle", "--map", "debate.store", "stats"])
    assert unknown.exit_code == 2
    assert "'duckdb', 'spark'" in unknown.stderr
    alone = run_command(["--master", "local[2]", "--map", "debate.store", "stats"])
    assert alone.exit_code == 2
    assert "add --engine spark" in alone.stderr
