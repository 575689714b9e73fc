import sys
import sysconfig
from pathlib import Path

import pytest

from argmap.render import programs

EMBEDDED = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An interpreter whose script folders are empty."""
    monkeypatch.setattr(sysconfig, "get_path", lambda *_: str(tmp_path / "scripts"))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def put(program: Path) -> Path:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.touch(mode=0o755)
    return program


def test_finds_the_program_of_this_environment(elsewhere: Path) -> None:
    program = put(elsewhere / "scripts" / EMBEDDED)
    assert programs.embedded_program() == program


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_finds_the_program_of_a_target_installation(elsewhere: Path, folder: str) -> None:
    program = put(elsewhere / folder / EMBEDDED)
    assert programs.embedded_program() is None
    (elsewhere / "graphviz_pure-0.2.2.dist-info").mkdir()
    assert programs.embedded_program() == program


def test_never_searches_the_path_for_it(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(put(elsewhere / "other" / EMBEDDED).parent))
    assert programs.embedded_program() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a real program")
def test_never_takes_a_dot_from_the_current_folder(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(elsewhere / "dot")
    put(elsewhere / "bin" / "dot")
    monkeypatch.chdir(elsewhere)
    for path in ("", ".", "bin", ":bin:."):
        monkeypatch.setenv("PATH", path)
        assert programs.native_program() is None


def test_never_takes_an_embedded_program_from_the_current_folder(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(elsewhere / "bin" / EMBEDDED)
    (elsewhere / "graphviz_pure-0.2.2.dist-info").mkdir()
    monkeypatch.chdir(elsewhere)
    assert programs.embedded_program() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a real program")
def test_finds_a_native_dot_on_the_path(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(elsewhere))
    assert programs.native_program() is None
    dot = put(elsewhere / "dot")
    assert programs.native_program() == dot
