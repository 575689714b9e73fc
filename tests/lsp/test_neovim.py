"""A real client: Neovim, with the settings of the docs, completes, applies a fix and renames."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.test_knowing import STREET

SCRIPT = Path(__file__).with_name("neovim.lua")


NEOVIM = shutil.which("nvim")


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_neovim_completes_renames_applies_a_fix_and_follows_a_lens(tmp_path: Path, repository: Path) -> None:
    page = (repository / "docs" / "editors.md").read_text(encoding="utf-8")
    lua = tmp_path / "settings.lua"
    lua.write_text(page.partition("```lua\n")[2].partition("```")[0], encoding="utf-8")
    file, told = tmp_path / "claims.yaml", tmp_path / "told.json"
    text = STREET.rstrip("\n").replace("    text: Lorries must come through.", "    text: Лорри.") + "\n"
    (tmp_path / "argmap.toml").write_text('[check]\nselect = ["R"]\n', encoding="utf-8")
    file.write_text(text.replace("attacks: close", "attacks: clos"), encoding="utf-8")
    subprocess.run(
        [str(NEOVIM), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {SCRIPT}"],
        cwd=tmp_path,
        env={
            **os.environ,
            "ARGMAP_TEST_FILE": str(file),
            "ARGMAP_TEST_TOLD": str(told),
            "ARGMAP_TEST_SETTINGS": str(lua),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "XDG_STATE_HOME": str(tmp_path / "state"),
        },
        timeout=100,
        check=True,
        capture_output=True,
    )
    assert json.loads(told.read_text(encoding="utf-8")) == {
        "completed": "minutes",
        "lens": "claims.yaml:16:9: Boris: Лорри.",
        "findings": [
            [
                17,
                13,
                "there is no claim, inference, rebuttal or named attack `clos`\ntip: did you mean `close`?",
            ]
        ],
    }
    meant = text.replace("attacks: close", "attacks: закрыть").replace("id: close", "id: закрыть")
    assert file.read_text(encoding="utf-8") == meant + "    source: minutes, p. 3\n"
