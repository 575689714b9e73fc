"""What an edit does to a careful file: argmap beside yaml-edit and ruamel.yaml, and what editing costs.

Four edits (a field, a record more, a record less, another name) are made in files of five careful styles that
say the same. A line is touched needlessly where it changes and holds nothing of what the edit is about. A
result is right where it reads as what is meant, with the comments that are meant: a comment directly above a
record goes with it. The other two are not needed by argmap; whichever is installed is measured:

    pip install yaml-edit==0.2.0 ruamel.yaml
    python benchmarks/bench_editing.py --statements 10000
"""

import argparse
import difflib
import importlib
import importlib.util
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from argmap.editing import MapEdit, NewNames, add_statement, rename, set_fields
from argmap.editing.comments import find_comments
from argmap.editing.removal import map_without, mean_removal, owned, plan_removal
from argmap.files.assembling import Loaded, assemble
from argmap.files.records.read_text import read_text
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import Claim

BLOCK = """\
# The street, taken down by hand.

claims:
  # The main point.
  - id: close          # asked about most
    text: >-
      The old street should be closed to cars
      for good.
    because:
      - air            # measured
      - [quiet, 'air']

  # Of the council's report.
  - id: air
    text: "The air gets cleaner."

  - id: quiet
    text: It gets quieter.
    tags: [noise,  health]

rebuttals:
  - id: no
    attacks: [close]
    text: 'No.'
"""
STYLES = {
    "block": BLOCK,
    "lists at the margin": BLOCK.replace("\n  ", "\n").replace("\n  - [", "\n  - ["),
    "Windows": BLOCK.replace("\n", "\r\n"),
    "no final newline": BLOCK.rstrip("\n"),
    "brackets": """\
claims:
  - {id: close, text: The old street should be closed to cars for good., because: [air, [quiet, 'air']]}  # a
  # Of the council's report.
  - {id: air, text: "The air gets cleaner."}
  - {id: quiet, text: It gets quieter., tags: [noise,  health]}
rebuttals:
  - {id: no, attacks: [close], text: 'No.'}
""",
}
TEXT = "It gets much quieter."
NEW = {"id": "shops", "text": "Shops sell more."}
EDITS = ("a field", "a record more", "a record less", "another name")
TARGETS = {"add": 1.3, "fmt": 2.0}
_PEAK = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    "print(done.returncode, used.ru_utime + used.ru_stime)\n"
)


def ours(text: str, edit: str) -> str:
    """Make an edit with argmap.

    Args:
        text: the file.
        edit: one of `EDITS`.
    """
    loaded = assemble([read_text("map.yaml", None, text)])
    meant = MapEdit(loaded)
    _mean(meant, loaded, edit)
    return meant.verified()["map.yaml"].text


def _mean(meant: MapEdit, loaded: Loaded, edit: str) -> None:
    if edit == "a field":
        set_fields(meant, "claims", "quiet", {"text": TEXT})
    elif edit == "a record more":
        add_statement(meant, Claim.model_validate(NEW))
    elif edit == "another name":
        rename(meant, NewNames(nodes={"air": "clean-air"}))
    else:
        removal = plan_removal(loaded.map, owned(loaded.map, "air"))
        mean_removal(meant, removal)
        meant.confirm(map_without(loaded.map, removal))


def change(document: Any, edit: str) -> None:  # noqa: ANN401 — of either library
    """Make an edit in a document that behaves as dicts and lists."""
    claims = _list(document["claims"])
    if edit == "a field":
        _dict(claims[2])["text"] = TEXT
    elif edit == "a record more":
        claims.append(dict(NEW))
    elif edit == "a record less":
        del claims[1]
        del _dict(claims[0])["because"]
    else:
        _dict(claims[1])["id"] = "clean-air"
        because = _list(_dict(claims[0])["because"])
        because[0] = "clean-air"
        _list(because[1])[1] = "clean-air"


def _list(found: Any) -> Any:  # noqa: ANN401 — of either library
    return found.as_sequence() if hasattr(found, "as_sequence") else found


def _dict(found: Any) -> Any:  # noqa: ANN401 — of either library
    return found.as_mapping() if hasattr(found, "as_mapping") else found


def yaml_edit(text: str, edit: str) -> str:
    """Make an edit with yaml-edit."""
    document = importlib.import_module("yaml_edit").Document.parse(text)
    change(document, edit)
    return str(document)


