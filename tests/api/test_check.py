"""`argmap.check` finds what the command finds, on disk and in memory."""

from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Claim
from tests.running import run_command

_DOUBTFUL = """claims:
  - {id: ada-one, text: Hello.}
  - {id: ada-two, by: ada, text: Hello., because: [ada-one]}
"""
_BROKEN = "claims:\n  - {id: ada-one, txt: Hello.}\n"


def said(*arguments: str) -> str:
    outcome = run_command(["check", *arguments])
    return (outcome.stdout + outcome.stderr.replace("argmap: ", "")).removesuffix("\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("text", [_DOUBTFUL, _BROKEN])
def test_a_file_is_checked_as_by_the_command(text: str, folder: Path) -> None:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    checked = argmap.check("one.yaml")
    assert str(checked) == said("one.yaml")
    assert checked.findings
    assert str(argmap.check(argmap.read_map("one.yaml"))) == str(checked)


def test_errors_make_a_map_unusable(folder: Path) -> None:
    (folder / "one.yaml").write_text(_BROKEN, encoding="utf-8")
    assert not argmap.check("one.yaml").is_usable
    assert str(argmap.check("one.yaml", select="S")) == said("one.yaml", "--select", "S")


def test_settings_and_rules_count(folder: Path) -> None:
    (folder / "one.yaml").write_text(_DOUBTFUL, encoding="utf-8")
    (folder / "argmap.toml").write_text('[check]\nignore = ["near-duplicate"]\n', encoding="utf-8")
    assert str(argmap.check("one.yaml")) == said("one.yaml")
    ignored = argmap.check("one.yaml", ignore=["statement-without-author", "G"])
    assert str(ignored) == said("one.yaml", "--ignore", "statement-without-author,G")


def test_known_findings_are_left_out(folder: Path) -> None:
    (folder / "one.yaml").write_text(_DOUBTFUL, encoding="utf-8")
    said("one.yaml", "--baseline", "known.json", "--update-baseline")
    assert argmap.check("one.yaml").findings
    assert argmap.check("one.yaml", baseline="known.json").findings == ()


def test_a_map_in_memory_is_checked_as_the_file_that_it_would_be() -> None:
    one = ArgumentMap(claims={"a": Claim(id="a", text="Hello.", because=["b"])})
    checked = argmap.check(one)
    assert not checked.is_usable
    assert {finding.location.file for finding in checked.findings} == {"map.yaml"}
    assert "unknown" in str(checked) or "`b`" in str(checked)


def test_a_rule_that_is_none_is_refused(folder: Path) -> None:
    (folder / "one.yaml").write_text(_DOUBTFUL, encoding="utf-8")
    with pytest.raises(argmap.UnknownRuleError, match="did you mean `self-attack`"):
        argmap.check("one.yaml", select="self-atack")
