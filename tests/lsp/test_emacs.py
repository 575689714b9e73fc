"""A real client: Emacs with Eglot, and the settings of the docs, shows findings, renames and formats."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.test_knowing import STREET

SCRIPT = Path(__file__).with_name("emacs.el")
EMACS = shutil.which("emacs")


def _has_what_it_needs() -> bool:
    if EMACS is None:
        return False
    asked = "(progn (package-initialize) (require 'eglot) (require 'yaml-mode))"
    done = subprocess.run([EMACS, "--batch", "--eval", asked], capture_output=True, check=False)
    return done.returncode == 0


@pytest.mark.skipif(not _has_what_it_needs(), reason="Emacs, Eglot or yaml-mode is not installed")
def test_emacs_shows_findings_renames_and_formats(tmp_path: Path, repository: Path) -> None:
    page = (repository / "docs" / "editors.md").read_text(encoding="utf-8")
    settings = tmp_path / "settings.el"
    settings.write_text(page.partition("```lisp\n")[2].partition("```")[0], encoding="utf-8")
    file = tmp_path / "claims.yaml"
    (tmp_path / "argmap.toml").write_text('[check]\nselect = ["R"]\n', encoding="utf-8")
    file.write_text(STREET.replace("attacks: close", "attacks: clos"), encoding="utf-8")
    done = subprocess.run(
        [str(EMACS), "--batch", "-l", str(SCRIPT)],
        cwd=tmp_path,
        env={
            **os.environ,
            "ARGMAP_TEST_FILE": str(file),
            "ARGMAP_TEST_SETTINGS": str(settings),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        },
        timeout=100,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "argmap [R301]: there is no claim, inference, rebuttal or named attack `clos`"
    )
    text = file.read_text(encoding="utf-8")
    assert "  - id: shut\n" in text
    assert "    attacks: shut\n" in text
    assert "\n\n  - {id: air, by: ada" in text
