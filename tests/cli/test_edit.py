"""``argmap edit``: what comes back is written as it is, or kept, and never lost."""

import json
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.signals import Stopped
from tests.running import Outcome, run_command

MAP = """# A map.
claims:
  - {id: close, by: ada, text: Close the street.}
  # The reason.
  - id: air
    by: ada
    text: The air gets cleaner.
"""

Editor = Callable[..., Path]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Set an editor that runs some Python with the ``text`` it finds; give the note of its arguments."""
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "claims.yaml").write_bytes(MAP.encode())
    monkeypatch.chdir(tmp_path / "map")
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setenv("TMPDIR", str(kept))
    monkeypatch.setattr("tempfile.tempdir", str(kept))

    def set_editor(*steps: str, name: str = "vim") -> Path:
        program, seen = tmp_path / f"{name}.py", tmp_path / "seen"
        seen.unlink(missing_ok=True)
        program.write_text(
            "import pathlib, sys\n"
            f"seen = pathlib.Path({str(seen)!r})\n"
            "number = len(seen.read_text().splitlines()) if seen.exists() else 0\n"
            "with seen.open('a') as note: print(*sys.argv[1:], file=note)\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_bytes().decode()\n"
            f"exec({list(steps)!r}[number])\n"
            "path.write_bytes(text.encode())\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{program}"')
        return seen

    return set_editor


def edit(*arguments: str, stdin: str | None = None) -> Outcome:
    return run_command(["edit", *arguments], stdin)


def replaced(old: str, new: str) -> str:
    return f"text = text.replace({old!r}, {new!r})"


def kept_text(outcome: Outcome) -> str:
    """Read the file in which a message says that the edited text is."""
    match = re.search(r"the edited text is kept in (\S+)$", outcome.stderr, re.MULTILINE)
    assert match, outcome.stderr
    return Path(match[1]).read_bytes().decode()


def leftovers() -> list[Path]:
    return list(Path("../kept").iterdir())


def test_it_opens_the_file_at_the_record_and_writes_what_comes_back(editor: Editor) -> None:
    seen = editor(replaced("cleaner", "much cleaner"))
    outcome = edit("air")
    assert (outcome.exit_code, outcome.output) == (0, "claims.yaml\n")
    assert Path("claims.yaml").read_text(encoding="utf-8") == MAP.replace("cleaner", "much cleaner")
    assert re.fullmatch(r"\+5 \S+/claims\.yaml\n", seen.read_text(encoding="utf-8"))
    assert leftovers() == []


@pytest.mark.parametrize(("name", "line"), [([], 1), (["claims.yaml"], 1), (["close"], 3), (["air"], 5)])
def test_the_line_is_that_of_the_record(name: list[str], line: int, editor: Editor) -> None:
    seen = editor("pass")
    outcome = edit(*name)
    assert (outcome.exit_code, outcome.stderr) == (0, "argmap: claims.yaml is unchanged\n")
    assert seen.read_text(encoding="utf-8").startswith(f"+{line} ")
    assert leftovers() == []


def test_bytes_and_permissions_stay_as_the_user_left_them(editor: Editor) -> None:
    path = Path("claims.yaml")
    path.write_bytes(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    editor(replaced("Close", "Shut") + "; text += '  # odd  end'")
    assert edit("air").exit_code == 0
    expected = MAP.replace("Close", "Shut").replace("\n", "\r\n") + "  # odd  end"
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(editor: Editor) -> None:
    Path("claims.yaml").rename("real.txt")
    Path("claims.yaml").symlink_to("real.txt")
    editor(replaced("Close", "Shut"))
    assert edit("air").exit_code == 0
    assert Path("claims.yaml").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == MAP.replace("Close", "Shut")


def test_what_comes_back_broken_is_shown_and_kept(editor: Editor) -> None:
    editor(replaced("by: ada\n    text", "buy: ada\n    text"))
    outcome = edit("air")
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("claims.yaml:6:5: F202 the claim `air` has an unknown field `buy`")
    assert kept_text(outcome) == MAP.replace("by: ada\n    text", "buy: ada\n    text")
    assert Path("claims.yaml").read_bytes() == MAP.encode()


def test_on_a_terminal_it_can_be_edited_again(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.edit.is_interactive", lambda: True)
    seen = editor(replaced("id: air", "id: air x: y"), replaced("air x: y", "fresh-air"))
    outcome = edit("close", stdin="y\n")
    assert outcome.exit_code == 0
    assert "claims.yaml:5:" in outcome.stderr
    assert "Edit again?" in outcome.stderr
    lines = [line.split()[0] for line in seen.read_text(encoding="utf-8").splitlines()]
    assert lines == ["+3", "+5"]
    assert "fresh-air" in Path("claims.yaml").read_text(encoding="utf-8")
    assert leftovers() == []


@pytest.mark.parametrize("answer", ["n\n", ""], ids=["no", "end of input"])
def test_whoever_does_not_edit_again_loses_nothing(
    answer: str, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.cli.edit.is_interactive", lambda: True)
    editor("text = 'claims: ['")
    outcome = edit(stdin=answer)
    assert (outcome.exit_code, kept_text(outcome)) == (2, "claims: [")
    assert Path("claims.yaml").read_bytes() == MAP.encode()


def test_whoever_is_stopped_loses_nothing(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> bool:
        raise Stopped(2)

    said: list[str] = []
    monkeypatch.setattr("argmap.cli.edit.is_interactive", lambda: True)
    monkeypatch.setattr("argmap.cli.edit.confirm", stop)
    monkeypatch.setattr("argmap.cli.edit.say", said.append)
    editor("text = 'claims: ['")
    with pytest.raises(Stopped):
        edit()
    kept = leftovers()[0].resolve() / "claims.yaml"
    assert said == [f"stopped; nothing was written, and the edited text is kept in {kept}"]
    assert kept.read_text(encoding="utf-8") == "claims: ["


def test_a_reference_that_breaks_in_another_file_is_an_error(editor: Editor) -> None:
    other = "rebuttals:\n  - {id: lorries, attacks: close, text: Lorries must get in.}\n"
    Path("rebuttals.yaml").write_text(other, encoding="utf-8")
    editor(replaced("id: close", "id: shut"))
    outcome = edit("close")
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("rebuttals.yaml:2:28: R301 ")


def test_a_file_that_changed_meanwhile_is_not_overwritten(editor: Editor) -> None:
    editor("pathlib.Path('claims.yaml').write_text('claims: []\\n'); " + replaced("Close", "Shut"))
    outcome = edit()
    assert outcome.exit_code == 2
    assert "claims.yaml has changed meanwhile" in outcome.stderr
    assert kept_text(outcome) == MAP.replace("Close", "Shut")
    assert Path("claims.yaml").read_text(encoding="utf-8") == "claims: []\n"


def test_an_editor_that_fails_writes_nothing(editor: Editor) -> None:
    editor("sys.exit(1)")
    outcome = edit()
    assert (outcome.exit_code, outcome.stderr) == (2, "argmap: the editor left with 1; nothing was written\n")
    assert leftovers() == []
    editor("path.write_text('halfway'); sys.exit(1)")
    assert kept_text(edit()) == "halfway"
    assert Path("claims.yaml").read_bytes() == MAP.encode()


def test_a_text_that_the_editor_deleted_is_told(editor: Editor) -> None:
    editor("path.unlink(); sys.exit(0)")
    outcome = edit()
    assert outcome.exit_code == 2
    assert "what was edited cannot be read, and nothing was written" in outcome.stderr


BROKEN = MAP.replace("by: ada\n    text", "buy: ada\n    text") + "  - id: lost\n    text: [\n"


@pytest.mark.parametrize(("name", "line"), [([], 6), (["air"], 5), (["lost"], 8)])
def test_a_map_with_errors_can_be_mended(name: list[str], line: int, editor: Editor) -> None:
    Path("claims.yaml").write_text(BROKEN, encoding="utf-8")
    seen = editor(replaced("buy:", "by:"))
    outcome = edit(*name)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert seen.read_text(encoding="utf-8").startswith(f"+{line} ")
    assert Path("claims.yaml").read_text(encoding="utf-8") == BROKEN.replace("buy:", "by:")


def test_of_errors_only_the_new_ones_are_told(editor: Editor) -> None:
    Path("claims.yaml").write_text(BROKEN, encoding="utf-8")
    editor(replaced("id: close, by:", "id: close, buy:"))
    outcome = edit()
    assert outcome.exit_code == 2
    assert "claims.yaml:3:17: F202" in outcome.stderr
    assert ":6:5:" not in outcome.stderr


@pytest.mark.parametrize("content", [b"", b"claims: []\n# caf\xe9\n", b"\xff\xfea\x00"])
def test_files_that_cannot_be_read_as_maps_can_be_mended(content: bytes, editor: Editor) -> None:
    Path("claims.yaml").write_bytes(content)
    editor("pass")
    program = Path("../vim.py")
    code = program.read_text(encoding="utf-8").replace("path.read_bytes().decode()", "''")
    program.write_text(code.replace("'pass'", repr("text = 'claims: []\\n'")), encoding="utf-8")
    assert (edit("--map", ".").exit_code, Path("claims.yaml").read_bytes()) == (0, b"claims: []\n")


def test_what_leads_out_of_the_project_is_left_alone(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("claims: []\n", encoding="utf-8")
    Path("other.yaml").symlink_to(tmp_path / "outside.yaml")
    editor("text = 'mine'")
    outcome = edit("other.yaml")
    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "argmap: other.yaml cannot be changed: it could not be read, or has changed since\n"
    )
    assert (tmp_path / "outside.yaml").read_text(encoding="utf-8") == "claims: []\n"


def test_a_name_that_means_nothing_opens_nothing(editor: Editor) -> None:
    seen = editor("pass")
    outcome = edit("clsoe")
    assert (outcome.exit_code, seen.exists()) == (1, False)
    assert "Did you mean `close`?" in outcome.stderr


def test_without_an_editor_it_says_how_to_name_one(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor("pass")
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "")
    outcome = edit("close")
    assert (outcome.exit_code, leftovers()) == (2, [])
    assert "name one in VISUAL or EDITOR" in outcome.stderr


def test_dry_run_and_json(editor: Editor) -> None:
    editor(replaced("Close", "Shut"))
    dry = edit("--dry-run")
    assert Path("claims.yaml").read_bytes() == MAP.encode()
    assert dry.stdout.startswith("--- a/claims.yaml\n+++ b/claims.yaml\n@@ -1,6 +1,6 @@\n")
    editor(replaced("Close", "Shut"))
    document = json.loads(edit("--json").stdout)
    assert document == {
        "schema": "argmap/edit/1",
        "edited": "claims.yaml",
        "files": ["claims.yaml"],
        "dry_run": False,
        "diff": dry.stdout,
    }


def test_standard_input_is_no_file(editor: Editor) -> None:
    editor("pass")
    outcome = run_command(["edit", "--map", "-"], "claims: []\n")
    assert (outcome.exit_code, outcome.stderr) == (2, "argmap: <stdin> cannot be changed: it is not a file\n")
