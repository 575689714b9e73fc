"""Promises to scripts and readers that hold of every query."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.running import Outcome, run_command

QUERIES = [
    ["show", "boris"],
    ["show", "ada-close"],
    ["show", "study"],
    ["show", "trade"],
    ["unanswered"],
    ["unanswered", "--include-inferred"],
    ["dropped", "--include-inferred"],
    ["tree"],
    ["search", "lane"],
    ["path", "boris-narrow", "ada-close"],
    ["stats"],
]


def start(
    *arguments: str, stdin: bytes | None = None, **settings: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run argmap as a process of its own."""
    command = [sys.executable, "-m", "argmap", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=os.environ | settings, check=False)


@pytest.mark.parametrize("query", QUERIES, ids=" ".join)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(
    query: list[str], width: int, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(*query).stdout.splitlines()
    assert lines
    assert [line for line in lines if cell_len(line) > width and "://" not in line] == []


@pytest.mark.parametrize("query", QUERIES, ids=" ".join)
def test_no_colour_in_a_pipe(query: list[str], run: Callable[..., Outcome]) -> None:
    assert "\x1b" not in run(*query).stdout


@pytest.mark.parametrize("person", ["sushentsov", "istomin", "baykov", "bordachev", "toft", "papa"])
def test_the_people_of_the_sample_map_fit_80_columns(person: str, repository: Path) -> None:
    outcome = run_command(["--map", str(repository / "data"), "show", person])
    assert outcome.exit_code == 0
    assert [line for line in outcome.stdout.splitlines() if cell_len(line) > 80 and "://" not in line] == []


def test_output_does_not_depend_on_the_hash_seed(debate: Path) -> None:
    calls = (["show", "boris"], ["unanswered", "--json"], ["stats"])
    for call in calls:
        outputs = {start(*call, "--map", debate.name, PYTHONHASHSEED=seed).stdout for seed in ("0", "1")}
        assert len(outputs) == 1


def test_a_map_on_standard_input(debate: Path) -> None:
    done = start("show", "ada-children", "--map", "-", stdin=debate.read_bytes())
    assert done.returncode == 0
    assert "<stdin>:50:5" in done.stdout.decode()


def test_utf8_whatever_the_locale_says(debate: Path) -> None:
    done = start("show", "boris", "--map", debate.name, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert "Борис Орлов" in done.stdout.decode("utf-8")


def test_markup_and_control_characters_are_text(tmp_path: Path) -> None:
    nasty = tmp_path / "nasty.yaml"
    nasty.write_text(
        'claims:\n  - {id: a, title: "[bold]x[/] :smile:", text: "[link=x]y"}\n', encoding="utf-8"
    )
    shown = run_command(["--map", str(nasty), "show", "a", "--color", "always"]).stdout
    assert "[bold]x[/] :smile:" in shown
    assert "[link=x]y" in shown


@pytest.mark.skipif(shutil.which("head") is None, reason="needs a shell's head")
def test_a_closed_pipe_is_no_error(repository: Path) -> None:
    line = f'"{sys.executable}" -m argmap --map "{repository / "data"}" list | head -n 1'
    done = subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8", check=True)  # noqa: S607
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colour_and_aligned_ids(debate: Path) -> None:
    first = on_a_terminal("list", "--map", debate.name).splitlines()[0]
    assert first == f"Close the street (challenged){' ' * 42}\x1b[36mada-close\x1b[0m"
    plain = on_a_terminal("list", "--map", debate.name, NO_COLOR="1").splitlines()[0]
    assert plain == f"Close the street (challenged){' ' * 42}ada-close"


def test_forced_colour_leaves_the_columns_of_a_pipe(debate: Path) -> None:
    done = start("list", "--map", debate.name, FORCE_COLOR="1")
    assert done.stdout.decode().splitlines()[0] == "ada-close\tada\tClose the street (challenged)"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_without_colour(settings: dict[str, str], debate: Path) -> None:
    shown = on_a_terminal("show", "ada", "--map", debate.name, **settings)
    assert "\x1b[" not in shown
    assert "Ada Lindqvist" in shown


def on_a_terminal(*arguments: str, **settings: str) -> str:
    """Run argmap on a pseudo-terminal, and give what it wrote there."""
    import pty

    ours, theirs = pty.openpty()
    surroundings = os.environ | {"TERM": "xterm-256color"} | settings
    command = [sys.executable, "-m", "argmap", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=surroundings):
        os.close(theirs)
        written = b""
        while chunk := _read(ours):
            written += chunk
    os.close(ours)
    return written.decode("utf-8")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
@pytest.mark.parametrize("color", ["never", "always"])
def test_a_reader_who_leaves_early_is_no_finding(color: str) -> None:
    command = [sys.executable, "-m", "argmap", "--color", color, "unanswered"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
