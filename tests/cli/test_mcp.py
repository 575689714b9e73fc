"""`argmap mcp` where it cannot serve."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import run_command


@pytest.mark.parametrize("package", ["mcp", "anyio"])
def test_without_its_extra_it_says_how_to_install_it(package: str, debate: Path) -> None:
    code = f"import sys\nsys.modules[{package!r}] = None\nfrom argmap.cli import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", code, "mcp", debate.name],
        input="",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        'argmap: the server for assistants is not installed\nhint: python -m pip install "argmap[mcp]"\n'
    )


def test_it_serves_no_sample_map_that_nobody_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run_command(["mcp"])
    assert outcome.exit_code == 2
    assert "no map in this folder or above it" in outcome.stderr


def test_the_map_is_not_read_from_where_the_messages_come() -> None:
    outcome = run_command(["mcp", "-"])
    assert outcome.exit_code == 2
    assert "Standard input carries the messages" in outcome.stderr
