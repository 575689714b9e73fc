"""Long work tells a terminal that it goes on."""

import importlib
from pathlib import Path

import pytest

from argmap.files.map_text.write_map import write_document
from tests.running import run_command
from tests.shapes import star


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["status", "--semantics", "stage"], "weighing 151 arguments under stage semantics"),
        (["status", "--compare"], "weighing 151 arguments under all semantics"),
        (
            ["status", "--semantics", "complete", "--all-extensions"],
            "weighing 151 arguments under complete semantics",
        ),
        (["why", "c", "--semantics", "preferred"], "weighing 151 arguments under preferred semantics"),
        (["render", "--dot", "--status", "stage"], "weighing 151 arguments under stage semantics"),
        (["solve", "-p", "SE-PR", "-f", "large.af"], "solving SE-PR"),
        (["status"], ""),
    ],
)
def test_a_terminal_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    (tmp_path / "map.yaml").write_text(write_document(star(150)), encoding="utf-8")
    (tmp_path / "large.af").write_text("p af 2000\n1 2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGMAP_MAP", "map.yaml")
    told: list[str] = []

    class Told:
        def __init__(self, doing: str, *, long: bool) -> None:
            told.extend([doing] if long else [])

        def __enter__(self) -> None: ...

        def __exit__(self, *_: object) -> None: ...

    for module in ("weighing", "drawing"):
        monkeypatch.setattr(f"argmap.cli.shared.{module}.show_progress", Told)
    monkeypatch.setattr(importlib.import_module("argmap.cli.solve"), "show_progress", Told)
    assert run_command(arguments).exit_code == 0
    assert (words in told) if words else not told
