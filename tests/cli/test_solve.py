from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap._version import __version__
from argmap.cli.solve import command
from argmap.semantics.kinds import Problem, Semantics

# 1 and 2 attack each other and both attack 3, which attacks 4; 5 attacks itself.
FLOATING = "p af 5\n1 2\n2 1\n1 3\n2 3\n3 4\n5 5\n"
NAMED = "arg(rain).\narg(walk).\natt(rain,walk).\n"


def solve(*arguments: str, text: str = FLOATING) -> Result:
    return CliRunner().invoke(command, arguments, input=text)


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


@pytest.mark.parametrize("notation", ["iccma", "af", "apx", "tgf"])
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
            "error: the framework has no argument `9`\nhint: its arguments are the numbers 1 to 5\n",
        ),
        (
            ["-p", "DC-PR", "-a", "wakl"],
            NAMED,
            "error: the framework has no argument `wakl`\nhint: did you mean `walk`?\n",
        ),
        (
            ["-p", "SE-PR"],
            "p af 2\n1 3\n",
            "error: <stdin>:2:3: there is no argument 3 (read as iccma)\nhint: the header declares 2\n",
        ),
        (
            ["-p", "EE-CO", "--limit", "2"],
            FLOATING,
            "error: there are more than 2 extensions\nhint: CE-CO counts them, --limit raises the limit\n",
        ),
    ],
)
def test_what_cannot_be_answered_is_an_error_without_output(
    arguments: list[str], text: str, message: str
) -> None:
    result = solve(*arguments, "-f", "-", text=text)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    result = solve("-p", "SE-PR", "-f", str(tmp_path / "nowhere.af"))
    assert result.exit_code == 2
    assert result.stderr == f"error: {tmp_path / 'nowhere.af'}: No such file or directory\n"
