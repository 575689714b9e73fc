"""The package as a whole: what it exports, imports and ships."""

import ast
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from importlinter.cli import lint_imports

import argmap
from argmap.cli.registry import COMMANDS

PACKAGE = Path(argmap.__file__).parent
HEAVY = {
    *("networkx", "rich", "pydantic", "graphviz", "fpdf", "pysat", "pysolvers", "resvg_py", "yaml"),
    *("duckdb", "pyarrow", "pyspark"),
}


TELLING_FAULTS = {
    "argmap.files.faults.field_errors",
    "argmap.files.faults.line_causes",
    "argmap.files.faults.section_errors",
    "argmap.files.faults.yaml_errors",
    "argmap.files.records.conflicts",
    "argmap.files.records.recovery",
    "argmap.files.records.section_faults",
}


def modules_of(code: str) -> set[str]:
    """Run code in a fresh interpreter, and name the modules that it imported."""
    listing = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.splitlines()[-1].split())


def imported_by(code: str) -> set[str]:
    """Run code in a fresh interpreter, and name the heavy packages that it imported."""
    return HEAVY.intersection(name.partition(".")[0] for name in modules_of(code))


def calling(*arguments: str) -> str:
    """Write the code that runs a command and forgets its output."""
    return (
        "import contextlib, io\nfrom argmap.cli.group import cli\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        f"    cli({list(arguments)!r}, prog_name='argmap')"
    )


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(argmap, name) is not None
    assert name in dir(argmap)


def test_the_public_names_are_typed_where_they_live() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    declared = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    public = set(argmap.__all__) - {"__version__"}
    assert public <= set(declared)
    assert {name: declared[name] for name in public} == argmap._HOMES


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        argmap.nothing  # noqa: B018 — the look-up is what is tested


def test_the_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import argmap", set()),
        ("import argmap.cli.group", set()),
        (calling("--help"), set()),
        (calling("--version"), set()),
        (calling("show", "istomin"), {"pydantic", "rich", "yaml"}),
        (calling("unanswered"), {"pydantic", "rich", "yaml"}),
        (calling("list", "--json"), {"pydantic", "yaml"}),
        ("import argmap\nargmap.load('data')", {"pydantic", "yaml"}),
        ("import argmap\nprint(argmap.unanswered(argmap.load('data')))", {"pydantic", "rich", "yaml"}),
        ("import argmap\nargmap.tables(argmap.load('data'))", {"pydantic", "yaml"}),
    ],
    ids=[
        "package",
        "group",
        "--help",
        "--version",
        "show",
        "unanswered",
        "list --json",
        "load",
        "argmap.unanswered",
        "argmap.tables",
    ],
)
def test_only_what_is_needed_is_imported(code: str, allowed: set[str], repository: Path) -> None:
    where = f"import os\nos.chdir({str(repository)!r})\n"
    assert imported_by(where + code) <= allowed


@pytest.mark.parametrize("command", ["stats", "status", "search", "tree", "path", "why", "render", "export"])
def test_what_answers_from_stores_is_imported_for_stores(
    command: str, repository: Path, tmp_path: Path
) -> None:
    arguments = {
        "search": ["air"],
        "tree": ["istomin"],
        "path": ["istomin", "papa"],
        "why": ["istomin"],
        "render": ["--dot", "-o", str(tmp_path / "a.dot")],
        "export": ["tgf", "-o", str(tmp_path / "a.tgf")],
    }
    code = calling("--map", str(repository / "data"), command, *arguments.get(command, []))
    assert imported_by(code).isdisjoint({"duckdb", "pyarrow", "pyspark"})


@pytest.mark.parametrize("arguments", [("show", "istomin"), ("unanswered",), ("check",), ("explain", "R301")])
def test_what_colours_is_imported_where_there_is_colour(arguments: tuple[str, ...], repository: Path) -> None:
    where = f"import os\nos.chdir({str(repository)!r})\n"
    assert "rich.console" not in modules_of(where + calling(*arguments))
    assert "rich.console" in modules_of(where + calling("--color", "always", *arguments))


@pytest.mark.parametrize("more", [("-o", "a.svg"), ("-o", "a.tex"), ("-o", "a.svg", "--page", "slide")])
def test_only_a_pdf_needs_what_writes_pdf(more: tuple[str, ...], repository: Path, tmp_path: Path) -> None:
    where = f"import os\nos.chdir({str(tmp_path)!r})\n"
    found = imported_by(
        where + calling("--map", str(repository / "tests/golden/debate.yaml"), "render", *more)
    )
    assert "fpdf" not in found


def test_what_tells_faults_is_imported_where_there_are_some(repository: Path, tmp_path: Path) -> None:
    sound = modules_of(f"import argmap\nargmap.load({str(repository / 'data')!r})")
    assert sound.isdisjoint(TELLING_FAULTS)
    broken = tmp_path / "claims.yaml"
    broken.write_text(
        "claims:\n  - id: a\n    title: it holds\n    says: so\n  - id: b: c\nclaim:\n", "utf-8"
    )
    code = f"from argmap.files.load import read_map\nassert read_map({str(broken)!r}).errors"
    assert modules_of(code) >= TELLING_FAULTS


def test_imports_point_down(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert lint_imports(is_debug_mode=False, no_cache=True) == 0


def test_only_the_command_line_ends_the_program() -> None:
    modules = (path for path in PACKAGE.rglob("*.py") if "cli" not in path.parts)
    assert [str(path) for path in modules if set(_names(path)) & {"SystemExit", "exit"}] == []


def _names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            yield node.id


def test_the_version_is_one(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "argmap/_version.py"
    assert f"## {argmap.__version__}" in (repository / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(repository)).build(directory=str(folder), versions=["standard"]))
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_sample_map_and_everything_it_needs(wheel: set[str], repository: Path) -> None:
    data = {f"argmap/data/{path.name}" for path in (repository / "data").glob("*.yaml")}
    fonts = {f"argmap/render/fonts/{path.name}" for path in (PACKAGE / "render" / "fonts").glob("*.ttf")}
    styles = {
        f"argmap/csl/data/{path.relative_to(PACKAGE / 'csl' / 'data').as_posix()}"
        for path in (PACKAGE / "csl" / "data").rglob("*.*")
    }
    assert data
    assert styles
    assert data | fonts | styles | {"argmap/py.typed"} <= wheel
    assert any(name.endswith("/licenses/LICENSE") for name in wheel)
    modules = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*.py")}
    assert modules <= wheel


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel} == {"argmap", f"argmap-{argmap.__version__}.dist-info"}
    assert not [name for name in wheel if name.endswith(".pyc")]


def test_a_wheel_can_be_built_from_the_source_archive(repository: Path, tmp_path: Path) -> None:
    archive = next(SdistBuilder(str(repository)).build(directory=str(tmp_path), versions=["standard"]))
    with tarfile.open(archive) as packed:
        # Python before 3.11.4 has no filters.
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(tmp_path)  # noqa: S202 (the archive was made here)
    root = tmp_path / f"argmap-{argmap.__version__}"
    built = next(WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"]))
    with zipfile.ZipFile(built) as made:
        assert "argmap/data/claims.yaml" in made.namelist()


def test_every_command_has_a_module() -> None:
    from argmap.cli.group import cli

    context = cli.make_context("argmap", ["--version"], resilient_parsing=True)
    assert all(cli.get_command(context, name) for name in COMMANDS)
