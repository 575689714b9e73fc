"""How argmap ends where something outside it goes wrong: full disks, closed streams, signals."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from argmap.files.load import read_map

if sys.platform == "win32":
    pytest.skip("full devices, closed streams and signals are POSIX's", allow_module_level=True)

import resource

ARGMAP = [sys.executable, "-m", "argmap"]
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["show", "boris", "--color", "always"],
    ["check", "--format", "sarif"],
    ["export", "opml"],
    ["render", "--dot"],
    ["completion", "bash"],
    ["--help"],
    ["list", "--help"],
    ["--version"],
]


def start(
    arguments: Sequence[str], redirection: str = "", before: Callable[[], None] | None = None, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run argmap in a shell that redirects its streams."""
    # Where a file may not grow, Python 3.11 leaves half a compiled module, and the next program fails.
    surroundings = os.environ | {"ARGMAP_MAP": "debate.yaml", "PYTHONDONTWRITEBYTECODE": "1"} | settings
    return subprocess.run(
        [shutil.which("sh") or "sh", "-c", f'"$@" {redirection}', "sh", *ARGMAP, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=surroundings,
        preexec_fn=before,
        check=False,
    )


@pytest.fixture
def large(debate: Path) -> Path:
    """A map whose list is longer than any pipe holds."""
    claims = [{"id": f"c{number}", "text": "word " * 20} for number in range(4000)]
    debate.write_text(json.dumps({"claims": claims}), encoding="utf-8")
    return debate


@needs_full
@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_device_is_told(arguments: list[str]) -> None:
    done = start(arguments, "> /dev/full")
    assert done.stderr.splitlines()[-1:] == [
        "argmap: standard output cannot be written: no space left on device"
    ]
    assert "Traceback" not in done.stderr
    assert done.returncode == 74


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("arguments", COMMANDS[::4], ids=" ".join)
def test_a_closed_output_is_told(arguments: list[str]) -> None:
    done = start(arguments, ">&-")
    assert done.stderr.splitlines()[-1:] == ["argmap: standard output cannot be written: bad file descriptor"]
    assert done.returncode == 74


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full", "<&- >&- 2>&-"])
def test_messages_that_nobody_can_be_told_are_dropped(redirection: str) -> None:
    assert start(["show", "nobody"], redirection).returncode == 1


@pytest.mark.usefixtures("debate")
def test_a_closed_input_is_told() -> None:
    done = start(["list", "--map", "-"], "<&-")
    assert done.returncode == 2
    assert "Y101 cannot be read: bad file descriptor" in done.stderr


@pytest.mark.usefixtures("debate")
def test_nothing_else_gets_the_number_of_a_closed_stream() -> None:
    done = start(["export", "opml", "-o", "out.opml"], "<&- >&- 2>&-")
    assert done.returncode == 0
    assert Path("out.opml").read_text().startswith("<?xml")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("blocks", [True, False])
def test_every_byte_goes_through_a_pipe(unbuffered: str, blocks: bool) -> None:  # noqa: FBT001
    ours, theirs = os.pipe()
    os.set_blocking(theirs, blocks)
    surroundings = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    command = [*ARGMAP, "export", "opml", "--map", "debate.yaml"]
    with subprocess.Popen(command, stdout=theirs, env=surroundings) as process, os.fdopen(ours, "rb") as file:
        os.close(theirs)
        content = file.read()
    assert process.returncode == 0
    assert len(content) > 400_000
    assert content.rstrip().endswith(b"</opml>")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("way", [["-o", "out"], []])
def test_a_file_system_that_is_too_small_is_told(way: list[str], unbuffered: str) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = start(["export", "opml", *way], "" if way else "> out", limit, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 74
    assert "cannot be written: file too large" in done.stderr
    assert not (way and Path("out").exists())
    assert not list(Path().glob(".argmap*"))


@needs_full
@pytest.mark.usefixtures("debate")
def test_a_device_that_is_full_is_told_by_its_name() -> None:
    done = start(["export", "opml", "-o", "/dev/full"])
    assert done.returncode == 74
    assert done.stderr.endswith("argmap: /dev/full cannot be written: no space left on device\n")


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["list", "--color", "always"]], ids=" ".join)
def test_a_reader_that_leaves_is_no_fault(arguments: list[str]) -> None:
    with subprocess.Popen([*ARGMAP, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() in {b"", SAMPLE}
    assert process.returncode == 141


SAMPLE = b"argmap: no map in this folder or above it, so this is the sample map; name another with --map\n"


def call(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run argmap in a process that does something of its own first; signals are as they are by default."""

    def listen() -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)

    program = f"import os, signal, sys, threading\n{code}\nfrom argmap.cli import main\nmain()"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", preexec_fn=listen, check=False)


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_it_with_the_usual_code_and_no_word(number: int) -> None:
    # The first thing that the command does is to read the map.
    code = f"""
import argmap.files.disk.snapshot as snapshot
def read(*_, **__): os.kill(os.getpid(), {int(number)})
snapshot.read_bytes = read
"""
    done = call(code, "list", "--map", "debate.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", "")


@pytest.mark.usefixtures("debate")
@pytest.mark.parametrize(
    ("number", "arguments"),
    [
        (signal.SIGINT, ["export", "opml", "-o", "out"]),
        (signal.SIGTERM, ["import", "debate.argdown", "-o", "new"]),
    ],
)
def test_a_signal_while_writing_leaves_nothing_half_done(number: int, arguments: list[str]) -> None:
    start(["export", "argdown", "-o", "debate.argdown"])
    before = set(Path().rglob("*"))
    code = f"""
flush = os.fsync
def flush_and_stop(descriptor):
    os.kill(os.getpid(), {int(number)})
    flush(descriptor)
os.fsync = flush_and_stop
"""
    done = call(code, *arguments, *(["--map", "debate.yaml"] if arguments[0] == "export" else []))
    assert done.returncode == 128 + number
    written = {path.as_posix() for path in set(Path().rglob("*")) - before}
    assert written in ({"out"}, {"new", "new/claims.yaml", "new/rebuttals.yaml"})


@pytest.mark.usefixtures("debate")
def test_what_the_caller_ignores_stays_ignored() -> None:
    code = """
signal.signal(signal.SIGHUP, signal.SIG_IGN)
import argmap.files.disk.snapshot as snapshot
read = snapshot.read_bytes
def hang_up(*arguments, **options):
    os.kill(os.getpid(), signal.SIGHUP)
    return read(*arguments, **options)
snapshot.read_bytes = hang_up
"""
    assert call(code, "list", "--map", "debate.yaml").returncode == 0


@pytest.mark.usefixtures("large")
def test_a_stopped_program_waits_for_no_reader() -> None:
    ours, theirs = os.pipe()
    with subprocess.Popen([*ARGMAP, "export", "opml", "--map", "debate.yaml"], stdout=theirs) as process:
        os.close(theirs)
        # It writes now, and soon the pipe is full.
        first = os.read(ours, 1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 143
    os.close(ours)
    assert first == b"<"


@pytest.mark.usefixtures("debate")
def test_a_killed_import_leaves_the_old_map_or_the_new_one() -> None:
    """Killed at every rename of a folder import: claims and rebuttals are read as of one map."""
    start(["export", "argdown", "-o", "debate.argdown"])
    seen = set()
    for number in range(1, 8):
        shutil.rmtree("new", ignore_errors=True)
        Path("new").mkdir()
        Path("new/claims.yaml").write_text("claims: [{id: was, text: Old.}]\n")
        code = f"""
from pathlib import Path
count = 0
def killing(call):
    def killed(*arguments, **options):
        global count
        count += 1
        if count == {number}: os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return killed
os.rename, os.replace = killing(os.rename), killing(os.replace)
"""
        done = call(code, "import", "debate.argdown", "-o", "new", "--force")
        seen.add(tuple(read_map("new").map.statements))
        if done.returncode == 0:
            break
    else:
        pytest.fail("it has more renames than are tried")
    assert number > 2
    assert len(seen) == 2
