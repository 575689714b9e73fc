"""``argmap import`` and ``argmap export``: what is read, written, refused and reported."""

import json
from pathlib import Path

import pytest

import argmap
from tests.running import Outcome, run_command

TGF = "rain Rain falls\nsun\n#\nsun rain\n"
AIF = json.dumps(
    {
        "nodes": [
            {"nodeID": "1", "type": "I", "text": "One."},
            {"nodeID": "2", "type": "TA", "text": "Default Transition"},
        ],
        "edges": [],
    }
)
SUMMED = "1 file imported to new: 1 claim, 1 rebuttal, 1 attack.\n"
LOST = """\
Not carried over:
  1 × transition (TA): a map does not record how a dialogue went (2)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("some.tgf").write_text(TGF)
    Path("some.json").write_text(AIF)
    return tmp_path


def run(line: str, stdin: str | None = None) -> Outcome:
    return run_command(line.split(), stdin)


def test_a_file_becomes_a_folder() -> None:
    outcome = run("import some.tgf -o new")
    assert (outcome.stdout, outcome.stderr, outcome.exit_code) == ("", SUMMED, 0)
    assert sorted(path.name for path in Path("new").iterdir()) == ["claims.yaml", "rebuttals.yaml"]
    loaded = argmap.load("new")
    assert loaded.claims["rain"].title == "Rain falls"
    assert str(loaded.claims["rain"].origin) == "some.tgf#rain"


def test_the_format_may_be_named() -> None:
    assert run("import tgf some.tgf -o new").stderr == SUMMED


def test_a_file_named_like_a_format_is_a_file() -> None:
    Path("tgf").write_text(TGF)
    assert run("import tgf -o new").stderr == SUMMED


def test_standard_input_becomes_standard_output() -> None:
    outcome = run("import -", TGF)
    assert outcome.exit_code == 0
    assert outcome.stderr == ""
    assert outcome.stdout.startswith("claims:\n  - id: rain\n    title: Rain falls\n    origin: stdin#rain\n")


def test_a_file_that_ends_in_yaml_holds_the_whole_map() -> None:
    assert run("import some.tgf -o new.yaml").exit_code == 0
    assert set(argmap.load("new.yaml").statements) == {"rain", "sun"}


def test_losses_are_summed_up() -> None:
    outcome = run("import some.json -o new")
    assert outcome.exit_code == 0
    assert outcome.stderr == LOST + SUMMED.replace(", 1 rebuttal, 1 attack", "")


def test_strict_writes_nothing_where_something_is_lost() -> None:
    outcome = run("import some.json -o new --strict")
    assert (outcome.exit_code, outcome.stderr) == (1, LOST + "Nothing was written, because of --strict.\n")
    assert not Path("new").exists()
    assert run("import some.tgf -o new --strict").exit_code == 0


def test_verbose_names_every_loss() -> None:
    nodes = [{"nodeID": str(n), "type": "TA", "text": ""} for n in range(9)]
    Path("many.json").write_text(json.dumps({"nodes": nodes, "edges": [], "locutions": []}))
    assert "(0, 1, 2 and 6 more)" in run("import many.json").stderr
    assert "(0, 1, 2, 3, 4, 5, 6, 7, 8)" in run("import many.json --verbose").stderr


def test_a_map_is_overwritten_only_by_force() -> None:
    run("import some.tgf -o new")
    refused = run("import some.json -o new")
    assert refused.exit_code == 2
    assert "new holds a map already (claims.yaml, rebuttals.yaml); --force overwrites it." in refused.stderr
    assert "rain" in argmap.load("new").statements
    assert run("import some.json -o new --force").exit_code == 0
    assert list(argmap.load("new").statements) == ["1"]
    assert not Path("new/rebuttals.yaml").exists()


def test_a_folder_with_other_maps_in_it_is_left_alone() -> None:
    Path("new").mkdir()
    Path("new/people.yaml").write_text("people: {}\n")
    refused = run("import some.tgf -o new --force")
    assert refused.exit_code == 2
    assert "new also holds people.yaml" in refused.stderr
    assert not Path("new/claims.yaml").exists()


@pytest.mark.parametrize("line", ["import some.tgf -o some.json", "import some.tgf -o some.json --force"])
def test_a_file_is_no_folder(line: str) -> None:
    refused = run(line)
    assert refused.exit_code == 2
    assert "some.json is a file; -o names a folder or a .yaml file." in refused.stderr
    assert Path("some.json").read_text() == AIF


def test_many_files_become_one_map() -> None:
    Path("other.tgf").write_text(TGF)
    outcome = run("import some.tgf other.tgf -o new")
    assert "2 files imported to new: 2 claims, 2 rebuttals, 2 attacks." in outcome.stderr
    loaded = argmap.load("new")
    assert list(loaded.statements) == ["rain", "rain-2", "sun", "sun-2"]
    assert [(attack.rebuttal, attack.target) for attack in loaded.attacks] == [
        ("sun", "rain"),
        ("sun-2", "rain-2"),
    ]


def test_a_folder_is_read_through_and_each_file_may_become_a_map() -> None:
    for name in ("in/a.tgf", "in/deep/b.tgf", "in/.hidden/c.tgf", "in/readme.rst"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TGF)
    assert run("import tgf in -o out --each").exit_code == 0
    assert sorted(path.as_posix() for path in Path("out").glob("*/claims.yaml")) == [
        "out/a/claims.yaml",
        "out/b/claims.yaml",
    ]
    assert str(argmap.load("out/b").claims["rain"].origin) == "in/deep/b.tgf#rain"


def test_files_of_a_folder_that_are_no_maps_are_left_out_and_named() -> None:
    Path("in").mkdir()
    Path("in/a.tgf").write_text(TGF)
    Path("in/a.txt").write_text("The text that was analysed: it rains, the sun shines.\n")
    Path("in/package.json").write_text('{"name": "corpus"}')
    outcome = run("import in -o new")
    assert (outcome.stderr, outcome.exit_code) == (
        "Not carried over:\n"
        "  2 × file: it is empty or looks like no known format (in/a.txt, in/package.json)\n" + SUMMED,
        0,
    )
    assert run("import in -o strict --strict").exit_code == 1
    assert not Path("strict").exists()
    outcome = run("import in/a.txt in")
    assert outcome.exit_code == 2
    assert "in/a.txt:1:1" in outcome.stderr


def test_a_folder_without_any_map_is_told_so() -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("Rain.\n")
    outcome = run("import in -o new")
    assert outcome.exit_code == 2
    assert "There is no file to import in in: none looks like a known format." in outcome.stderr


def test_faults_are_all_told_and_nothing_is_written() -> None:
    Path("bad.tgf").write_text("a\n#\na b\n")
    Path("worse.json").write_text('{"nodes": [{}]}')
    outcome = run("import bad.tgf worse.json some.tgf -o new")
    assert outcome.exit_code == 2
    assert "bad.tgf:3:3" in outcome.stderr
    assert (
        "a row of `nodes` has no `nodeID`" in outcome.stderr or "looks like no known format" in outcome.stderr
    )
    assert not Path("new").exists()


def test_the_good_files_are_imported_all_the_same_if_so_wished() -> None:
    Path("bad.tgf").write_text("a\n#\na b\n")
    outcome = run("import bad.tgf some.tgf -o new --keep-going")
    assert outcome.exit_code == 1
    assert "bad.tgf:3:3" in outcome.stderr
    assert set(argmap.load("new").statements) == {"rain", "sun"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("import aif", "Which file? Write `argmap import aif FILE`."),
        ("import graphml some.tgf", "GraphML can be exported, but not imported."),
        ("import nothing.tgf", "cannot be read: no such file or directory"),
        ("import argdwn some.tgf", "did you mean the format `argdown`"),
        ("import some.tgf --each", "--each needs -o FOLDER."),
        ("import tgf empty", "There is no file to import in empty: none ends in .tgf."),
        ("import", "Missing argument"),
    ],
)
def test_wrong_usage_is_told(line: str, message: str) -> None:
    Path("empty").mkdir()
    outcome = run(line)
    assert outcome.exit_code == 2
    assert message in outcome.output


def test_a_file_of_no_known_format_is_told_so() -> None:
    Path("odd.bin").write_bytes(b"\x7fELF\x00\x01")
    outcome = run("import odd.bin")
    assert outcome.exit_code == 2
    assert "odd.bin:1:1" in outcome.stderr
    assert "looks like no known format" in outcome.stderr


def test_an_empty_file_is_told_so() -> None:
    Path("nothing.json").write_text(" \n")
    outcome = run("import nothing.json")
    assert outcome.exit_code == 2
    assert "nothing.json:1:1: I401 the file is empty" in outcome.stderr


def test_a_map_goes_out_and_comes_in() -> None:
    run("import some.tgf -o new")
    assert run("--map new export tgf").stdout == TGF
    assert run("export tgf --map new -o out.tgf").exit_code == 0
    assert Path("out.tgf").read_text() == TGF


def test_export_names_what_is_lost_and_strict_refuses() -> None:
    run("import some.json -o new")
    outcome = run("export tgf --map new --strict -o out.tgf")
    assert outcome.exit_code == 1
    assert outcome.stderr == (
        "Not carried over:\n"
        "  1 × text of a statement: TGF knows only arguments and attacks (1)\n"
        "Nothing was written, because of --strict.\n"
    )
    assert not Path("out.tgf").exists()


def test_export_says_where_it_cannot_write() -> None:
    run("import some.tgf -o new")
    outcome = run("export tgf --map new -o no/such/folder.tgf")
    assert outcome.exit_code == 2
    assert outcome.stderr == "argmap: no/such/folder.tgf cannot be written: no such file or directory\n"


PART = """\
people: {ann: {name: Ann}, bo: {name: Bo}}
claims:
  - {id: wet, by: ann, text: The street is wet., because: [[rain]]}
  - {id: rain, by: bo, text: It rains.}
