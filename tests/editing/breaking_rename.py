"""Break ``argmap rename`` off at every call of the system, and look at what is there.

Run as a program: ``breaking_rename.py FOLDER WAY``, where the way is ``kill`` or ``fail``.
"""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from argmap.cli.group import cli
from argmap.editing import map_edit, renaming  # noqa: F401 — so that no copy of this process imports them
from argmap.files.load import read_map
from tests.files.disk.breaking import DONE, KILLED, REACHED, WAYS, on_disk

OLD = {
    "claims.yaml": b"claims:\n  - id: close  # the street\n    text: Close it.\n",
    "more.yaml": b"claims:\n  - {id: air, text: Cleaner air., because: [close]}\n",
    "rebuttals.yaml": b"rebuttals:\n  - id: no\n    attacks: close\n    text: No.\n",
}
NEW = {name: content.replace(b"close", b"shut") for name, content in OLD.items()}
REFUSED = frozenset({2, 74})
"""Exit codes with which nothing has changed: it was refused, or something could not be read or written."""
HIDDEN = 3
COMMAND = ("rename", "close", "shut", "--map")


def attempt(folder: Path, way: str, number: int) -> int:
    """Rename in a process of its own that is broken off, and give its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = io.StringIO()
    code = 1
    try:
        begin, then = WAYS[way]
        begin(number, then)
        with redirect_stderr(said), redirect_stdout(io.StringIO()):
            cli([*COMMAND, str(folder)], standalone_mode=True)
    except SystemExit as left:
        code = int(left.code or 0)
    except BaseException:  # noqa: BLE001 — the parent learns of it
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.write("" if said.getvalue() or not code else "no message\n")
        os._exit(HIDDEN if REACHED and code == 0 else code)


def judge(folder: Path, code: int) -> str:
    """Say what is wrong after an attempt; nothing where all is well."""
    loaded = read_map(folder)
    names = set(loaded.map.claims)
    left = on_disk(folder)
    halves = [name for name in OLD if left.get(name) not in (OLD[name], NEW[name])]
    if halves:
        return f"files that are neither old nor new: {halves}"
    if loaded.errors or names not in ({"close", "air"}, {"shut", "air"}):
        return f"half a change: {loaded.errors}"
    if code in REFUSED and left != OLD:
        return f"refused, but something has changed: {sorted(left)}"
    if code in {DONE, HIDDEN} and "shut" not in names:
        return "done, but not there"
    return "" if code in {DONE, HIDDEN, KILLED, *REFUSED} else f"exit code {code}"


def main(folder: Path, way: str) -> None:
    """Break it off at every place, and print what went wrong and how many places there were."""
    number, code = 0, -1
    while code != DONE:
        number += 1
        place = folder / str(number)
        place.mkdir(parents=True)
        for name, content in OLD.items():
            (place / name).write_bytes(content)
        code = attempt(place, way, number)
        if wrong := judge(place, code):
            print(f"{way} {number}: {wrong}")  # noqa: T201 — it is a program
    print(number)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
