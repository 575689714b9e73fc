"""Where python-sat has no wheel: all that needs no solver works, and the rest says what is missing."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import Outcome, run_command

FRAMEWORK = "p af 4\n1 2\n2 1\n3 3\n4 1\n1 4\n"


@pytest.fixture(autouse=True)
def _no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pysolvers", "pysat"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["why", "ada"],
        ["unanswered"],
        ["dropped"],
        ["strength"],
        ["list"],
        ["tree"],
        ["stats"],
        ["check"],
        ["show", "ada"],
        ["render", "--dot"],
        ["render", "--dot", "--status", "grounded"],
        ["export", "aif"],
    ],
    ids=" ".join,
)
def test_what_needs_no_solver_works(command: list[str], run: Callable[..., Outcome]) -> None:
    outcome = run(*command)
    assert outcome.exit_code in {0, 1}, outcome.output
    assert "python-sat" not in outcome.output or command[0] == "why"


def test_why_leaves_out_what_only_extensions_say(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        "rebuttals: [{id: a, text: A, attacks: b}, {id: b, text: B, attacks: a}]\n", encoding="utf-8"
    )
    outcome = run_command(["--map", str(tmp_path), "why", "a"])
    assert outcome.exit_code == 0
    assert "undecided" in outcome.stdout
    assert outcome.stderr.startswith("argmap: extensions are not shown: this needs the SAT solver python-sat")


@pytest.mark.parametrize(
    "command",
    [
        ["status", "--semantics", "stable"],
        ["status", "--semantics", "preferred", "--all-extensions"],
        ["status", "--semantics", "stage", "--json"],
        ["render", "--dot", "--status", "preferred"],
    ],
    ids=" ".join,
)
def test_what_needs_one_says_so(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        "claims: [{id: a, text: A}]\nrebuttals:\n"
        + "".join(
            f"- {{id: {one}, text: T, attacks: [{', '.join(targets)}]}}\n"
            for one, targets in zip("bcdefghi", ["a", "b", "c", "d", "eb", "f", "gi", "h"], strict=True)
        ),
        encoding="utf-8",
    )
    outcome = run_command(["--map", str(tmp_path), *command])
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert outcome.stderr.startswith(
        "argmap: this needs the SAT solver python-sat, which is not installed; `pip"
    )


@pytest.mark.parametrize("semantics", ["CO", "PR", "ST", "SST", "STG", "EA"])
def test_solve_says_so(semantics: str) -> None:
    outcome = run_command(["solve", "-p", f"DC-{semantics}", "-a", "1", "-f", "-"], FRAMEWORK)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "pip install python-sat" in outcome.stderr


def test_solve_finds_the_grounded_extension() -> None:
    assert run_command(["solve", "-p", "SE-GR", "-f", "-"], FRAMEWORK).stdout == "w\n"