rebuttals:
  - {id: dry, by: bo, text: It is dry., attacks: wet}
  - {id: odd, text: Odd., attacks: rain, basis: inferred}
"""


@pytest.mark.parametrize(
    ("options", "stdout", "stderr"),
    [
        ("", "p af 4\n# 1 wet\n# 2 rain\n# 3 dry\n# 4 odd\n3 1\n4 2\n", ""),
        (
            "--by bo",
            "p af 2\n# 1 rain\n# 2 dry\n",
            "Selected 2 of 4 statements; left out, since they reach beyond: 1 attack.\n",
        ),
        (
            "--focus rain",
            "p af 2\n# 1 wet\n# 2 rain\n",
            "Selected 2 of 4 statements.\n",
        ),
        (
            "--focus rain --include-inferred",
            "p af 3\n# 1 wet\n# 2 rain\n# 3 odd\n3 2\n",
            "Selected 3 of 4 statements.\n",
        ),
    ],
)
def test_a_part_can_be_exported(options: str, stdout: str, stderr: str) -> None:
    Path("part.yaml").write_text(PART)
    outcome = run(f"export iccma --map part.yaml {options}")
    assert outcome.exit_code == 0
    assert outcome.stdout == stdout
    assert "".join(line for line in outcome.stderr.splitlines(keepends=True) if "Selected" in line) == stderr


def test_a_part_with_nothing_in_it_is_not_exported() -> None:
    Path("part.yaml").write_text(PART)
    outcome = run("export aif --map part.yaml --by ann --by bo --focus odd --depth 0 -o out.json")
    assert (outcome.stderr, outcome.exit_code) == ("argmap: no statement of this map fits\n", 1)
    assert run("export aif --map part.yaml --by cleo -o out.json").exit_code == 1
    assert not Path("out.json").exists()


CITING = """\
sources:
  w: {title: Work, authors: Ada Lund, date: "2020"}
