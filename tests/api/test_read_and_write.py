"""`argmap.read` and `argmap.write` give what `import` and `export` print, in every format."""

from pathlib import Path

import pytest

import argmap
from argmap.formats.registry import EXPORTS, IMPORTS
from tests.running import run_command

_BOTH = [one.name for one in EXPORTS if one.reads]


@pytest.mark.parametrize("name", [one.name for one in EXPORTS])
def test_a_map_is_written_as_by_the_command(name: str, debate: Path) -> None:
    written = argmap.write(argmap.load(debate), name)
    outcome = run_command(["export", name, "--map", debate.name])
    assert str(written).replace("\r\n", "\n") == outcome.stdout
    assert "".join(f"{note}\n" for note in written.notes) == outcome.stderr


@pytest.mark.parametrize("name", _BOTH)
def test_a_map_is_read_as_by_the_command(name: str, debate: Path) -> None:
    file = f"one{next(one.extensions[0] for one in IMPORTS if one.name == name)}"
    written = argmap.write(argmap.load(debate), name)
    assert written.save(file) == (Path(file),)
    read = argmap.read(file, format=name)
    outcome = run_command(["import", name, file])
    assert f"{read}\n" == outcome.stdout
    assert "".join(f"{note}\n" for note in read.notes) == outcome.stderr
    assert argmap.read(written.data, format=name).map.statements.keys() == read.map.statements.keys()


def test_a_part_is_written(debate: Path) -> None:
    written = argmap.write(argmap.load(debate), "argdown", by="ada", depth=1)
    outcome = run_command(["export", "argdown", "--by", "ada", "--depth", "1", "--map", debate.name])
    assert str(written) == outcome.stdout
    assert "".join(f"{note}\n" for note in written.notes) == outcome.stderr


def test_a_report_has_a_file_beside_it(debate: Path) -> None:
    written = argmap.write(
        argmap.load(debate), "markdown", arrange="person", cite="pandoc", style="apa", stem="report"
    )
    files = written.save("report.md")
    more = ("--arrange", "person", "--cite", "pandoc", "--style", "apa")
    run_command(["export", "markdown", *more, "-o", "other/report.md", "--map", debate.name])
    assert {path.name for path in files} == {"report.md", "report.bib"}


def test_tables_are_several_files(debate: Path) -> None:
    assert [path.name for path in argmap.write(argmap.load(debate), "csv").save("one.csv")] == [
        "one.nodes.csv",
        "one.edges.csv",
    ]


def test_a_map_in_yaml_reads_back(debate: Path) -> None:
    one = argmap.load(debate)
    argmap.write(one).save("again.yaml")
    assert argmap.load("again.yaml") == one


def test_several_files_become_one_map(debate: Path) -> None:
    one = argmap.load(debate)
    for name in ("a", "b"):
        argmap.write(one, "argdown").save(f"{name}.argdown")
    read = argmap.read("a.argdown", "b.argdown")
    assert f"{read}\n" == run_command(["import", "a.argdown", "b.argdown"]).stdout
    assert len(read.map.claims) > len(argmap.read("a.argdown").map.claims)


def test_a_faulty_file_is_refused_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.json").write_text('{"nodes": [', encoding="utf-8")
    with pytest.raises(argmap.FormatError, match=r"^one\.json:1:"):
        argmap.read("one.json", format="aif")
    with pytest.raises(argmap.FormatError, match="looks like no known format"):
        argmap.read(b"?!")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"format": "aiff"}, "did you mean `aif` or `xaif`"),
        ({"format": "aif", "cite": "pandoc"}, "`cite` is for markdown, and says nothing of aif"),
        ({"format": "dot", "style": "apa"}, "`style` is for markdown, and says nothing of dot"),
        ({"format": "markdown", "cite": "pandok"}, "did you mean `pandoc`"),
    ],
)
def test_what_means_nothing_is_refused(how: dict[str, str], words: str, debate: Path) -> None:
    with pytest.raises(ValueError, match=words):
        argmap.write(argmap.load(debate), **how)  # type: ignore[arg-type]


def test_nothing_selected_is_nothing_written(debate: Path) -> None:
    with pytest.raises(LookupError, match="no statement of this map fits"):
        argmap.write(argmap.load(debate), "aif", by="boris", tag="air")
