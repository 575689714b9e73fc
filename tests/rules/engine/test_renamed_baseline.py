"""``rename`` keeps known what the baseline knows, in one write with the map."""

import json
from pathlib import Path

import pytest

from tests.running import run_command

MAP = """\
claims:
  - {id: one, by: ada, text: A claim of hers., because: [two]}
  - {id: two, by: ada, text: Another claim of hers.}
  - {id: three, text: A third claim.}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "argmap.toml").write_text('[check]\nbaseline = "known.json"\n', encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    run_command(["check", "--update-baseline"])
    return tmp_path


@pytest.mark.parametrize(("old", "new"), [("one", "first"), ("two", "second"), ("ada", "lindqvist")])
def test_what_was_known_stays_known(folder: Path, old: str, new: str) -> None:
    before = (folder / "known.json").read_bytes()
    assert run_command(["check"]).exit_code == 0
    assert run_command(["rename", old, new]).exit_code == 0
    assert run_command(["check"]).exit_code == 0
    assert f"`{old}`" not in (folder / "known.json").read_text(encoding="utf-8")
    run_command(["rename", new, old])
    after = json.loads((folder / "known.json").read_bytes())
    assert after["known"] == json.loads(before)["known"]


def test_a_file_that_is_no_baseline_stays(folder: Path) -> None:
    (folder / "known.json").write_text("[]", encoding="utf-8")
    outcome = run_command(["rename", "one", "first"])
    assert outcome.exit_code == 0
    assert "known.json stays as it is" in outcome.stderr
    assert (folder / "known.json").read_text(encoding="utf-8") == "[]"
