"""`argmap serve` as somebody runs it."""

import builtins
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tests.browser.served import served
from tests.programs import line
from tests.running import run_command


def test_it_answers_until_ctrl_c(debate: Path) -> None:
    with served(debate) as server:
        assert server.address.startswith("http://127.0.0.1:")
        assert line(server.process.stderr) == "argmap: showing debate.yaml; Ctrl-C ends it"
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urljoin(server.address, "/"))  # noqa: S310 (our own server)
        refused.value.close()
        assert refused.value.code == 403
        assert server.end() == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_kill_ends_it_as_any_other_command(debate: Path) -> None:
    with served(debate) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(60) in {-signal.SIGTERM, 128 + signal.SIGTERM}


def test_a_port_that_is_taken(debate: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = run_command(["serve", "--no-open", "--port", str(port), "--map", str(debate)])
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert f"port {port} cannot be used: " in outcome.stderr
    assert "without --port a free one is taken" in outcome.stderr


def test_what_is_not_installed_is_named(debate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:  # noqa: ANN401 (as Python's)
        if name.partition(".")[0] == "uvicorn":
            raise ModuleNotFoundError(name="uvicorn")
        return usual(name, *rest)

    for name in [name for name in sys.modules if name.startswith("argmap.live")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    outcome = run_command(["serve", "--map", str(debate)])
    assert outcome.exit_code == 2
    assert "pip install 'argmap[live]'" in outcome.stderr


def test_a_map_that_cannot_be_read_is_told_before_anything_is_served(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("claims:\n  - {id: a, text: A., by: [}\n", encoding="utf-8")
    outcome = run_command(["serve", "--no-open", "--map", str(broken)])
    assert outcome.exit_code == 2
    assert "broken.yaml:2" in outcome.stderr
    assert outcome.stdout == ""


def test_a_selection_that_means_nothing(debate: Path) -> None:
    outcome = run_command(["serve", "--no-open", "--map", str(debate), "--by", "nobody-here"])
    assert outcome.exit_code == 1
    assert "nobody-here" in outcome.stderr


def test_what_is_not_in_files_is_not_served() -> None:
    outcome = run_command(["serve", "--no-open", "--map", "-"], stdin="claims: []")
    assert outcome.exit_code == 2
    assert "not one on standard input" in outcome.stderr


def test_the_sample_map_is_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run_command(["serve", "--no-open", "--edit"])
    assert outcome.exit_code == 2
    assert "`argmap serve` changes none that nobody named" in outcome.stderr
