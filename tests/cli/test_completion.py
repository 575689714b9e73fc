"""Completion, as the shells ask for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.group import cli

Complete = Callable[..., list[str]]
FISH = shutil.which("fish")


@pytest.fixture
def complete(debate: Path, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """Complete the last word of a command line: ``complete("argmap show ad")``."""
    monkeypatch.setenv("ARGMAP_MAP", debate.name)

    def ask(line: str) -> list[str]:
        if "--map" in line:
            monkeypatch.delenv("ARGMAP_MAP")
        words = line.split(" ")
        asked = {"_ARGMAP_COMPLETE": "fish_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": words[-1]}
        answer = CliRunner().invoke(cli, [], env=asked, prog_name="argmap", complete_var="_ARGMAP_COMPLETE")
        return [line for line in answer.output.splitlines() if line]

    return ask


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts(shell: str, tmp_path: Path) -> None:
    outcome = CliRunner().invoke(cli, ["completion", shell], prog_name="argmap")
    assert outcome.exit_code == 0
    assert "_ARGMAP_COMPLETE" in outcome.stdout
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(outcome.stdout, encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True)


def values(answers: list[str]) -> list[str]:
    return [answer.partition(",")[2].partition("\t")[0] for answer in answers if answer.startswith("plain")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("argmap show ada-c", ["ada-close", "ada-children"]),
        ("argmap show bor", ["boris"]),
        ("argmap show stu", ["study"]),
        ("argmap list --by ", ["ada", "boris", "chen", "panel"]),
        ("argmap list --by Ada", ["ada"]),
        ("argmap list --tag ", ["trade", "air"]),
        ("argmap list --source m", ["minutes"]),
        ("argmap unanswered --owed-by c", ["chen"]),
        ("argmap unanswered --bucket re", ["re-opened"]),
        ("argmap dropped --by c", ["chen"]),
        ("argmap dropped --fail-on u", ["unplaced"]),
        ("argmap path ada-close boris-b", ["boris-buses"]),
        ("argmap tree boris-na", ["boris-narrow"]),
        ("argmap una", ["unanswered"]),
        ("argmap list --by Бор", ["boris"]),
        ("argmap show ÁDA-CL", ["ada-close"]),
        ("argmap import argd", ["argdown", "argdown-json"]),
        ("argmap --map debate.yaml show ada-cl", ["ada-close"]),
        ("argmap show --map debate.yaml ada-cl", ["ada-close"]),
        ("argmap list debate.yaml --by Ada", ["ada"]),
        ("argmap review boris-na", ["boris-narrow"]),
        ("argmap explain f20", ["F201", "F202"]),
        ("argmap check --select unknown-f", ["unknown-field"]),
        ("argmap show zzz", []),
    ],
)
def test_values(line: str, expected: list[str], complete: Complete) -> None:
    assert set(expected) <= set(values(complete(line)))
    assert expected or not values(complete(line))


def test_meanings_come_along(complete: Complete) -> None:
    assert any("Ada Lindqvist" in answer for answer in complete("argmap list --by ad"))


def test_a_broken_map_completes_what_it_can(complete: Complete, debate: Path) -> None:
    with debate.open("a", encoding="utf-8") as file:
        file.write("  - {id: boris-broken, attacks: nowhere, txt: x}\n")
    assert "ada-close" in values(complete("argmap show ada-c"))


def test_no_map_at_all_completes_nothing(complete: Complete, debate: Path) -> None:
    debate.unlink()
    assert complete("argmap show ada-c") == []


@pytest.mark.parametrize(
    "line",
    [
        "argmap render -o de",
        "argmap export argdown -o de",
        "argmap import de",
        "argmap import argdown de",
        "argmap import argdown de -o de",
        "argmap solve -f de",
        "argmap check de",
        "argmap check debate.yaml de",
        "argmap list de",
        "argmap unanswered de",
        "argmap dropped de",
        "argmap stats de",
        "argmap render de",
        "argmap export argdown de",
        "argmap --map de",
    ],
)
def test_files_are_left_to_the_shell(line: str, complete: Complete) -> None:
    assert [answer.partition(",")[0] for answer in complete(line)] == ["file"]


@pytest.mark.skipif(FISH is None, reason="fish is not installed")
def test_fish_shows_a_meaning_with_a_comma_whole(debate: Path, tmp_path: Path) -> None:
    with debate.open("a", encoding="utf-8") as file:
        file.write("  - {id: boris-last, by: boris, attacks: ada-close, text: 'No, never, not here.'}\n")
    script = tmp_path / "argmap.fish"
    script.write_text(CliRunner().invoke(cli, ["completion", "fish"]).stdout, encoding="utf-8")
    asked = f"source {script}; complete -C 'argmap show --map {debate} boris-la'"
    settings = os.environ | {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    answer = subprocess.run(
        [str(FISH), "-c", asked], capture_output=True, text=True, check=True, env=settings
    )
    assert answer.stdout == "boris-last\tNo, never, not here.\n"
