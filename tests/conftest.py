"""What every test starts from: no settings of the caller's, 80 columns, and a way to run a command."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.running import Outcome, run_command

REPOSITORY = Path(__file__).resolve().parent.parent
_CALLERS = (
    "ARGMAP_MAP",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "TERM",
    "LINES",
    "COLORTERM",
    "PYTHONIOENCODING",
)

# The same examples on every run, so that a failure is a change's. HYPOTHESIS_PROFILE=full tries all of them,
# HYPOTHESIS_PROFILE=explore looks for more.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=30)
settings.register_profile("full", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="rewrite the expected outputs; review the diff")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _CALLERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written and not compared."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def debate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the small map `debate.yaml` that holds one of everything."""
    text = (REPOSITORY / "tests" / "golden" / "debate.yaml").read_text(encoding="utf-8")
    (tmp_path / "debate.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "debate.yaml"


@pytest.fixture
def run(debate: Path) -> object:
    """Run argmap on the small map: ``run("show", "ada")``."""

    def command(*arguments: str, stdin: str | None = None) -> Outcome:
        return run_command([*arguments, "--map", debate.name], stdin)

    return command
