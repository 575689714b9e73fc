"""What the fuzz harness tries: each target draws an input and demands what must hold of it."""

import json
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.load import read_map
from argmap.files.settings import Settings
from argmap.formats.base import ExportError, FormatError
from argmap.formats.registry import BY_NAME, EXPORTS, IMPORTS
from argmap.rules.engine.linter import check_map, with_command_line
from tests.effort import effort
from tests.fuzz.inputs import damaged, foreign_documents, hostile_maps, names, pumped, settings_files
from tests.fuzz.oracle import STYLES, bounded_work, ends_well, is_clean, places_are_inside
from tests.maps import argument_maps
from tests.running import run_command

Target = Callable[[st.DataObject], None]

_SMALL, _LARGE = 40, 160
_QUERIES: Final = (
    *(["list"], ["show", "a"], ["show", "ada"], ["tree"], ["unanswered"], ["dropped"]),
    *(["search", "a"], ["stats"]),
    *(["status"], ["why", "a"], ["strength"], ["path", "c", "b"], ["check", "--select", "all"]),
    *(["check", "--format", "gcc"], ["check", "--format", "github"], ["check", "--format", "sarif"]),
    *(["list", "--json"], ["show", "a", "--json"], ["render", "--dot"], ["render", "--mermaid"]),
    *(["show", "a", "--color", "always"], ["tree", "--color", "always"]),
)
_BIBLIOGRAPHIES: Final = frozenset({"bibtex", "csl-json"})
_DATA: Final = frozenset({"render", "export"})


def _reader(data: st.DataObject) -> None:
    text = data.draw(damaged())
    with _folder() as folder:
        _put(folder / "map.yaml", text.encode("utf-8", errors="surrogatepass"))
        loaded = read_map(folder)
        findings = check_map(loaded, with_command_line(Settings(), select=("all",))).findings
        texts = {name: file.original for name, file in loaded.places.files.items()}
        places_are_inside(findings, texts)
        for finding in findings:
            assert finding.message


def _commands_on_damaged_maps(data: st.DataObject) -> None:
    text, command = data.draw(damaged()), data.draw(st.sampled_from(_QUERIES))
    with _folder() as folder:
        _put(folder / "map.yaml", text.encode("utf-8", errors="surrogatepass"))
        _run(folder, command)


def _commands_on_hostile_maps(data: st.DataObject) -> None:
    content, command = data.draw(hostile_maps()), data.draw(st.sampled_from(_QUERIES))
    with _folder() as folder:
        _put(folder / "map.yaml", json.dumps(content, ensure_ascii=False).encode(errors="surrogatepass"))
        _run(folder, command)


def _command_lines(data: st.DataObject) -> None:
    commands = (
        "show",
        "search",
        "path",
        "why",
        "list",
        "tree",
        "render",
        "check",
        "explain",
        "import",
        "export",
    )
    options = (
        "--by",
        "--tag",
        "--focus",
        "--depth",
        "--select",
        "--format",
        "--theme",
        "--json",
        "--without",
    )
    words = st.sampled_from((*commands, *options)) | names.map(lambda name: name.replace("\0", ""))
    with _folder() as folder:
        _put(folder / "map.yaml", b"claims: [{id: a, text: A}]\n")
        _put(folder / "argmap.toml", b"")
        _run(folder, [data.draw(st.sampled_from(commands)), *data.draw(st.lists(words, max_size=4))])


def _mending(data: st.DataObject) -> None:
    text = data.draw(damaged())
    with _folder() as folder:
        _put(folder / "map.yaml", text.encode("utf-8", errors="surrogatepass"))
        before = read_map(folder)
        ends_well(run_command(["--map", str(folder), "check", "--fix", "--format", "gcc"]))
        after = read_map(folder)
        assert len(after.errors) <= len(before.errors)
        assert list(after.map.statements) == list(before.map.statements)


def _settings(data: st.DataObject) -> None:
    with _folder() as folder:
        _put(folder / "map.yaml", b"claims: [{id: a, text: A}]\n")
        _put(folder / "argmap.toml", data.draw(settings_files()))
        for command in (["check"], ["render", "--dot"]):
            _run(folder, command)


