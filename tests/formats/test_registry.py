"""The registry, the page on formats, the help and the modules say the same."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.argument_map import ArgumentMap
from argmap.cli.group import cli
from argmap.diagnostics import Diagnostic
from argmap.formats.base import Format, FormatError
from argmap.formats.registry import BY_NAME, EXPORTS, FORMATS, IMPORTS, guess_format
from tests.formats.shared import corpus, needs_corpora

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
FOLDERS = {"aif": "aif", "microtexts": "arggraph", "sadface": "sadface"}


def faults(format_: Format, data: bytes) -> tuple[Diagnostic, ...]:
    try:
        format_.read(data, "hostile")
    except FormatError as error:
        return error.diagnostics
    return ()


def each(formats: tuple[Format, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("format_", formats, ids=[format_.name for format_ in formats])


@each(FORMATS)
def test_a_module_reads_and_writes_as_the_registry_says(format_: Format) -> None:
    module = format_.module
    assert hasattr(module, "read") is format_.reads
    assert hasattr(module, "write") is format_.writes
    assert format_.reads or format_.writes
    assert re.search(r"https?://", module.__doc__ or ""), "the docstring names the specification"


@each(FORMATS)
def test_the_page_has_a_row_for_each_format(format_: Format) -> None:
    marks = " | ".join("yes" if way else "" for way in (format_.reads, format_.writes))
    endings = ", ".join(f"`{ending}`" for ending in format_.extensions)
    row = f"| `{format_.name}` | [{format_.title}]({format_.specification}) | {marks} | {endings} |"
    assert row.replace("|  |", "| |") in PAGE.read_text(encoding="utf-8").replace("|  |", "| |")


def test_the_page_has_no_other_rows() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| \[", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [format_.name for format_ in FORMATS]


@pytest.mark.parametrize(("command", "formats"), [("import", IMPORTS), ("export", EXPORTS)])
def test_the_help_lists_the_formats(command: str, formats: tuple[Format, ...]) -> None:
    text = CliRunner().invoke(cli, [command, "--help"]).output
    listed = text.partition("Formats:\n")[2]
    assert re.findall(r"^ +([a-z-]+)  ", listed, re.MULTILINE) == [format_.name for format_ in formats]


@needs_corpora
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_content_of_a_corpus_file_tells_its_format(folder: str) -> None:
    for path in corpus(folder, "*.[jx]*"):
        found = guess_format("stdin", path.read_bytes()[:65_536])
        assert found is not None
        assert found.name == FOLDERS[folder]


@each(EXPORTS)
def test_an_empty_map_can_be_written(format_: Format) -> None:
    assert format_.write(ArgumentMap()).losses == ()


@each(tuple(format_ for format_ in IMPORTS if format_.writes))
def test_what_is_written_is_recognised(format_: Format) -> None:
    from argmap.model import Claim, Rebuttal

    argument_map = ArgumentMap(
        claims={"a": Claim(id="a", text="One.", because=["b"]), "b": Claim(id="b", text="Two.")},
        rebuttals={"c": Rebuttal(id="c", text="Three.", aims=["a"])},
    )
    text = format_.write(argument_map).text
    data = text if isinstance(text, bytes) else text.encode()
    found = guess_format(f"map{format_.extensions[0]}", data)
    assert found is not None
    assert found.name == format_.name
    if format_.name not in {"bibtex", "csl-json"}:
        assert len(format_.read(data, "map").map.statements) == 3


@each(IMPORTS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\1\2",
        b"\xff\xfe\x00",
        b"\xc3(",
        b"{",
        b"[" * 20_000,
        b"<a>" * 20_000,
        b"x" * 100_000,
        b'{"nodes": {"a": 1}}',
    ],
    ids=["empty", "binary", "odd", "latin", "open", "deep", "deep-xml", "long", "shape"],
)
def test_hostile_files_are_refused_or_read_but_never_crash(format_: Format, data: bytes) -> None:
    assert format_.guess("x", data) in {True, False}
    assert {fault.location.file for fault in faults(format_, data)} <= {"hostile"}


PADDING = '{"edgeID": 1, "fromID": 2, "toID": 3},' * 5_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"edges": [' + PADDING + '{"edgeID": 1}], "nodes": []}', "aif"),
        ('{"edges": [], "locutions": [], "nodes": [{"nodeID": 1}]}', "aif"),
        ('{"metadata": {}, "edges": [{"source_id": "a"}], "nodes": []}', "sadface"),
        ("[A]: It rains.\n  + [B]: The street is wet.\n", "argdown"),
        ("[A]\n  - [B]\n", "argdown"),
        ("===\ntitle: x\n===\n\nSome text.\n", "argdown"),
        ("<Rain>: It falls.\n", "argdown"),
        ("<Rain>\n\n(1) It falls.\n-----\n(2) The street is wet.\n", "argdown"),
        ("a One\nb Two\n#\na b\nb a\n", "tgf"),
        ("a\n#\n", "tgf"),
    ],
)
def test_content_alone_tells_the_format(text: str, name: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = guess_format("stdin", text.encode(encoding))
        assert found is not None
        assert found.name == name


@pytest.mark.parametrize(
    "data",
    [
        b"It rains, and the street is wet.\n",
        b"# Title\n\n- item\n  - [link](#here)\n  - [ ] task\n  - [x] done\n\n[here]: https://example.org\n",
        b"<lkif>\n  <sources>\n    <source/>\n  </sources>\n</lkif>\n",
        b"<div>\n<p>It rains.\n",
        b"Heading\n=======\n\nText.\n",
        b"[deleted]: <span>He flubbed it</span>\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\n +[x]\n",
        b"%PDF-1.5\n<Type>: x\n",
        b"#\n# A program\n#\nimport os\n",
        b"import os\n#\nos path\n",
        b'{"name": "corpus", "version": "1.0"}',
        b'{"nodes": [{"id": 1}], "edges": [{"fromNode": 1, "toNode": 2}]}',
    ],
)
def test_other_files_are_taken_for_no_format(data: bytes) -> None:
    found = guess_format("some.txt", data)
    assert found is None, found


def test_names_are_unique_and_known() -> None:
    assert len(BY_NAME) == len(FORMATS)
