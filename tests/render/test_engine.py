import os
import stat
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from graphviz.backend import dot_command

from argmap.render import engine
from argmap.render.engine import (
    ENGINES,
    EngineError,
    EngineMissingError,
    EngineTimeoutError,
    find_program,
    lay_out,
)

ENDLESS = "digraph { a [shape=polygon sides=100000000] }"
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script or signals")


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_of_the_embedded_program_works(name: str) -> None:
    layout = lay_out("digraph { a -> b }", engine=name)
    assert b"<title>a&#45;&gt;b</title>" in layout.output or name == "patchwork"
    assert b"<title>b</title>" in layout.output
    assert layout.warnings == ()


def test_gives_other_formats() -> None:
    assert lay_out("graph { a }", "png").output.startswith(b"\x89PNG")
    assert lay_out("graph { a }", "json").output.startswith(b"{")


def test_text_outside_latin_1_is_no_reason_to_warn() -> None:
    layout = lay_out('graph { "Истомин — 漢字 😀" }')
    assert "Истомин — 漢字 😀" in layout.output.decode()
    assert layout.warnings == ()


def test_other_warnings_are_reported_once() -> None:
    layout = lay_out('graph { a [fontname="No Such Font"]; b [fontname="No Such Font"] }')
    assert layout.warnings == ("no hard-coded metrics for 'No Such Font'.  Falling back to 'Times' metrics",)


def test_characters_that_xml_forbids_do_not_reach_graphviz() -> None:
    assert "a\ufffdb\ufffd" in lay_out('graph { "a\0b\ud800" }').output.decode()


@pytest.mark.parametrize(
    ("dot", "message"),
    [
        ("digraph { a -> ; }", r"cannot draw this graph: <stdin>: syntax error in line 1 near ';'"),
        ("digraph { a [label=<<b>x</i>>] }", r"cannot draw this graph: mismatched tag in line 1"),
        ("", "cannot draw this graph: it wrote nothing"),
    ],
)
def test_says_what_is_wrong_with_a_graph(dot: str, message: str) -> None:
    with pytest.raises(EngineError, match=message):
        lay_out(dot)


def test_knows_its_engines_and_formats() -> None:
    with pytest.raises(EngineError, match="unknown layout engine 'dott': choose one of dot, neato, fdp"):
        lay_out("graph { a }", engine="dott")
    with pytest.raises(EngineError, match="unknown output format 'svgg'"):
        lay_out("graph { a }", "svgg")


def test_stops_when_the_time_is_up() -> None:
    started = time.monotonic()
    with pytest.raises(EngineTimeoutError, match=r"did not finish within 0\.2 s$"):
        lay_out(ENDLESS, timeout=0.2)
    assert time.monotonic() - started < 10


@unix_only
def test_a_native_dot_is_used_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    native = script(tmp_path / "dot", "echo native")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert find_program("native") == native
    assert lay_out("graph { a }", program="native").output == b"native\n"
    assert find_program("auto") == find_program("embedded") != native


@unix_only
def test_a_native_dot_replaces_a_missing_embedded_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    native = script(tmp_path / "dot", "echo native")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(engine, "embedded_program", lambda: None)
    assert find_program() == native
    with pytest.raises(EngineMissingError, match="embedded Graphviz is missing: pip install graphviz-pure"):
        find_program("embedded")


def test_says_what_to_do_without_any_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(engine, "embedded_program", lambda: None)
    with pytest.raises(EngineMissingError, match=r"pip install graphviz-pure.*elsewhere install") as caught:
        lay_out("graph { a }")
    assert "https://graphviz.org/download/" in str(caught.value)
    with pytest.raises(EngineMissingError, match="no `dot` on the PATH"):
        lay_out("graph { a }", program="native")


@unix_only
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("exit 3", "it ended with status 3"),
        ("kill -9 $$", "it ended with status -9"),
        (r"printf 'Error: \033[31mbad\n' >&2; exit 1", r"graph: \[31mbad"),
        ("exit 0", "it wrote nothing"),
    ],
)
def test_survives_a_broken_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, message: str
) -> None:
    program = script(tmp_path / "dot", f"cat >/dev/null; {body}")
    monkeypatch.setattr(engine, "embedded_program", lambda: program)
    with pytest.raises(EngineError, match=message):
        lay_out("graph { a }")


@unix_only
def test_survives_a_program_that_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dot").write_text("not executable")
    monkeypatch.setattr(engine, "embedded_program", lambda: tmp_path / "dot")
    with pytest.raises(EngineError, match="cannot be run: "):
        lay_out("graph { a }")


def test_leaves_the_graphviz_package_as_it_was_even_with_threads() -> None:
    before = dot_command.DOT_BINARY
    outputs: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: outputs.append(lay_out("graph { a }").output)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert dot_command.DOT_BINARY is before
    assert len(outputs) == 8
    assert len(set(outputs)) == 1


def test_needs_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert b"</svg>" in lay_out("graph { a }").output


def test_drawing_is_the_same_under_any_hash_seed() -> None:
    code = textwrap.dedent(
        """
        import hashlib
        from argmap.render.draw import draw
        from argmap.render.svg.finish import Caption
        for output in ("svg", "png", "pdf"):
            picture = draw('graph { a [label="Ж ≤ z", tooltip="t", URL="x"]; a -- b }', output, Caption("T"))
            print(hashlib.sha256(picture.data).hexdigest())
        """
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(seen) == 1
