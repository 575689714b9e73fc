"""``argmap check``: what it exits with, what it can be told, what it mends and what it knows already."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from tests.articles import WORKS, article_lines, needs_articles
from tests.running import Outcome, run_command

REPOSITORY = Path(__file__).parents[2]
CLEAN = "claims:\n  - {id: a, by: ada, text: One sentence.}\n"
DOUBTFUL = CLEAN + "rebuttals:\n  - {id: b, by: ada, attacks: a, text: Not so.}\n"
SOURCES = "sources: {work: {title: W, date: 2019, publisher: P}}\n"
BROKEN = CLEAN + "rebuttals:\n  - {id: b, by: bob, attacks: aa, text: Not so.}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_MAP", raising=False)
    (tmp_path / "data").mkdir()
    write(tmp_path, CLEAN)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")


def check(*arguments: str) -> Outcome:
    return run_command(["check", *arguments])


def codes(*arguments: str) -> list[str]:
    document = json.loads(check("--json", *arguments).stdout)
    return [finding["code"] for finding in document["findings"]]


def test_a_clean_map_says_so_on_standard_error_alone(folder: Path) -> None:
    outcome = check()
    assert (outcome.stdout, outcome.exit_code) == ("", 0)
    assert outcome.stderr == "argmap: nothing found in 1 claim and 0 rebuttals\n"
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (DOUBTFUL, [], 1),
        (DOUBTFUL, ["--fail-on", "error"], 0),
        (DOUBTFUL, ["--fail-on", "warning"], 1),
        (DOUBTFUL, ["--fail-on", "info"], 1),
        (DOUBTFUL, ["--fail-on", "never"], 0),
        (DOUBTFUL, ["--ignore", "G402"], 0),
        (DOUBTFUL, ["--ignore", "self-challenge"], 0),
        (DOUBTFUL, ["--ignore", "G"], 0),
        (DOUBTFUL, ["--select", "S"], 0),
        (DOUBTFUL, ["--select", "S,G"], 1),
        (DOUBTFUL, ["--select", "G", "--ignore", "G402"], 0),
        (DOUBTFUL, ["--select", "G402", "--ignore", "G"], 1),
        (BROKEN, [], 2),
        (BROKEN, ["--fail-on", "never"], 2),
        (DOUBTFUL, ["--select", "G999"], 2),
        (DOUBTFUL, ["--format", "xml"], 2),
        (DOUBTFUL, ["--update-baseline"], 2),
        (DOUBTFUL, ["--baseline", "missing.json"], 2),
        (DOUBTFUL, ["--sources", "missing"], 2),
    ],
)
def test_exit_codes(folder: Path, text: str, arguments: list[str], code: int) -> None:
    write(folder, text)
    assert check(*arguments).exit_code == code


def test_a_misspelt_rule_is_answered_with_the_nearest(folder: Path) -> None:
    assert "did you mean `self-attack`?" in check("--ignore", "selfattack").stderr
    assert folder.is_dir()


def test_all_selects_remarks_too(folder: Path) -> None:
    write(folder, "people: {ada: {name: Ada}}\n" + CLEAN + "  - {id: c, text: By nobody.}\n")
    assert codes() == []
    assert codes("--select", "all") == ["P602"]


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# argmap: ignore G402", []),
        ("# argmap: ignore self-challenge", []),
        ("# argmap: ignore G402, S501 both are meant", ["C902"]),
        ("# argmap: ignore G", []),
        ("# argmap:ignore[G402]", []),
        ("# argmap: ignore G401", ["G402", "C902"]),
        ("# argmap: ignore G4O2", ["G402", "C903"]),
        ("# argmap: ignore", ["G402", "C903"]),
        ("# argmap: ignored G402", ["G402"]),
    ],
)
def test_comments_ignore_findings(folder: Path, comment: str, left: list[str]) -> None:
    write(folder, DOUBTFUL.rstrip("\n") + f" {comment}\n")
    assert codes() == left


def test_where_comments_count(folder: Path) -> None:
    record = "  - id: b\n    text: Not so.\n    {}by: ada{}\n    attacks: a\n"
    start = CLEAN + "rebuttals:\n"
    for text, left in {
        record.format("", "  # argmap: ignore G402"): [],
        record.format("# argmap: ignore G402\n    ", ""): [],
        record.format("# argmap: ignore G402\n    # and why\n\n    ", ""): [],
        "  # argmap: ignore G402\n" + record.format("", ""): [],
        record.format("", "").replace("- id: b", "- id: b  # argmap: ignore G402"): [],
        record.format("", "").replace("attacks: a", "attacks: a  # argmap: ignore G402"): ["G402", "C902"],
        record.format("", "") + "# argmap: ignore-file G402\n": [],
        record.format("", "").replace("Not so.", '"# argmap: ignore G402"'): ["G402"],
        record.format("", "").replace("Not so.", ">-\n      so\n      # argmap: ignore G402"): ["G402"],
    }.items():
        write(folder, start + text)
        assert codes() == left, text


def test_settings(folder: Path) -> None:
    write(folder, DOUBTFUL)
    settings = folder / "argmap.toml"
    settings.write_text('[check]\nignore = ["G402"]\n')
    assert codes() == []
    assert codes("--select", "G") == ["G402"]
    settings.write_text('[check]\nselect = ["S"]\n')
    assert codes() == []
    settings.write_text('[check]\nfail-on = "error"\n')
    assert check().exit_code == 0
    assert check("--fail-on", "warning").exit_code == 1
    settings.write_text('[check.severity]\nself-challenge = "error"\n')
    assert json.loads(check("--json").stdout)["findings"][0]["severity"] == "error"
    assert check("--fail-on", "error").exit_code == 1
    settings.write_text("[check]\nquote-words = 1\n")
    write(folder, 'claims: [{id: a, text: A., quote: two words, source: "w, p. 1"}]\n')
    assert codes() == ["S505"]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("[check]\nignor = []\n", 2, 1, "there is no setting `ignor`"),
        ("[check]\nignore = 5\n", 2, 1, "`ignore` must be a list of texts"),
        ('[check]\nignore = ["G999"]\n', 2, 12, "there is no rule `G999`"),
        ('[check]\nfail-on = "bad"\n', 2, 1, "`bad` is not a severity"),
        ('[check.severity]\nR301 = "info"\n', 2, 1, "`R301` makes a map unusable and stays an error"),
        ("[check]\nquote-words = true\n", 2, 1, "`quote-words` must be a whole number"),
        ("check = \n", 1, 9, "not TOML: invalid value"),
        ("cheque = {}\n", 1, 1, "there is no setting `cheque`"),
    ],
)
def test_bad_settings_are_findings(folder: Path, text: str, line: int, column: int, message: str) -> None:
    (folder / "argmap.toml").write_text(text)
    outcome = check("--json")
    (finding,) = json.loads(outcome.stdout)["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("C901", line, column)
    assert finding["message"] == message
    assert finding["file"] == "argmap.toml"
    assert outcome.exit_code == 2


def test_a_baseline_holds_back_what_is_known_and_moves_with_the_lines(folder: Path) -> None:
    write(folder, DOUBTFUL)
    written = check("--baseline", "known.json", "--update-baseline")
    assert (written.exit_code, written.stderr) == (0, "argmap: 1 finding in the baseline known.json\n")
    assert check("--baseline", "known.json").exit_code == 0
    write(folder, "# a line more\n\n" + DOUBTFUL)
    assert check("--baseline", "known.json").exit_code == 0
    write(folder, DOUBTFUL + "  - {id: c, by: ada, attacks: a, text: Not so.}\n")
    assert codes("--baseline", "known.json") == ["G402"]
    (folder / "argmap.toml").write_text('[check]\nbaseline = "known.json"\n')
    assert codes() == ["G402"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "argmap/baseline/1", "known": []}', "[" * 100_000]
)
def test_what_is_no_baseline_is_refused(folder: Path, text: str) -> None:
    (folder / "known.json").write_text(text)
    outcome = check("--baseline", "known.json")
    assert outcome.exit_code == 2
    assert "known.json cannot be used" in outcome.stderr


@pytest.mark.parametrize(
    ("locator", "quote", "hint"),
    [
        ("p. 7", "great powers", ""),
        ("pp. 7-8", "great powers cannot have allies", ""),
        ("p. 7 f.", "great powers cannot have allies", ""),
        ("p. 7", "cannot have", "it runs from page 7 to 8"),
        ("p. 9", "great powers", "it stands in page 7"),
        ("p. 1", "great powers", "its copy has the pages 7 to 9"),
        ("p. 10", "great powers", "its copy has the pages 7 to 9"),
        ("pp. 9-7", "great powers", "its copy has the pages 7 to 9"),
        ("p. vii", "great powers", ""),
    ],
)
def test_pages_are_looked_up_by_their_own_numbers(folder: Path, locator: str, quote: str, hint: str) -> None:
    (folder / "data" / "w.txt").write_text("Great powers cannot\n7\n\fhave allies.\n8\n\fSo it is.\n9\n")
    source = "sources: {w: {title: A work, date: 2019, publisher: P, copy: w.txt}}\n"
    write(folder, f'{source}claims: [{{id: a, text: A., source: "w, {locator}", quote: {quote}}}]\n')
    document = json.loads(check("--json").stdout)
    assert [finding.get("hint") for finding in document["findings"]] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("people: {ada: {name: A}}\nclaims: [{id: a, by: adda, text: A.}]\n", ["R302"]),
        (
            "people: {ada: {name: A}, x: {name: X}}\nclaims: [{id: a, by: adda, text: A.}]\n",
            ["P601", "R302"],
        ),
        (f"{SOURCES}claims: [{{id: a, source: 'wrok, p. 1', text: A.}}]\n", ["R303"]),
        ("map: {tags: {war: Wars}}\nclaims: [{id: a, tags: [wra], text: A.}]\n", ["T703"]),
        (f"{CLEAN}rebuttals: [{{id: b, attacks: b, text: No.}}]\n", ["G401"]),
        ("claims:\n  - id: a\n    text: #foo\n", ["F203"]),
        ("claims:\n  - id: a\n    title: A\n    text: B #foo\n", ["F207"]),
        ("claims:\n  - {id: a, text: &x A.}\n  - {id: b, text: *x}\n", ["Y107"]),
    ],
)
def test_one_mistake_is_one_finding(folder: Path, text: str, found: list[str]) -> None:
    write(folder, text)
    assert codes() == found


def test_fixes_change_only_the_words_at_fault(folder: Path) -> None:
    before = (
        "\ufeffmap: {tags: {night-work: What is done at night}}  # kept\r\n"
        "people: {ada: {name: Ada}}\r\n"
        "claims:\r\n"
        "  - id: One   # kept\r\n"
        "    by: Ada\r\n"
        "    tags: [Night work, night-work ,night-work]\r\n"
        "    text: 'It''s  kept'\r\n"
        "  - {id: two, by: ada, text: B, tags: ['Night-Work'], because: [[one, One, One]]}\r\n"
    )
    path = folder / "data" / "claims.yaml"
    path.write_bytes(before.encode())
    outcome = check("--fix", "--select", "R,T")
    after = path.read_bytes().decode()
    expected = (
        before.replace("by: Ada", "by: ada")
        .replace(" ,night-work]", "]")
        .replace("'Night-Work'", "'night-work'")
        .replace("[[one, One, One]]", "[[One, One]]")
    )
    assert after == expected
    assert outcome.stderr.count("argmap: fixed") == 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# argmap: ignore G402", "# argmap: ignore G402"),
        ("# argmap: ignore G401", ""),
        ("# argmap: ignore G401 since both are meant, see #12", ""),
        ("# argmap: ignore G401, S508", ""),
        ("# argmap: ignore G401, G402", "# argmap: ignore G402"),
        ("# argmap: ignore[G402,G401]  # kept", "# argmap: ignore[G402]  # kept"),
        ("# argmap: ignore G401, G404 G402, G408 S508 both", "# argmap: ignore G402 both"),
        ("# argmap: ignore G401  # argmap: ignore G402 # kept", "# argmap: ignore G402 # kept"),
        ("# kept # argmap: ignore self-attack # kept, too", "# kept # kept, too"),
        ("# argmap: ignore Z9", "# argmap: ignore Z9"),
        ("# argmap: ignore Z9, G401", "# argmap: ignore Z9"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_comment_loses_what_it_ignores_in_vain(folder: Path, before: str, after: str, end: str) -> None:
    text = DOUBTFUL.rstrip("\n").replace("\n", end or "\n")
    path = folder / "data" / "claims.yaml"
    path.write_bytes(f"{text}  {before}{end}".encode())
    check("--fix")
    assert path.read_bytes().decode() == (f"{text}  {after}{end}" if after else f"{text}{end}")


def test_a_line_with_nothing_but_a_stale_comment_goes(folder: Path) -> None:
    stale = "    # argmap: ignore G401 old\n"
    text = "claims:\n{0}  - id: a\n    title: A\n{0}    text: |\n      # argmap: ignore S501\n{1}"
    write(folder, text.format(stale, "# argmap: ignore-file S502"))
    outcome = check("--fix", "--ignore", "P601,S501")
    assert (folder / "data" / "claims.yaml").read_text() == text.format("", "")
    assert outcome.stderr.count("argmap: fixed") == 3


@pytest.mark.parametrize(
    ("more", "ignored"),
    [
        ("rebuttals: [{id: c, by: ada, attacks: aa, text: C}]\n", "G401"),
        ("sources: {s: {title: A work, date: 2019, publisher: P}}\n", "S506"),
        ("", "G407"),
    ],
)
def test_no_comment_is_stale_whose_rule_may_have_missed_something(
    folder: Path, more: str, ignored: str
) -> None:
    text = f"{CLEAN.rstrip()}  # argmap: ignore {ignored}\n{more}"
    write(folder, text)
    assert "C902" not in check("--fix").stdout
    assert (folder / "data" / "claims.yaml").read_text() == text


def test_nothing_is_mended_where_the_file_is_broken(folder: Path) -> None:
    text = BROKEN + "  - {id: c, by: ada, attacks: A, text: b: c}\n"
    write(folder, text)
    check("--fix")
    assert (folder / "data" / "claims.yaml").read_text() == text


def test_standard_input(folder: Path) -> None:
    outcome = run_command(["--map", "-", "check", "--format", "gcc"], stdin=DOUBTFUL)
    assert outcome.stdout.startswith("<stdin>:4:17: warning: ada attacks a statement of their own")
    assert folder.is_dir()


def test_the_sample_map_is_clean() -> None:
    outcome = run_command(["--map", str(REPOSITORY / "data"), "check"])
    assert (outcome.stdout, outcome.exit_code) == ("", 0)


@needs_articles
def test_every_quote_of_the_sample_map_stands_in_its_article(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for work in WORKS:
        (copies / f"{work}.txt").write_text("\n".join(article_lines(work)), encoding="utf-8")
    sample = ["--map", str(REPOSITORY / "data"), "check", "--sources", str(copies)]
    assert run_command(sample).exit_code == 0
    claims = (REPOSITORY / "data" / "claims.yaml").read_text(encoding="utf-8")
    altered = claims.replace("quote: pushed too hard", "quote: shoved too hard", 1)
    altered = altered.replace(
        "source: russia-matters-2019, para. 2\n    quote: a continental",
        "source: russia-matters-2019, para. 3\n    quote: a continental",
        1,
    )
    assert altered != claims
    written = tmp_path / "claims.yaml"
    written.write_text(altered, encoding="utf-8")
    outcome = run_command(
        ["--map", str(written), "check", "--json", "--sources", str(copies), "--select", "S50"]
    )
    wrong, elsewhere = sorted(json.loads(outcome.stdout)["findings"], key=lambda one: str(one["code"]))
    assert (wrong["code"], wrong["hint"]) == ("S506", "nearest, in paragraph 2: “pushed too hard”")
    assert (elsewhere["code"], elsewhere["hint"]) == ("S507", "it stands in paragraph 2")


def _sarif(arguments: list[str]) -> Any:  # noqa: ANN401 — a JSON document
    return json.loads(run_command([*arguments, "check", "--format", "sarif"]).stdout)


@pytest.mark.parametrize(
    "case", sorted((REPOSITORY / "tests" / "golden").glob("**/*.yaml")), ids=lambda path: path.name
)
def test_sarif_is_valid_against_the_official_schema(case: Path) -> None:
    schema = json.loads(
        (REPOSITORY / "tests" / "report" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
    )
    document = _sarif(["--map", str(case)])
    Draft4Validator(schema).validate(document)
    plain = json.loads(run_command(["--map", str(case), "check", "--json"]).stdout)["findings"]
    results = document["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [finding["code"] for finding in plain]
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)


@pytest.mark.parametrize("name", ["check", "explain"])
def test_documents_are_as_documented(name: str) -> None:
    schema = json.loads((REPOSITORY / "docs" / "schemas" / f"{name}-1.json").read_text(encoding="utf-8"))
    many = str(REPOSITORY / "tests" / "golden" / "check-many" / "many.yaml")
    document = json.loads(run_command(["--map", many, name, "--json"]).stdout)
    assert document["schema"] == f"argmap/{name}/1"
    Draft202012Validator(schema).validate(document)
    assert len(document["findings" if name == "check" else "rules"]) > 20


def test_what_is_wrong_with_the_settings_of_pictures_is_found_by_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text("claims:\n  - {id: a, text: A.}\n", encoding="utf-8")
    (tmp_path / "argmap.toml").write_text(
        '[render]\ntheme = "drak"\n\n[render.themes.own]\npaper = "white"\ncolour = 1\n', encoding="utf-8"
    )
    outcome = run_command(["--map", "map.yaml", "check", "--json"])
    found = [(one["code"], one["file"], one["line"]) for one in json.loads(outcome.stdout)["findings"]]
    assert outcome.exit_code == 2
    assert found == [("C901", "argmap.toml", line) for line in (2, 5, 6)]
