"""A repository that somebody else wrote: its settings and links lead nowhere else; nothing is overwritten."""

import json
import os
import sys
import threading
from pathlib import Path

import pytest

from tests.running import Outcome, run_command

HIDDEN = "root:x:0:0: known to nobody"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are made otherwise there")


@pytest.fixture
def repository_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    (folder / "data").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "data" / "claims.yaml").write_text(
        "sources: {s: {title: Study}}\nclaims: [{id: a, text: A, source: s, quote: known to nobody}]\n"
    )
    (tmp_path / "secret").write_text(HIDDEN)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "s.txt").write_text(HIDDEN)
    monkeypatch.chdir(folder)
    return folder


def settle(folder: Path, text: str) -> None:
    (folder / "argmap.toml").write_text(text)


def assert_refused(outcome: Outcome) -> None:
    assert outcome.exit_code == 2, outcome.output
    assert "C901" in outcome.output or "Y101" in outcome.output or outcome.stderr.startswith("Usage: ")
    assert HIDDEN not in outcome.output
    assert "Traceback" not in outcome.output


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ('map = "../secrets"', "map"),
        ('map = "/etc"', "map"),
        ('map = "data/../.."', "map"),
        ('map = "link"', "map"),
        ('map = "a\\u0000b"', "map"),
        ('[check]\nbaseline = "../secret"', "baseline"),
        ('[check]\nbaseline = "/dev/zero"', "baseline"),
        ('[check]\nsources = "../secrets"', "sources"),
        ('[check]\nsources = "link"', "sources"),
    ],
)
def test_settings_name_nothing_outside(settings: str, key: str, repository_of_another: Path) -> None:
    (repository_of_another / "link").symlink_to(repository_of_another.parent / "secrets")
    settle(repository_of_another, settings)
    outcome = run_command(["check"])
    assert_refused(outcome)
    assert f"`{key}` leads out of the project" in outcome.output
    if key == "map":
        assert_refused(run_command(["list"]))


@pytest.mark.parametrize("command", [["check"], ["list"], ["render", "--dot"], ["unanswered", "--json"]])
@pytest.mark.parametrize("kind", ["link", "pipe", "device", "folder", "nested", "dotted", "huge", "bytes"])
def test_settings_that_are_no_settings(command: list[str], kind: str, repository_of_another: Path) -> None:
    settings = repository_of_another / "argmap.toml"
    match kind:
        case "link":
            settings.symlink_to(repository_of_another.parent / "secret")
        case "pipe":
            os.mkfifo(settings)
        case "device":
            settings.symlink_to("/dev/zero")
        case "folder":
            settings.mkdir()
        case "nested":
            settings.write_text("a = " + "\n".join("[" * 1000 for _ in range(5)))
        case "dotted":
            settings.write_text(".".join("a" * 30_000) + " = 1")
        case "huge":
            settings.write_text("#" * 10_000_000)
        case _:
            settings.write_bytes(b"\xff\xfe\x00")
    assert_refused(run_command(command))


@pytest.mark.parametrize("command", [["check"], ["list"], ["search", "nobody"]])
def test_a_map_holds_no_link_to_elsewhere(command: list[str], repository_of_another: Path) -> None:
    link = repository_of_another / "data" / "more.yaml"
    link.symlink_to(repository_of_another.parent / "secret")
    assert_refused(run_command(command))
    link.unlink()
    (repository_of_another / "more").write_text("claims: [{id: b, text: B}]\n")
    link.symlink_to(repository_of_another / "more")
    assert run_command(["list"]).exit_code == 0


def test_the_folder_of_a_map_is_no_link_to_elsewhere(repository_of_another: Path) -> None:
    data = repository_of_another / "data"
    data.rename(repository_of_another.parent / "elsewhere")
    data.symlink_to(repository_of_another.parent / "elsewhere")
    assert_refused(run_command(["list"]))
    assert run_command(["--map", "data", "list"]).exit_code == 0


def test_copies_are_no_links_to_elsewhere(repository_of_another: Path) -> None:
    (repository_of_another / "texts").mkdir()
    (repository_of_another / "texts" / "s.txt").symlink_to(repository_of_another.parent / "secret")
    settle(repository_of_another, '[check]\nsources = "texts"')
    outcome = run_command(["check", "--select", "S"])
    assert "lies outside the project" in outcome.output
    assert HIDDEN not in outcome.output


@pytest.mark.parametrize(
    "content", ["", "important notes", "{}", '{"schema": "other/1"}', "[" * 5000, "\x80"]
)
def test_a_baseline_overwrites_nothing_else(content: str, repository_of_another: Path) -> None:
    settle(repository_of_another, '[check]\nbaseline = "notes.txt"')
    notes = repository_of_another / "notes.txt"
    notes.write_text(content, encoding="latin-1")
    for options in ([], ["--baseline", "notes.txt"]):
        outcome = run_command(["check", "--update-baseline", *options])
        if content:
            assert_refused(outcome)
            assert notes.read_text(encoding="latin-1") == content
        else:
            assert outcome.exit_code == 0
            assert json.loads(notes.read_text())["schema"] == "argmap/baseline/1"


@pytest.mark.usefixtures("repository_of_another")
def test_a_baseline_is_written_anew() -> None:
    for _ in range(2):
        assert run_command(["check", "--baseline", "known.json", "--update-baseline"]).exit_code == 0
    assert run_command(["check", "--baseline", "known.json"]).exit_code == 0


@pytest.mark.parametrize("command", [["import", "aif"], ["solve", "-p", "SE-GR", "-f"]])
def test_devices_and_pipes_without_a_writer_end_with_a_message(command: list[str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in ("/dev/zero", "/dev/urandom", str(tmp_path / "pipe"), str(tmp_path)):
        outcome = run_command([*command, path])
        assert outcome.exit_code == 2
        assert outcome.stderr


def test_a_pipe_that_the_user_names_is_read() -> None:
    read, write = os.pipe()
    text = b"p af 30000\n" + b"1 2\n" * 50_000

    def say() -> None:
        os.write(write, text)
        os.close(write)

    writer = threading.Thread(target=say)
    writer.start()
    outcome = run_command(["solve", "-p", "CE-GR", "-f", f"/dev/fd/{read}"])
    writer.join()
    os.close(read)
    assert outcome.output == "1\n"
