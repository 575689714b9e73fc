"""Nothing raw reaches a terminal or a log, whoever writes it."""

import ast
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.report.colour import ColourConsole
from argmap.report.console import make_console
from argmap.report.guard import guarded_streams
from argmap.text.clean import escaped_json, harmless, one_line, tamed, visible
from tests.running import run_command

PACKAGE = Path(argmap.__file__).parent
MAY_WRITE = {
    "cli/streams.py",
    "cli/__init__.py",
    "cli/shared/saying.py",
    "report/console.py",
    "report/guard.py",
}
EVIL = (
    "x\x1b]0;owned\x07\x1b[2J\x1b]8;;http://evil\x1b\\y\x9b31m\u202edetrevni\x00\r\n"
    "::error file=a::owned\n##[error]z"
)
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
BIDI = (
    "שלום עולם مرحبا \u200f!\u200e 👨\u200d👩\u200d👧 می\u200cخواهم"
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
)


def writes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(
                value=ast.Name(id="click"),
                attr="echo" | "secho" | "echo_via_pager" | "confirm" | "prompt" | "get_text_stream",
            ):
                yield f"{path}:{node.lineno}: click.{node.attr}"
            case ast.Call(func=ast.Name(id="print" | "Console" | "input")):
                yield f"{path}:{node.lineno}: {ast.unparse(node.func)}()"
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr"), attr="isatty"
            ):
                pass
            case ast.Attribute(
                value=ast.Name(id="sys"), attr="stdout" | "stderr" | "__stdout__" | "__stderr__"
            ):
                yield f"{path}:{node.lineno}: sys.{node.attr}"


def asks_only(path: Path) -> set[str]:
    """Name the places where a stream is only asked whether it is a terminal."""
    return {
        f"{path}:{node.value.lineno}: sys.{node.value.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "isatty" and isinstance(node.value, ast.Attribute)
    }


def test_only_one_module_of_the_command_line_writes() -> None:
    found = [
        place
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).as_posix() not in MAY_WRITE
        for place in writes(path)
        if place not in asks_only(path) and not (place.endswith("Console()") and path.name == "progress.py")
    ]
    assert found == [], "say it with argmap.cli.shared.saying, which cleans it"


