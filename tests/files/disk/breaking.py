"""Break a change of several files off at every place of the code that makes it, and look at what is there.

Run as a program: ``breaking.py FOLDER WAY``. Each try is a process of its own, which is a copy of this one.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from argmap.files.disk import together
from argmap.files.disk.names import JOURNAL
from argmap.files.disk.snapshot import read_file, read_folder

KILLED = 9
FAILED = 3
SURVIVED = 4
DONE = 0
REACHED: list[bool] = []
ROOM = str(Path(together.__file__).parent)
CALLS = ("open", "fsync", "link", "rename", "replace", "unlink", "chmod", "chown")

OLD = {"data/claims.yaml": b"old claims", "data/rebuttals.yaml": b"old rebuttals", "argmap.toml": b"old"}
NEW: dict[str, bytes | None] = {
    "data/claims.yaml": b"new claims",
    "data/more.yaml": b"more",
    "data/rebuttals.yaml": None,
    "argmap.toml": b"new",
}


def change(folder: Path) -> None:
    """Make the change."""
    changes = {folder / name: content for name, content in NEW.items()}
    together.write_together(changes, {folder / name: content for name, content in OLD.items()})


def prepare(folder: Path) -> None:
    """Lay out the old files."""
    (folder / "data").mkdir(parents=True)
    for name, content in OLD.items():
        (folder / name).write_bytes(content)


def seen(folder: Path) -> dict[str, bytes]:
    """Give the files as argmap reads them."""
    found = read_folder(folder / "data", 1000).contents
    inside = {f"data/{path.name}": content for path, content in found.items() if isinstance(content, bytes)}
    return inside | {"argmap.toml": read_file(folder / "argmap.toml", 1000)}


def on_disk(folder: Path) -> dict[str, bytes]:
    """Give all files as they are, hidden ones among them."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


AFTER = {name: content for name, content in NEW.items() if content is not None}


def count_lines(limit: int, then: Callable[[], None]) -> None:
    """Do something before the line with this number."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 — Python's protocol
        nonlocal count
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line":
            count += 1
            if count == limit:
                then()
        return trace

    sys.settrace(trace)


def count_calls(limit: int, then: Callable[[], None]) -> None:
    """Do something in place of the call of the system with this number."""
    count = 0

    def counting(call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == limit:
                then()
            return call(*arguments, **options)

        return counted

    for name in CALLS:
        setattr(os, name, counting(getattr(os, name)))


def kill() -> None:
    os._exit(KILLED)


def interrupt() -> None:
    sys.settrace(None)
    raise KeyboardInterrupt


def fail() -> None:
    REACHED.append(True)
    raise OSError(28, "No space left on device")


WAYS = {
    "kill": (count_calls, kill),
    "fail": (count_calls, fail),
    "kill-at-lines": (count_lines, kill),
    "interrupt-at-lines": (count_lines, interrupt),
}


def attempt(folder: Path, way: str, number: int) -> int:
    """Make the change in a process of its own that is broken off, and give its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    begin, then = WAYS[way]
    try:
        begin(number, then)
        change(folder)
    except (OSError, KeyboardInterrupt):
        os._exit(FAILED)
    except BaseException:  # noqa: BLE001 — the parent learns of it
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(SURVIVED if REACHED else DONE)


def judge(folder: Path, code: int, way: str) -> str:
    """Say what is wrong after an attempt; nothing where all is well."""
    found = seen(folder)
    if found not in (OLD, AFTER):
        return f"half a change: {found}"
    if code in {DONE, SURVIVED} and found != AFTER:
        return "done, but not there"
    if code == FAILED and way == "fail" and (found != OLD or on_disk(folder) != OLD):
        return f"failed, but something has changed: {on_disk(folder)}"
    together.write_together({folder / "argmap.toml": b"next", folder / "data" / "claims.yaml": b"next"})
    left = [name for name in on_disk(folder) if name.startswith("data/.") or name == JOURNAL]
    return f"left behind: {left}" if left else ""


def main(folder: Path, way: str) -> None:
    """Break the change off at every place, and print what went wrong and how many places there were."""
    # Waiting for the disk takes long, and no power cut is tried here.
    os.fsync = lambda fd: None  # noqa: ARG005 — the name is Python's
    number = 0
    code = -1
    while code != DONE:
        number += 1
        place = folder / str(number)
        prepare(place)
        code = attempt(place, way, number)
        if wrong := judge(place, code, way) if code != 1 else f"exit code {code}":
            print(f"{way} {number}: {wrong}")  # noqa: T201 — it is a program
    print(number)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