def ruamel(text: str, edit: str) -> str:
    """Make an edit with ruamel.yaml, told to keep quotes and the width and indentation of the file."""
    yaml = importlib.import_module("ruamel.yaml").YAML()
    yaml.preserve_quotes = True
    yaml.width = 100
    is_deep = "\n- " not in text
    yaml.indent(mapping=2, sequence=4 if is_deep else 2, offset=2 if is_deep else 0)
    document = yaml.load(text)
    change(document, edit)
    out = io.StringIO(newline="")
    yaml.dump(document, out)
    return out.getvalue()


def touched(before: str, after: str, edit: str) -> int:
    """Count the lines that change and hold nothing of what the edit is about."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    changed: list[str] = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changed += old[start:end] or ([""] * (last - first) if edit != "a record more" else [])
    return sum(not _is_about(line, edit) for line in changed)


def _is_about(line: str, edit: str) -> bool:
    if edit == "a field":
        return "It gets quieter" in line
    if edit == "a record less":
        return not line.strip() or any(word in line for word in ("air", "because", "report"))
    return edit == "another name" and "air" in line


def is_right(before: str, after: str, edit: str) -> bool:
    """Tell whether a result reads as what is meant, with the comments that are meant."""
    meant = dict(read_document(before, "").sections)
    change(meant, edit)
    gone = {"# Of the council's report.", "# measured"} if edit == "a record less" else set()
    comments = [one.text for one in find_comments(before) if one.text not in gone]
    try:
        return (
            read_document(after, "").sections == meant
            and [one.text for one in find_comments(after)] == comments
        )
    except Exception:  # noqa: BLE001 — a result that is no YAML is not right
        return False


def compare(tools: Mapping[str, Callable[[str, str], str]]) -> None:
    """Print how each tool does on each edit, summed over the styles."""
    print(f"{'edit':16}" + "".join(f"{name:>24}" for name in tools))
    for edit in EDITS:
        cells = [_cell(tool, edit) for tool in tools.values()]
        print(f"{edit:16}" + "".join(f"{cell:>24}" for cell in cells))


def _cell(tool: Callable[[str, str], str], edit: str) -> str:
    lines = right = 0
    for text in STYLES.values():
        with suppress(Exception):  # a tool that fails is not right
            after = tool(text, edit)
            right += is_right(text, after, edit)
            lines += touched(text, after, edit)
    return f"{lines} lines, {right}/{len(STYLES)} right"


def seconds(*command: str, rounds: int = 3) -> float:
    """Measure the CPU time of a command, the best of some rounds.

    Raises:
        RuntimeError: it fails.
    """
    found = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, *command], capture_output=True, text=True, check=True
        )
        code, used = done.stdout.split()[-2:]
        if code != "0":
            raise RuntimeError(done.stderr)
        found.append(float(used))
    return min(found)


def costs(statements: int) -> None:
    """Print what `add` costs beside `show`, and `fmt` beside reading."""
    argmap = (sys.executable, "-m", "argmap")
    write_map = importlib.import_module("bench_load").write_map
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        write_map(Path(small), 667)
        write_map(Path(large), statements * 2 // 3)
        show = seconds(*argmap, "show", "claim-77", "--map", small)
        add = seconds(*argmap, "add", "claim", "It is new.", "--by", "person-3", "--map", small)
        _print_cost("add, 1,000 statements", add, "show", show, TARGETS["add"])
        read = seconds(*argmap, "show", "claim-77", "--map", large)
        first = seconds(*argmap, "fmt", large, rounds=1)
        again = seconds(*argmap, "fmt", large)
        _print_cost(f"fmt, {statements:,} statements, all changed", first, "show", read, TARGETS["fmt"])
        _print_cost(f"fmt, {statements:,} statements, none changed", again, "show", read, TARGETS["fmt"])


def _print_cost(what: str, cost: float, beside: str, other: float, target: float) -> None:
    print(f"{what}: {cost:.2f} s; {beside}: {other:.2f} s; ratio {cost / other:.2f}, target {target}")


def main() -> None:
    """Compare the tools, and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=10_000)
    arguments = parser.parse_args()
    others = (("yaml-edit", "yaml_edit", yaml_edit), ("ruamel.yaml", "ruamel", ruamel))
    found = {name: tool for name, module, tool in others if importlib.util.find_spec(module)}
    compare({"argmap": ours, **found})
    costs(arguments.statements)


if __name__ == "__main__":
    main()
