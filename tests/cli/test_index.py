"""What `argmap index` finds in a folder."""

from pathlib import Path

import pytest

pytest.importorskip("duckdb")

from tests.running import run_command


def test_a_file_of_no_format_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    (folder / "notes.txt").write_text("Nothing to see here.\n")
    (folder / "a.tgf").write_text("a\nb\n#\na b\n")
    outcome = run_command(["index", "in", "-o", "s.store"])
    assert outcome.stderr == (
        "1 file looks like no known format and is left out.\n1 map in s.store (1 new).\n2 statements added.\n"
    )
    assert run_command(["--map", "s.store", "stats"]).stdout.startswith("1 map, ")


def test_a_map_that_is_one_no_more_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("in")
    folder.mkdir()
    (folder / "a.json").write_text(
        '{"nodes": [{"nodeID": "1", "type": "I", "text": "t"}], "edges": [], "locutions": []}'
    )
    assert run_command(["index", "in", "-o", "s.store"]).exit_code == 0
    (folder / "a.json").write_text('{"name": "package"}')
    outcome = run_command(["index", "in", "-o", "s.store"])
    assert outcome.exit_code == 1
    assert "in/a.json: it looks like no known format" in outcome.stderr
