"""Which map a command reads, and that none judges a map that nobody named."""

from pathlib import Path

import pytest

from argmap.files.find import sample_map
from tests.running import Outcome, run_command

CLAIMS = "claims: [{id: a, by: ada, text: A., source: 'w, p. 1'}]\n"
JUDGES = [
    ["check"],
    ["check", "--fail-on", "never"],
    ["check", "--fix"],
    ["check", "--baseline", "b.json", "--update-baseline"],
    ["check", "--format", "github"],
    ["unanswered", "--fail-on", "open"],
    ["dropped", "--fail-on", "unplaced"],
    ["review"],
    ["review", "--all"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str = CLAIMS) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("call", JUDGES, ids=" ".join)
def test_what_judges_never_judges_the_sample(call: list[str], folder: Path) -> None:
    sample = {path: path.read_bytes() for path in sample_map().iterdir()}
    outcome = run_command(call)
    assert (outcome.stdout, outcome.exit_code) == ("", 2)
    assert outcome.stderr.startswith(
        f"argmap: no map in this folder or above it, and `argmap {call[0]}` judges"
    )
    assert {path: path.read_bytes() for path in sample_map().iterdir()} == sample
    assert list(folder.iterdir()) == []


def test_maps_nearby_are_named(folder: Path) -> None:
    write(folder / "class" / "boris" / "map.yaml")
    write(folder / "class" / "ada" / "map.yaml")
    write(folder / "round" / "data" / "claims.yaml")
    said = "argmap: no map in this folder or above it, and `argmap {}` judges none that nobody named\n"
    near = "maps nearby: round, class/ada, class/boris\nhint: name one, as in `argmap {}`\n"
    assert run_command(["check"]).stderr == said.format("check") + near.format("check round")
    assert run_command(["review"]).stderr == said.format("review") + near.format("review --map round")


def test_where_none_is_near_it_is_told_what_a_map_is(folder: Path) -> None:
    write(folder / "notes.yaml", "a: b\n")
    what = "a map is a folder of .yaml files with a `claims:` section"
    assert run_command(["check"]).stderr.endswith(f"hint: name one, as in `argmap check FOLDER`; {what}\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("call", [["list", "--by", "papa"], ["unanswered"], ["stats"]], ids=" ".join)
def test_what_only_shows_falls_back_to_the_sample_and_says_so(call: list[str]) -> None:
    outcome = run_command(call)
    assert outcome.exit_code == 0
    assert outcome.stderr == (
        "argmap: no map in this folder or above it, so this is the sample map; name another with --map\n"
    )


def test_a_sample_that_is_named_is_judged() -> None:
    assert run_command(["check", str(sample_map())]).exit_code == 0


@pytest.mark.parametrize("call", [*JUDGES[:2], *JUDGES[5:], ["list"], ["stats"]], ids=" ".join)
def test_files_that_begin_like_a_map_are_the_map_at_hand(call: list[str], folder: Path) -> None:
    write(folder / "round.yaml", f"# a round\n---\n{CLAIMS}")
    outcome = run_command(call)
    assert outcome.exit_code == 0
    assert "sample" not in outcome.stderr


def test_a_faulty_map_at_hand_is_no_reason_to_judge_another(folder: Path) -> None:
    write(folder / "round.yaml", "claims: [{id: a, txt: A.}]\n")
    assert run_command(["check"]).exit_code == 2
    assert run_command(["list"]).exit_code == 2


@pytest.mark.parametrize("command", ["check", "unanswered", "list", "stats"])
def test_a_path_is_the_map_and_goes_before_the_environment(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "round" / "a.yaml")
    expected = run_command([command, "--map", "round"])
    assert expected.exit_code == 0
    assert run_command([command, "round"]) == expected
    monkeypatch.setenv("ARGMAP_MAP", "elsewhere")
    assert run_command([command, "round/"]) == expected
    assert run_command(["--map", "round", command]) == expected


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "call", [["check", "-"], ["list", "-"], ["stats", "-"], ["--map", "-", "list"]], ids=" ".join
)
def test_standard_input_is_a_map(call: list[str]) -> None:
    assert run_command(call, stdin=CLAIMS).exit_code == 0


@pytest.mark.parametrize(
    "call",
    [
        ["--map", "a", "--map", "b", "list"],
        ["list", "--map", "a", "--map", "b"],
        ["--map", "a", "list", "--map", "b"],
        ["--map", "a", "list", "b"],
        ["list", "a", "--map", "b"],
        ["check", "b", "--map", "a"],
        ["stats", "--map", "a", "--map", "b"],
        ["--map", "a", "--map", "b", "schema"],
        ["--map", "a", "explain", "--map", "b"],
        ["render", "a", "b"],
        ["dropped", "a", "b"],
        ["export", "csv", "a", "b"],
    ],
    ids=" ".join,
)
def test_two_names_for_one_map_are_refused(call: list[str], folder: Path) -> None:
    write(folder / "a" / "a.yaml")
    write(folder / "b" / "b.yaml")
    outcome = run_command(call)
    assert (outcome.stdout, outcome.exit_code) == ("", 2)
    assert "a and b" in outcome.stderr or "b and a" in outcome.stderr


def judge_class(folder: Path, *arguments: str) -> Outcome:
    write(folder / "good" / "a.yaml")
    doubtful = "rebuttals: [{id: b, by: ada, attacks: a, text: B., source: 'w, p. 1'}]\n"
    write(folder / "doubtful" / "a.yaml", CLAIMS + doubtful)
    write(folder / "broken" / "a.yaml", "claims: [{id: a, txt: A.}]\n")
    return run_command(["check", *arguments])


@pytest.mark.parametrize(
    ("maps", "code"),
    [
        (["good"], 0),
        (["good", "doubtful"], 1),
        (["doubtful", "good"], 1),
        (["broken", "good", "doubtful"], 2),
        (["good", "nowhere"], 2),
    ],
)
def test_of_several_maps_the_worst_decides(maps: list[str], code: int, folder: Path) -> None:
    assert judge_class(folder, *maps).exit_code == code


def test_each_of_several_maps_has_its_own_settings_and_is_mended(folder: Path) -> None:
    text = "claims: [{id: a, by: ada, tags: [b, b], text: A., source: 'w, p. 1'}]\n"
    judge_class(folder)
    write(folder / "doubtful" / "argmap.toml", '[check]\nignore = ["self-challenge"]\n')
    write(folder / "good" / "a.yaml", text)
    outcome = run_command(["check", "good", "doubtful", "--fix"])
    assert outcome.exit_code == 0
    assert (folder / "good" / "a.yaml").read_text(encoding="utf-8") == text.replace("[b, b]", "[b]")


@pytest.mark.parametrize("select", [["--select", "T"], ["--ignore", "F"]])
def test_an_unusable_map_is_never_passed_whatever_rules_run(select: list[str], folder: Path) -> None:
    outcome = judge_class(folder, "broken", *select)
    assert outcome.exit_code == 2
    assert outcome.stderr.endswith("the map cannot be used: 1 error of rules that were not to run\n")
