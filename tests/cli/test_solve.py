import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from argmap._version import __version__
from argmap.semantics.kinds import Problem, Semantics
from tests.running import Outcome, run_command

# 1 and 2 attack each other and both attack 3, which attacks 4; 5 attacks itself.
FLOATING = "p af 5\n1 2\n2 1\n1 3\n2 3\n3 4\n5 5\n"
NAMED = "arg(rain).\narg(walk).\natt(rain,walk).\n"


def solve(*arguments: str, text: str = FLOATING) -> Outcome:
    return run_command(["solve", *arguments], text)


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        ("SE-GR", "w"),
        ("SE-ST", "NO"),
        ("CE-CO", "3"),
        ("CE-ST", "0"),
        ("EE-PR", "[[1,4],[2,4]]"),
        ("EE-CO", "[[],[1,4],[2,4]]"),
        ("EE-ST", "[]"),
        ("EE-GR", "[[]]"),
        ("DC-PR -a 1", "YES\nw 1 4"),
        ("DC-CO -a 3", "NO"),
        ("DC-CO -a 5", "NO"),
        ("DS-PR -a 4", "YES"),
        ("DS-PR -a 2", "NO\nw 1 4"),
        ("DS-ST -a 5", "YES"),
        ("DC-ST -a 1", "NO"),
        ("DS-ID -a 4", "NO\nw"),
        ("ds-pr -a 4", "YES"),
    ],
)
def test_answers_are_spelled_as_in_the_competition(task: str, answer: str) -> None:
    result = solve("-p", *task.split(), "-f", "-")
    assert (result.exit_code, result.output) == (0, answer + "\n")


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("semantics", Semantics)
def test_every_listed_task_can_be_solved(problem: Problem, semantics: Semantics) -> None:
    task = f"{problem}-{semantics}"
    assert task in solve("--problems").output.strip("[]\n").split(",")
    query = ["-a", "walk"] if problem.about_argument else []
    result = solve("-p", task, "-f", "-", *query, text=NAMED)
    expected = {"SE": "w rain", "EE": "[[rain]]", "CE": "1", "DC": "NO", "DS": "NO\nw rain"}[problem]
    assert result.output == expected + "\n"


@pytest.mark.parametrize("notation", ["iccma", "af", "i23", "apx", "tgf"])
def test_the_format_can_be_named(notation: str) -> None:
    text = {"apx": NAMED, "tgf": "rain\nwalk\n#\nrain walk\n"}.get(notation, "p af 2\n1 2\n")
    for option in ("-fo", "--format"):
        result = solve("-p", "SE-GR", option, notation, "-f", "-", text=text)
        assert result.output in {"w rain\n", "w 1\n"}


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "debate.apx").write_text(NAMED, "utf-8")
    assert solve("-p", "SE-PR", "-f", str(tmp_path / "debate.apx")).output == "w rain\n"


def test_without_options_it_says_who_it_is() -> None:
    assert solve().output == f"argmap {__version__}\nThe argmap authors\n"


def test_formats_are_listed() -> None:
    assert solve("--formats").output == "[iccma,apx,tgf]\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-p", "SE-PR"], "-f FILE is missing."),
        (["-f", "-"], "-p TASK is missing."),
        (["-p", "SE-XX", "-f", "-"], "There is no task 'SE-XX'; 'argmap solve --problems' lists all."),
        (["-p", "DC-PR", "-f", "-"], "DC asks about an argument: -a ARG is missing."),
        (["-p", "SE-PR", "-f", "-", "-fo", "xml"], "Invalid value for '-fo'"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], message: str) -> None:
    result = solve(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "text", "message"),
    [
        (
            ["-p", "DC-PR", "-a", "9"],
            FLOATING,
            "The framework has no argument `9`. Its arguments are the numbers 1 to 5.",
        ),
        (["-p", "DC-PR", "-a", "wakl"], NAMED, "The framework has no argument `wakl`. Did you mean `walk`?"),
        (
            ["-p", "EE-CO", "--limit", "2"],
            FLOATING,
            "There are more than 2 extensions; CE-CO counts them, --limit allows more.",
        ),
    ],
)
def test_what_cannot_be_answered_leaves_no_output(arguments: list[str], text: str, message: str) -> None:
    result = solve(*arguments, "-f", "-", text=text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Error: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "text", "message"),
    [
        (
            [],
            "p af 2\n1 3\n",
            (
                "<stdin>:2:3: I401 there is no argument 3 [error]\n"
                "  = tip: the header declares 2\n"
                "  = tip: it was read as iccma; -fo names another format\n"
            ),
        ),
        (
            ["-fo", "apx"],
            "arg(a).\narg(a).\n",
            "<stdin>:2:5: I401 argument 'a' was already declared [error]\n",
        ),
    ],
)
def test_a_bad_file_is_an_error_with_its_place(arguments: list[str], text: str, message: str) -> None:
    result = solve("-p", "SE-PR", "-f", "-", *arguments, text=text)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "nowhere.af"
    result = solve("-p", "SE-PR", "-f", str(file))
    assert result.exit_code == 2
    assert result.stderr == f"{file}:1:1: I401 cannot be read: no such file or directory [error]\n"


@pytest.mark.parametrize("semantics", Semantics)
def test_what_is_only_declared_costs_nothing_but_its_names(semantics: Semantics) -> None:
    """The line `p af 1000000` took 2.3 GB, and with it 23 seconds under stage semantics."""
    size = 100_000
    text = f"p af {size}\n2 1\n3 3\n"
    tracemalloc.start()
    try:
        result = solve("-p", f"CE-{semantics}", "-f", "-", text=text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.output == ("0\n" if semantics is Semantics.STABLE else "1\n")
    assert peak < 4_000_000
    witness = "" if semantics is Semantics.STABLE else " ".join(map(str, (2, *range(4, size + 1))))
    answers = {"SE": f"w {witness}", "EE": f"[[{witness.replace(' ', ',')}]]"} if witness else {}
    for problem, answer in (answers or {"SE": "NO", "EE": "[]"}).items():
        assert solve("-p", f"{problem}-{semantics}", "-f", "-", text=text).output == answer + "\n"


def test_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys, argmap.cli.solve as solve\n"
        "solve.command.main(['-p', 'SE-PR', '-f', '-'], standalone_mode=False)\n"
        "print(sorted({'pydantic', 'networkx', 'rich', 'pysat', 'yaml'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, input=FLOATING, capture_output=True, text=True, check=True)
    assert done.stdout == "w 1 4\n[]\n"
