"""`argmap lsp` where the language server is not installed."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("package", ["pygls", "lsprotocol"])
def test_without_its_extra_it_says_how_to_install_it(package: str) -> None:
    code = f"import sys\nsys.modules[{package!r}] = None\nfrom argmap.cli import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", code, "lsp"], input="", capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        'argmap: the language server is not installed\nhint: python -m pip install "argmap[lsp]"\n'
    )