@pytest.mark.parametrize(
    "arguments",
    [
        [EVIL],
        ["show", EVIL],
        ["show", f"--{EVIL}"],
        [f"--{EVIL}"],
        ["--map", EVIL, "list"],
        ["search", EVIL],
        ["explain", EVIL],
        ["check", "--select", EVIL],
        ["check", "--format", EVIL],
        ["render", "-o", f"{EVIL}.xyz"],
        ["render", "--theme", EVIL],
        ["render", "--svg", "-o", f"/nowhere/{EVIL}"],
        ["import", EVIL.replace("\0", "")],
        ["import", "aif", EVIL.replace("\0", "")],
        ["export", EVIL],
        ["solve", "-p", EVIL, "-f", "-"],
        ["solve", "-p", "SE-GR", "-f", EVIL.replace("\0", "")],
        ["path", EVIL, EVIL],
        ["review", EVIL],
        ["status", EVIL],
        ["list", "--by", EVIL],
    ],
    ids=lambda arguments: " ".join(one_line(one) for one in arguments)[:40],
)
def test_what_is_typed_is_repeated_on_one_line(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_MAP", "data")
    outcome = run_command([one.replace("\0", "") for one in arguments])
    assert outcome.exit_code in {1, 2}
    assert not RAW.search(outcome.output)
    assert not re.search(r"(?m)^\s*::", outcome.output)


def test_losses_and_faults_of_imports_are_clean(tmp_path: Path) -> None:
    nodes = [
        {"nodeID": EVIL, "text": EVIL, "type": "Q"},
        {"nodeID": "1", "text": "T", "type": "I"},
        {"nodeID": "2", "text": EVIL, "type": EVIL},
    ]
    edges = [{"edgeID": EVIL, "fromID": EVIL, "toID": "1"}, {"edgeID": "9", "fromID": "8", "toID": EVIL}]
    (tmp_path / "a.json").write_text(json.dumps({"nodes": nodes, "edges": edges, "locutions": []}))
    for options in ([], ["-v"], ["--strict"]):
        outcome = run_command(["import", "aif", str(tmp_path / "a.json"), *options])
        assert outcome.stderr
        assert not RAW.search(outcome.stderr)
        assert not re.search(r"(?m)^\s*::|owned\n", outcome.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("form", ["text", "gcc", "github", "json", "sarif"])
def test_names_of_files_are_clean(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = EVIL.replace("\0", "").replace("/", "") + ".yaml"
    text = 'claims: [{id: a, text: A}, {id: b, text: "B \\u202e", because: [A, a]}]\n'
    (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for arguments in (
        ["check", "--fix", "--format", form],
        ["show", "a"],
        ["show", "a", "--color", "always"],
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        outcome = run_command(["--map", ".", *arguments])
        bare = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^;]*;file:[!-~]*\x1b\\|\x1b\]8;;\x1b\\", "", outcome.output)
        assert not RAW.search(bare)
        assert not re.search(r"(?m)^\s*::error file=a", bare)


def test_a_document_says_what_the_file_says_and_holds_nothing_raw(tmp_path: Path) -> None:
    text = f"\u202eevil\u2069 {BIDI} ##[error]x"
    (tmp_path / "m.yaml").write_text(f'claims: [{{id: a, text: "{text}"}}]\n', encoding="utf-8")
    outcome = run_command(["--map", str(tmp_path), "list", "--json"])
    assert json.loads(outcome.stdout)["statements"][0]["text"] == text
    assert not RAW.search(outcome.stdout)
    assert "##[" not in outcome.stdout


@pytest.mark.parametrize("clean", [one_line, visible, harmless, tamed])
def test_letters_of_every_direction_and_joined_emoji_survive(clean: object) -> None:
    assert callable(clean)
    kept = clean(BIDI)
    if clean is visible:
        kept, expected = kept.replace("\ufffd", ""), BIDI.replace("\u200f", "").replace("\u200e", "")
        assert kept == expected
    else:
        assert kept == BIDI


@given(st.text())
def test_nothing_raw_is_left(text: str) -> None:
    assert not RAW.search(harmless(text).replace("\r", ""))
    assert not RAW.search(one_line(text))
    assert not RAW.search(visible(text))
    assert len(harmless(text)) == len(visible(text)) == len(text)
    document = json.dumps({"a": text}, ensure_ascii=False, indent=1)
    assert not RAW.search(escaped_json(document))
    assert json.loads(escaped_json(document)) == {"a": text}


@pytest.mark.parametrize(
    "text", ["::error::x", "  ::set-output name=a::b", "a\n::x", "##[error]x", "a ##vso[x"]
)
def test_a_build_server_sees_no_command(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    inner = sys.stdout
    with guarded_streams():
        sys.stdout.write(text)
    assert isinstance(inner, io.StringIO)
    assert not re.search(r"(?m)^\s*::|##\[|##vso\[", inner.getvalue())
    assert inner.getvalue().replace("\u200b", "") == text


def test_a_console_styles_but_its_texts_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    inner = sys.stdout
    with guarded_streams():
        console = make_console("always")
        assert isinstance(console, ColourConsole)
        console.print(EVIL, style="bold")
        console.file.write("\x1b]8;;javascript:x\x1b\\\x1b]0;t\x07\n")
    assert isinstance(inner, io.StringIO)
    said = inner.getvalue()
    assert "\x1b[1m" in said
    assert not RAW.search(re.sub(r"\x1b\[[\d;]*m", "", said))


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
@pytest.mark.parametrize("arguments", [["import", "aif", "a.json"], ["show", "a"], ["export", "markdown"]])
def test_a_terminal_is_not_steered(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").touch()
    (tmp_path / "m.yaml").write_text('claims: [{id: a, text: "A \\u202e B"}]\n')
    node = {"nodeID": "1", "text": EVIL, "type": "I"}
    (tmp_path / "a.json").write_text(json.dumps({"nodes": [node], "edges": [], "locutions": []}))
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "argmap", *arguments]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=follower, stderr=follower
    ) as process:
        assert process.wait() == 0
    os.close(follower)
    said = os.read(leader, 100_000).decode()
    os.close(leader)
    assert not RAW.search(re.sub(r"\x1b\[[\d;]*m|\r\n", "", said))
