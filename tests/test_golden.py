"""Every transcript in tests/golden, output and exit code exactly.

Each folder there is a case: a ``transcript`` and any files it needs, next to ``debate.yaml``. Lines of
standard error begin with ``2> ``, and an exit code other than 0 stands at the end. A command may read a file
as its standard input, with ``< FILE`` at its end.
"""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.running import run_command
from tests.transcripts import Step, parse, render, replay, visible

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/transcript"))
_FROM_FILE = "<"
_SETTING = re.compile(r"[A-Z_]+=")


def test_the_cases_are_found() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, rewrite: bool) -> None:
    transcript = GOLDEN / case / "transcript"
    shutil.copy(GOLDEN / "debate.yaml", tmp_path)
    shutil.copytree(GOLDEN / case, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGMAP_MAP", "debate.yaml")
    expected = parse(transcript.read_text(encoding="utf-8"))
    actual = replay(expected, _run)
    if rewrite:
        transcript.write_text(render(actual), encoding="utf-8", newline="\n")
    assert rewrite or render(actual) == render(expected)
    assert [Step(step.command, "") for step in actual] == [Step(step.command, "") for step in expected]


def _run(line: str) -> str:
    words = shlex.split(line)
    with pytest.MonkeyPatch.context() as surroundings:
        while _SETTING.match(words[0]):
            name, _, value = words.pop(0).partition("=")
            surroundings.setenv(name, value)
        stdin = Path(words.pop()).read_text(encoding="utf-8") if _FROM_FILE in words else None
        assert words[0] == "argmap", line
        outcome = run_command([word for word in words[1:] if word != _FROM_FILE], stdin)
    said = "".join(f"2> {text}\n" for text in outcome.stderr.splitlines())
    code = f"[exit {outcome.exit_code}]\n" if outcome.exit_code else ""
    return visible(outcome.stdout) + said + code
