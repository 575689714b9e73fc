"""``argmap init``: a map that check finds nothing in, and nothing ever overwritten."""

import json
import stat
from pathlib import Path

import pytest

from argmap.editing import beginning
from argmap.files.disk import together
from argmap.files.schema import build_schema
from tests.running import Outcome, run_command

TEMPLATES = ["empty", "article", "debate", "literature"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def argmap(*arguments: str, stdin: str | None = None) -> Outcome:
    return run_command(arguments, stdin)


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder, with what the files hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("title", [None, "Should it be closed?", "- odd: #title", "Ob \u00bbja\u00ab?"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_check_and_fmt_find_nothing_in_a_new_map(template: str, title: str | None) -> None:
    given = ["--title", title] if title else []
    assert argmap("init", "new", "--template", template, *given).exit_code == 0
    checked = argmap("check", "new", "--select", "all")
    assert (checked.exit_code, checked.stdout) == (0, "")
    formatted = argmap("fmt", "new", "--check")
    assert (formatted.exit_code, formatted.output) == (0, "")
    assert json.loads(argmap("stats", "new", "--json").stdout)["title"] == title


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("where", [".", "data"])
def test_add_works_in_it_at_once(
    template: str, where: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argmap("init", "--template", template)
    monkeypatch.chdir(folder / where)
    assert argmap("add", "claim", "Streets are for people.", "--by", "ada", "--create").exit_code == 0
    monkeypatch.chdir(folder)
    assert argmap("list", "--by", "ada").stdout.startswith("ada-streets-people\t")


def test_every_file_names_a_schema_that_is_there_and_current(folder: Path) -> None:
    argmap("init", "new", "--template", "debate")
    for path in (folder / "new" / "data").iterdir():
        first = path.read_text(encoding="utf-8").splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        assert json.loads((path.parent / name).read_text(encoding="utf-8")) == build_schema()


def test_without_a_title_and_a_terminal_nothing_is_asked(folder: Path) -> None:
    argmap("init")
    assert (folder / "data" / "claims.yaml").read_text(encoding="utf-8").endswith("\n\nclaims: []\n")


def test_on_a_terminal_it_asks_what_it_was_not_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.init.is_interactive", lambda: True)
    assert argmap("init", "one", stdin="Close it?\ndebate\n").exit_code == 0
    assert "title: Close it?" in (folder / "one" / "data" / "claims.yaml").read_text(encoding="utf-8")
    assert (folder / "one" / "data" / "rebuttals.yaml").exists()
    assert argmap("init", "two", "--title", "Close it?", "--template", "empty", stdin="").exit_code == 0
    assert argmap("init", "three", stdin="\n\n").exit_code == 0
    assert "title" not in (folder / "three" / "data" / "claims.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "there", ["argmap.toml", "argmap.schema.json", "data/claims.yaml", "data/other.yml", "map.yaml", "data"]
)
def test_nothing_is_overwritten_taken_in_or_hidden(there: str, folder: Path) -> None:
    path = folder / "new" / there
    path.parent.mkdir(parents=True)
    path.write_text("claims: []\n", encoding="utf-8")
    before = contents(folder)
    outcome = argmap("init", "new")
    assert outcome.exit_code == 2
    assert f"already there: new/{there};" in outcome.stderr
    assert contents(folder) == before


def test_a_link_to_nowhere_is_something_that_is_there(folder: Path) -> None:
    (folder / "argmap.toml").symlink_to(folder / "elsewhere")
    assert argmap("init").exit_code == 2
    assert not (folder / "elsewhere").exists()


def test_other_files_are_no_hindrance(folder: Path) -> None:
    (folder / "README.md").write_text("notes", encoding="utf-8")
    (folder / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert argmap("init").exit_code == 0
    assert argmap("check").exit_code == 0


def test_folders_are_made_and_go_again_when_writing_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "new/deep/argmap.toml")

    monkeypatch.setattr(beginning, "write_together", full)
    outcome = argmap("init", "new/deep")
    assert (outcome.exit_code, contents(folder)) == (2, {})
    assert outcome.stderr == "argmap: new/deep/argmap.toml cannot be written: no space left on device\n"
    monkeypatch.setattr(beginning, "write_together", together.write_together)
    assert argmap("init", "new/deep").exit_code == 0


def test_what_came_meanwhile_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*arguments: object) -> None:
        (folder / "new" / "data" / "claims.yaml").write_text("mine", encoding="utf-8")
        together.write_together(*arguments)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(beginning, "write_together", late)
    outcome = argmap("init", "new")
    assert outcome.exit_code == 2
    assert contents(folder) == {"new": None, "new/data": None, "new/data/claims.yaml": b"mine"}


def test_a_file_in_place_of_the_folder_is_told(folder: Path) -> None:
    (folder / "new").write_text("", encoding="utf-8")
    outcome = argmap("init", "new")
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("argmap: new")
    assert (folder / "new").read_bytes() == b""


@pytest.mark.parametrize("title", ["a" * 100_001, "a\x07b"], ids=["long", "control"])
def test_a_title_that_no_map_can_have_is_refused(title: str, folder: Path) -> None:
    outcome = argmap("init", "new", "--title", title)
    assert (outcome.exit_code, contents(folder)) == (2, {})


def test_dry_run_and_json(folder: Path) -> None:
    dry = argmap("init", "new", "--dry-run", "--title", "Close it?")
    assert contents(folder) == {}
    assert "--- /dev/null\n+++ b/new/data/claims.yaml\n" in dry.stdout
    document = json.loads(argmap("init", "new", "--json", "--title", "Close it?").stdout)
    assert document["diff"] == dry.stdout
    assert all((folder / name).is_file() for name in document["files"])
    assert stat.S_IMODE((folder / "new" / "argmap.toml").stat().st_mode) & 0o400
