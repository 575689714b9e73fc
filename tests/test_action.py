"""The action for GitHub: its steps run as GitHub runs them, in a real repository, among stand-ins."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.files.test_revision import git
from tests.pages import blocks

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not (shutil.which("git") and shutil.which("bash")), reason="runs bash and git"
)
ACTION = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_PR = "github.event.pull_request"
GH = """#!/bin/sh
# Keeps the comment in a file, and writes down what was asked.
echo "gh $*" >> "$CALLS"
case "$*" in
  *"--paginate"*) [ -z "$REFUSED" ] || exit 1; [ ! -f "$CALLS.comment" ] || printf '7\\n8\\n' ;;
  *"--method"*) [ -z "$REFUSED" ] || exit 1
    for word; do case "$word" in body=@*) cp "${word#body=@}" "$CALLS.comment" ;; esac; done ;;
esac
"""


@dataclass
class Runner:
    """Runs the steps of the action as GitHub does.

    Args:
        home: the repository.
        inputs: what a workflow gives.
        event: the pull request, as expressions name its parts.
        outputs: what the steps gave so far.
        log: what they printed.
    """

    home: Path
    inputs: dict[str, str] = field(default_factory=dict)
    event: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""

    def value(self, expression: str) -> str:
        for part in expression.split(" || "):
            name = part.strip()
            if name.startswith("inputs."):
                key = name.removeprefix("inputs.")
                found = self.inputs.get(key, ACTION["inputs"][key].get("default", ""))
            else:
                found = self.event.get(name, self.outputs.get(name, ""))
            if found:
                return str(found)
        return ""

    def filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self.value(match[1]), str(text))

    def holds(self, condition: str) -> bool:
        return all(self._one_holds(part.strip()) for part in condition.split("&&"))

    def _one_holds(self, part: str) -> bool:
        name, sign, wanted = re.fullmatch(r"(\S+)(?: (==|!=) '(.*)')?", part).groups()  # type: ignore[union-attr]
        found = self.value(name)
        return bool(found) if not sign else (found == wanted) is (sign == "==")

    def run(self, *names: str) -> int:
        """Run the steps of some names, or all; give the exit code of the first that fails."""
        for step in ACTION["runs"]["steps"]:
            if "run" not in step or (names and step["name"] not in names):
                continue
            if self.holds(step.get("if", "github.always")) and (code := self._step(step)):
                return code
        return 0

    def _step(self, step: dict[str, Any]) -> int:
        temporary = self.home.parent / "temp"
        written = temporary / "output"
        written.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            **{key: self.filled(value) for key, value in step.get("env", {}).items()},
            "PATH": f"{self.home.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(written),
            "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
            "GITHUB_WORKSPACE": str(self.home),
            "GITHUB_REPOSITORY": "ann/street",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_ACTION_PATH": str(REPOSITORY),
            "RUNNER_TEMP": str(temporary),
            "CALLS": str(temporary / "calls"),
            "CI": "true",
        }
        assert step["shell"] == "bash"
        script = temporary / "script"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            [shutil.which("bash") or "bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.home,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        self.log += done.stdout + done.stderr
        for line in written.read_text("utf-8").splitlines():
            key, _, value = line.partition("=")
            self.outputs[f"steps.{step.get('id')}.outputs.{key}"] = value
        return done.returncode

    def calls(self) -> list[str]:
        return (self.home.parent / "temp" / "calls").read_text("utf-8").splitlines()

    def comment(self) -> str:
        return (self.home.parent / "temp" / "calls.comment").read_text("utf-8")


def program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """A pull request of one branch, as GitHub checks it out: merged with the branch that it is for."""
    home = tmp_path / "home"
    for name in ("home/street", "bin", "temp"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    program(tmp_path / "bin" / "gh", GH)
    program(tmp_path / "bin" / "argmap", f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    program(tmp_path / "bin" / "python", '#!/bin/sh\necho "python $*" >> "$CALLS"\n')
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    git(home, "init", "-q", "-b", "main")
    write(home, "claims:\n  - {id: close, by: ada, text: Close the street.}\n")
    git(home, "switch", "-qc", "draft")
    write(
        home,
        (home / "street/map.yaml").read_text("utf-8")
        + "rebuttals:\n  - {id: vans, by: boris, attacks: close, text: Vans must pass.}\n",
    )
    head = git(home, "rev-parse", "HEAD")
    git(home, "switch", "-q", "main")
    (home / "other.txt").write_text("newer", encoding="utf-8")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "newer")
    git(home, "merge", "-q", "--no-edit", "draft")
    event = {
        f"{_PR}.base.sha": git(home, "rev-parse", "HEAD~2"),
        f"{_PR}.head.sha": head,
        f"{_PR}.number": "5",
    }
    return Runner(home, {"map": "street"}, {**event, "github.always": "yes", "github.token": "secret"})


def write(home: Path, text: str) -> None:
    (home / "street" / "map.yaml").write_text(text, encoding="utf-8")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "map")


def test_a_pull_request_from_the_first_comment_to_the_verdict(runner: Runner) -> None:
    runner.inputs["fail-on"] = "open re-opened"
    assert runner.run() == 1
    assert runner.outputs["steps.base.outputs.base"] == git(runner.home, "rev-parse", "HEAD^1")
    assert runner.calls()[0] == f"python -m pip install --quiet {REPOSITORY}"
    told = runner.comment()
    assert told.startswith("<!-- argmap: street -->\n### What changed in the map\n")
    assert "**Newly open (1)**" in told
    head = runner.event[f"{_PR}.head.sha"]
    assert f"](https://github.example/ann/street/blob/{head}/street/map.yaml#L4)" in told
    (call,) = (call for call in runner.calls() if "--method" in call)
    assert call.startswith("gh api --silent --method POST repos/ann/street/issues/5/comments -F body=@")
    assert "::error file=street/map.yaml,line=4,col=5,title=open%3A vans::" in runner.log
    drawn = runner.home.parent / "temp" / "argmap" / "pictures"
    assert {path.name for path in drawn.iterdir()} == {"map.html", "changes.svg", "changes.png"}
    assert "**Newly open (1)**" in (runner.home.parent / "temp" / "summary").read_text("utf-8")
    assert '"version": "2.1.0"' in (runner.home.parent / "temp/argmap/argmap.sarif").read_text("utf-8")


COMMENTING = ("Find what to compare with", "Tell what has changed", "Comment on the pull request")


def test_one_comment_is_updated_and_none_is_made_for_no_change(runner: Runner) -> None:
    assert runner.run(*COMMENTING) == 0
    write(runner.home, "claims:\n  - {id: close, by: ada, text: Close the street.}\n")
    runner.inputs["base"] = "HEAD~3"
    assert runner.run(*COMMENTING) == 0
    assert "No change in the map." in runner.comment()
    assert "--method PATCH repos/ann/street/issues/comments/7 " in runner.calls()[-1]
    (runner.home.parent / "temp" / "calls.comment").unlink()
    runner.outputs.clear()
    assert runner.run(*COMMENTING) == 0
    assert runner.outputs["steps.diff.outputs.changed"] == "false"
    assert "--paginate" in runner.calls()[-1]


def test_where_the_branch_itself_is_checked_out_it_is_compared_with_where_it_began(runner: Runner) -> None:
    git(runner.home, "switch", "-q", "draft")
    runner.event[f"{_PR}.base.sha"] = git(runner.home, "rev-parse", "main~1")
    assert runner.run("Find what to compare with") == 0
    assert runner.outputs["steps.base.outputs.base"] == git(runner.home, "merge-base", "main~1", "draft")


def test_a_broken_map_is_told_and_fails(runner: Runner) -> None:
    write(runner.home, "claims: [\n")
    runner.inputs |= {"base": "HEAD^1", "pictures": "false"}
    assert runner.run() == 2
    assert "cannot be compared:\n\n    street/map.yaml:" in runner.comment()


def test_a_token_that_may_not_write_is_no_failure(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFUSED", "yes")
    assert runner.run(*COMMENTING) == 0
    assert "::warning::The comments of the pull request cannot be read" in runner.log


def test_a_clone_without_what_to_compare_with_is_told(runner: Runner) -> None:
    runner.inputs["base"] = "nowhere"
    assert runner.run() == 1
    assert "fetch-depth: 0" in runner.log


def test_without_a_pull_request_there_is_only_the_check(runner: Runner) -> None:
    runner.event = {"github.always": "yes"}
    runner.inputs["pictures"] = "false"
    assert runner.run() == 0
    assert not [call for call in runner.calls() if call.startswith("gh")]
    assert "nothing found in 1 claim and 1 rebuttal" in runner.log


def test_no_expression_stands_in_a_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_the_page_shows_a_workflow_that_the_action_understands() -> None:
    page = (REPOSITORY / "docs" / "github.md").read_text(encoding="utf-8")
    workflows = [yaml.safe_load(block.body) for block in blocks(page) if block.kind == "yaml"]
    steps = [step for flow in workflows for job in flow["jobs"].values() for step in job["steps"]]
    ours = [step for step in steps if "argmap" in step.get("uses", "")]
    assert ours
    for step in ours:
        assert set(step.get("with", {})) <= set(ACTION["inputs"])
    assert [name for name in ACTION["inputs"] if f"| `{name}` |" not in page] == []
    assert [name for name in ACTION["outputs"] if f"`{name}`" not in page] == []
