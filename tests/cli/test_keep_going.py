"""``--keep-going``: every query answers from what can be read, and says that this is not all."""

import re
from pathlib import Path

import click
import pytest

from argmap.cli.group import cli
from argmap.cli.registry import COMMANDS, SECTIONS
from tests.running import run_command

QUERIES = [
    ["show", "ada", "boris", "chen"],
    ["unanswered", "--include-inferred"],
    ["dropped"],
    ["list"],
    ["tree", "--include-inferred"],
    ["search", "the"],
    ["path", "ada", "boris"],
    ["stats"],
    ["status", "--include-inferred"],
    ["why", "boris"],
    ["strength"],
    ["render", "--dot"],
    ["render", "--view", "flow", "--dot"],
    ["export", "argdown"],
]
REFERENCES = (
    r"(?<=attacks: )[a-z-]+|(?<=target: )[a-z-]+|(?<=because: \[)[a-z-]+|(?<=by: )[a-z]+|(?<=source: )[a-z]+"
)
ASKING = {name for title in ("Ask", "Draw", "Compute") for name in SECTIONS[title]} - {"solve"} | {"export"}


def _options(command: click.Command | None) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts] if command else []


def test_every_query_has_it() -> None:
    context = cli.make_context("argmap", ["--version"], resilient_parsing=True)
    commands = {name: cli.get_command(context, name) for name in COMMANDS}
    offer = {
        name for name, one in commands.items() if one and any("--keep-going" in p.opts for p in one.params)
    }
    assert offer - {"import", "compare", "agree"} == ASKING
    assert {call[0] for call in QUERIES} == ASKING


@pytest.mark.parametrize("number", range(10))
def test_a_mistyped_reference_leaves_every_query_an_answer(number: int, debate: Path) -> None:
    text = debate.read_text(encoding="utf-8")
    found = list(re.finditer(REFERENCES, text))
    spot = found[number * len(found) // 10]
    debate.write_text(f"{text[: spot.end()]}-x{text[spot.end() :]}", encoding="utf-8")
    for call in QUERIES:
        assert run_command([*call, "--map", debate.name]).exit_code == 2
        outcome = run_command([*call, "--map", debate.name, "--keep-going"])
        assert outcome.exit_code == 1, call
        assert f"{spot[0]}-x" in outcome.stderr
        assert "argmap: answered without what is lost to the error above" in outcome.stderr
        assert "unchallenged, open, answered, in and out may be wrong" in outcome.stderr


@pytest.mark.parametrize("call", QUERIES, ids=" ".join)
def test_a_sound_map_is_answered_as_ever(call: list[str], debate: Path) -> None:
    assert run_command([*call, "--map", debate.name, "--keep-going"]) == run_command(
        [*call, "--map", debate.name]
    )


def test_a_claim_that_lost_its_challenge_is_named(debate: Path) -> None:
    debate.write_text(
        "claims: [{id: close, by: ada, text: Close it.}]\n"
        "rebuttals: [{id: goods, by: boris, attacks: clsoe, text: Shops.}]\n",
        encoding="utf-8",
    )
    outcome = run_command(["unanswered", "debate.yaml", "--keep-going"])
    assert "1 unchallenged" in outcome.stdout
    assert "and without goods, which attacks nothing that is left\n" in outcome.stderr
    assert outcome.stderr.endswith("may be wrong, above all of close\n")


@pytest.mark.parametrize("text", ["", "claims: 5\n", "claims: [\n", "a: b\n"])
def test_where_nothing_can_be_read_there_is_no_answer(text: str, debate: Path) -> None:
    debate.write_text(text, encoding="utf-8")
    outcome = run_command(["list", "debate.yaml", "--keep-going"])
    assert (outcome.stdout, outcome.exit_code) == ("", 2)
