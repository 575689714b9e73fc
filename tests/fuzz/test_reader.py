"""Damaged maps: whatever stands in a file, reading and checking end with findings and every output is sound.

The environment variable ``ARGMAP_FUZZ`` sets how many examples each test tries.
"""

import contextlib
import io
import json
import os
import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic
from argmap.files.assembling import Loaded
from argmap.files.load import read_map
from argmap.files.settings import Settings
from argmap.files.yaml.decoding import FORBIDDEN
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.report.console import make_console
from argmap.report.diagnostics import print_diagnostics
from argmap.report.findings_json import findings_document
from argmap.report.one_line_each import gcc_lines, github_lines
from argmap.report.sarif import sarif_document
from argmap.rules.engine.baseline import fingerprints
from argmap.rules.engine.linter import check_map, with_command_line
from tests.running import run_command

REPOSITORY: Final = Path(__file__).parents[2]
EXAMPLES: Final = int(os.environ.get("ARGMAP_FUZZ", "20"))
SEEDS: Final = [
    (REPOSITORY / "tests" / "golden" / "check-many" / "many.yaml").read_text(encoding="utf-8"),
    (REPOSITORY / "tests" / "golden" / "debate.yaml").read_text(encoding="utf-8")[:2500],
    'claims: [{id: a, text: "A"}, {id: b, text: B, because: [[a]]}]\n',
    "people: {a: {name: A}}\nclaims:\n- id: c\n  by: a\n  text: |\n   B\n\n   C\n  tags:\n  - x\n",
]
PIECES: Final = (
    *(
        ": ",
        "- ",
        "\n",
        "  ",
        "\t",
        "#",
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "&a ",
        "*a",
        "!!str ",
        "? ",
        "| ",
        "~",
    ),
    *(">-\n", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "null", "\\x1b[31m", "\\0", "\x1b[2J", "\0", "\ufeff"),
    *("\u202e", "\u2028", "\ud7ff", "é", "e\u0301", "日本", "👩\u200d👧", "\r", "\r\n", "[red]", "</script>"),
    *("id: ", "claims:\n", "rebuttals:\n", "people:\n", "attacks: ", "because: ", "seen: {a: b}"),
    *(" # argmap: ignore G401 ", "# argmap: ignore-file R"),
)
STEERING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
LONG: Final = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 0, 1, 2, 5, 40])))
        piece = draw(
            st.one_of(st.sampled_from(PIECES), st.text(max_size=4), st.just(text[start : start + 60]))
        )
        text = text[:start] + piece + text[end:]
    return text


def write(folder: Path, text: str) -> None:
    (folder / "map.yaml").write_bytes(text.encode("utf-8", errors="surrogatepass"))


def check_places(findings: tuple[Diagnostic, ...], loaded: Loaded) -> None:
    for finding in findings:
        for place in (finding.location, *(item.location for item in finding.related)):
            file = loaded.places.files.get(place.file)
            last = file.line_count if file else 1
            assert 1 <= place.line <= max(last, 1) + 1, finding
            assert place.column >= 1, finding
            if place.end_line:
                assert (place.line, place.column) <= (place.end_line, place.end_column), finding


@LONG
@given(text=damaged())
def test_reading_and_checking_end_with_findings(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    loaded = read_map(tmp_path)
    checked = check_map(loaded, with_command_line(Settings(), select=("all",)))
    assert list(checked.findings) == sorted(
        checked.findings, key=lambda one: (one.location, one.code, one.message)
    )
    check_places(checked.findings, loaded)
    again = check_map(read_map(tmp_path), with_command_line(Settings(), select=("all",)))
    assert again.findings == checked.findings


@LONG
@given(text=damaged())
def test_every_form_of_output_is_sound(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    loaded = read_map(tmp_path)
    findings = check_map(loaded, Settings()).findings
    for colour in ("never", "always"):
        with contextlib.redirect_stdout(io.StringIO()) as output:
            print_diagnostics(findings, loaded.places, make_console(colour))
        bare = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", output.getvalue())
        assert not FORBIDDEN.search(bare.replace("\n", ""))
        assert "\u202e" not in bare
    lines = [*gcc_lines(findings), *github_lines(findings)]
    assert not any(STEERING.search(line) for line in lines)
    marks = fingerprints(findings, loaded.places)
    assert len(set(marks)) == len(marks)
    for document in (findings_document(findings, marks), sarif_document(findings, marks)):
        assert json.loads(json.dumps(document)) == document


@LONG
@given(text=damaged())
def test_one_record_alone_is_marked_as_in_the_whole_file(text: str) -> None:
    text = FORBIDDEN.sub("?", text)
    try:
        document = read_document(text, "map.yaml")
    except Exception:  # noqa: BLE001 — syntax errors are another test's
        return
    alone = ReadFile("map.yaml", text, text, document.starts)
    whole = ReadFile("map.yaml", text, text)
    for section, starts in document.starts.items():
        for at in starts.items:
            mark = alone.record((section, at))
            assert mark is not None
            for field, part in mark.parts.items():
                assert whole.locate((section, at, field)) == part.place


@LONG
@given(text=damaged())
def test_mending_keeps_a_map_readable(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    before = read_map(tmp_path)
    run_command(["--map", str(tmp_path), "check", "--fix", "--format", "gcc"])
    after = read_map(tmp_path)
    assert len(after.errors) <= len(before.errors)
    assert list(after.map.statements) == list(before.map.statements)
    if not before.errors:
        outcome = run_command(["--map", str(tmp_path), "review", "--all"])
        assert outcome.exit_code in {0, 2}
        assert list(read_map(tmp_path).map.statements) == list(before.map.statements)


@LONG
@given(text=damaged())
@pytest.mark.parametrize(
    "command", [["list"], ["unanswered"], ["tree"], ["stats", "--json"], ["search", "a"]], ids=" ".join
)
def test_every_query_ends_well(command: list[str], text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    outcome = run_command(["--map", str(tmp_path), *command])
    assert outcome.exit_code in {0, 1, 2}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", outcome.output)
