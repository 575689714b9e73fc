"""Which editor is run, and how it is told a line."""

import sys
from pathlib import Path

import pytest

from argmap.cli.shared.editor import command_at, editor_words, run_editor

FILE = Path("claims.yaml")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["vi"], "vi +7 claims.yaml"),
        (["/usr/bin/nvim", "-n"], "/usr/bin/nvim -n +7 claims.yaml"),
        (["nano"], "nano +7 claims.yaml"),
        (["emacsclient", "-t"], "emacsclient -t +7 claims.yaml"),
        (["micro"], "micro +7 claims.yaml"),
        (["kak"], "kak +7 claims.yaml"),
        (["gvim"], "gvim -f +7 claims.yaml"),
        (["hx"], "hx claims.yaml:7"),
        (["code"], "code --wait --goto claims.yaml:7"),
        (["code", "--wait"], "code --wait --goto claims.yaml:7"),
        (["subl"], "subl --wait claims.yaml:7"),
        (["env", "A=1", "vim"], "env A=1 vim +7 claims.yaml"),
        (["Code.exe"], "Code.exe --wait --goto claims.yaml:7"),
        (["unheard-of", "-x"], "unheard-of -x claims.yaml"),
    ],
    ids=str,
)
def test_the_line_is_told_as_the_editor_wants_it(words: list[str], wanted: str) -> None:
    assert command_at(words, FILE, 7) == wanted.split()


@pytest.fixture
def editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path with two programs."""
    for name in ("first", "the second"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="a program there has another name")
def test_the_words_are_split_as_a_shell_does(editors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "first")
    assert editor_words() == [str(editors / "first")]
    monkeypatch.setenv("VISUAL", f"'{editors}/the second' --name 'a b'")
    assert editor_words() == [f"{editors}/the second", "--name", "a b"]
    monkeypatch.setenv("VISUAL", " ")
    assert editor_words() == [str(editors / "first")]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "no editor is known; name one in VISUAL or EDITOR, as in `EDITOR=nano argmap edit`"),
        ("vi 'a", "EDITOR cannot be split into words: a quote is not closed in vi 'a"),
        ("no-such-editor -w", "there is no program `no-such-editor`, which EDITOR names"),
        ("''", "there is no program ``, which EDITOR names"),
    ],
)
@pytest.mark.usefixtures("editors")
def test_what_is_no_editor_is_told(
    value: str | None, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if value is not None:
        monkeypatch.setenv("EDITOR", value)
    with pytest.raises(SystemExit) as left:
        editor_words()
    assert (left.value.code, capsys.readouterr().err) == (2, f"argmap: {said}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a program there has another name")
def test_an_editor_that_fails_is_told(editors: Path) -> None:
    assert run_editor([str(editors / "first")], FILE, 1) == "the editor left with 3"
    assert run_editor([str(editors)], FILE, 1).startswith("the editor cannot be run: ")