claims:
  - {id: a, text: It holds., source: "w, p. 3"}
"""


@pytest.fixture
def citing() -> str:
    Path("citing.yaml").write_text(CITING)
    return "--map citing.yaml export markdown --cite pandoc"


def test_a_bibliography_stands_beside_the_report_and_is_written_anew(citing: str) -> None:
    for _ in range(2):
        outcome = run(f"{citing} -o report.md")
        assert (outcome.exit_code, outcome.stderr) == (0, "argmap: report.bib written\n")
    assert Path("report.md").read_text().startswith('---\nbibliography: "report.bib"\n')
    assert "@misc{w," in Path("report.bib").read_text()


def test_a_bibliography_that_argmap_did_not_write_stays(citing: str) -> None:
    Path("report.bib").write_text("@book{mine, title = {Mine}}\n")
    outcome = run(f"{citing} -o report.md")
    assert outcome.exit_code == 2
    assert "report.bib is there already and is not argmap's" in outcome.stderr
    assert not Path("report.md").exists()
    assert Path("report.bib").read_text() == "@book{mine, title = {Mine}}\n"


def test_a_report_may_not_be_called_like_its_bibliography(citing: str) -> None:
    outcome = run(f"{citing} -o report.bib")
    assert outcome.exit_code == 2
    assert "end it in .md" in outcome.stderr


def test_standard_output_has_no_bibliography_and_says_how_to_get_it(citing: str) -> None:
    outcome = run(citing)
    assert outcome.exit_code == 0
    assert "bibliography" not in outcome.stdout
    assert "argmap export bibtex -o FILE.bib" in outcome.stderr


def test_a_choice_of_another_format_is_refused(citing: str) -> None:
    outcome = run(citing.replace("markdown", "opml"))
    assert outcome.exit_code == 2
    assert "--cite is for markdown, and says nothing of opml." in outcome.stderr