def _importer(name: str, data: st.DataObject) -> None:
    raw = data.draw(foreign_documents(name))
    file = f"document{BY_NAME[name].extensions[0]}"
    text = raw.decode("utf-8-sig", errors="replace")
    with bounded_work():
        try:
            imported = BY_NAME[name].read(raw, file)
        except FormatError as error:
            places_are_inside(error.diagnostics, {file: text})
            return
    assert isinstance(imported.map, ArgumentMap)


def _import_command(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([each.name for each in IMPORTS]))
    raw = data.draw(foreign_documents(name))
    with _folder() as folder:
        path = folder / f"document{BY_NAME[name].extensions[0]}"
        _put(path, raw)
        with bounded_work():
            outcome = run_command(["import", name, str(path), "-v"])
        ends_well(outcome)
        if outcome.exit_code == 0:
            _put(folder / "new" / "map.yaml", outcome.stdout.encode(errors="surrogatepass"))
            assert not read_map(folder / "new").errors, read_map(folder / "new").errors


def _exporter(name: str, data: st.DataObject) -> None:
    argument_map = data.draw(argument_maps())
    with bounded_work():
        try:
            exported = BY_NAME[name].write(argument_map)
        except ExportError:
            return
    text = exported.text if isinstance(exported.text, str) else exported.text.decode()
    if BY_NAME[name].reads and (argument_map.sources if name in _BIBLIOGRAPHIES else argument_map.statements):
        BY_NAME[name].read(text, f"document{BY_NAME[name].extensions[0]}")
    elif name in {"graphml", "gexf", "opml"}:
        ET.fromstring(text)  # noqa: S314 — this project's own output
    elif name in {"cyjs", "canvas"}:
        json.loads(text)


def _growth(data: st.DataObject) -> None:
    """Four times as much of something takes about four times the calls, and regular expressions end."""
    name = data.draw(st.sampled_from(["map", "toml", *(each.name for each in IMPORTS)]))
    before, pump, after = data.draw(pumped())
    seed = data.draw(st.sampled_from(["", "claims:\n- {id: a, text: A}\n"])) if name == "map" else ""

    def work(times: int) -> Callable[[], object]:
        text = seed + before + pump * times + after
        return partial(_READ.get(name, partial(_read_foreign, name)), text.encode(errors="surrogatepass"))

    with bounded_work():
        small, large = effort(work(_SMALL)), effort(work(_LARGE))
        assert large < 6 * small + 20_000, (small, large)
        work(3_000)()


def _read_foreign(name: str, raw: bytes) -> None:
    try:
        BY_NAME[name].read(raw, f"document{BY_NAME[name].extensions[0]}")
    except FormatError as error:
        assert error.diagnostics  # noqa: PT017 — that it may fail is meant


def _read_file(file: str, raw: bytes) -> None:
    with _folder() as folder:
        _put(folder / "map.yaml", b"claims: [{id: a, text: A}]\n")
        _put(folder / file, raw)
        run_command(["--map", str(folder), "check", "--format", "gcc"])


_READ: Final[Mapping[str, Callable[[bytes], object]]] = {
    "map": partial(_read_file, "map.yaml"),
    "toml": partial(_read_file, "argmap.toml"),
}

TARGETS: Final[Mapping[str, Target]] = {
    "reader": _reader,
    "commands on damaged maps": _commands_on_damaged_maps,
    "commands on hostile maps": _commands_on_hostile_maps,
    "command lines": _command_lines,
    "mending": _mending,
    "settings": _settings,
    "import command": _import_command,
    **{f"import {each.name}": partial(_importer, each.name) for each in IMPORTS},
    **{f"export {each.name}": partial(_exporter, each.name) for each in EXPORTS},
    "growth": _growth,
}
"""What to call a target -> what it tries."""


def _run(folder: Path, command: list[str]) -> None:
    with bounded_work():
        outcome = run_command(["--map", str(folder), *command])
    ends_well(outcome)
    if command[0] not in _DATA:
        is_clean(STYLES.sub("", outcome.output))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


class _folder:  # noqa: N801 — used as a function
    """A folder for one input."""

    def __enter__(self) -> Path:
        self._temporary: Any = tempfile.TemporaryDirectory(prefix="argmap-fuzz-")
        return Path(self._temporary.name)

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()
