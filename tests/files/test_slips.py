"""Slips of the pen in a map, as people make them: each is told once, where it was made, with what mends it.

``slips.txt`` holds for each slip what was written in place of what, and then all that `check` says of it.
``--rewrite`` writes the findings anew; review the diff.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from argmap.diagnostics import Diagnostic
from argmap.files.assembling import assemble
from argmap.files.load import read_map
from argmap.files.records.read_text import read_text
from argmap.files.records.recovery import read_with_recovery
from argmap.files.settings import Settings
from argmap.files.yaml import marks, strict_yaml
from argmap.rules.engine.linter import check_map, with_command_line

TABLE = Path(__file__).with_name("slips.txt")
WHOLE = """\
people:
  ada: {name: Ada Lovelace}
  boris: {name: Boris}
sources:
  essay-2020: {title: An Essay, date: 2020, url: https://example.org}
claims:
  - id: no-cars
    by: ada
    title: No cars
    text: Cars should be kept out of the street.
    source: essay-2020, para. 3
    because:
      - clean-air
  - id: clean-air
    by: ada
    text: The air gets cleaner.
    source: essay-2020, para. 4
rebuttals:
  - id: deliveries
    by: boris
    attacks: no-cars
    text: Shops need their goods.
    source: essay-2020, para. 5
"""


@dataclass
class Slip:
    """One slip: its name, the lines that describe it, the text with it, and what is said of it."""

    name: str
    described: list[str] = field(default_factory=list)
    text: str = WHOLE
    told: list[str] = field(default_factory=list)


def read_table() -> list[Slip]:
    slips: list[Slip] = []
    old = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "##":
            slips.append(Slip(rest))
        elif kind in {"old:", "new:", "all:"}:
            slips[-1].described.append(line)
            value = json.loads(rest)
            if kind == "old:":
                old = value
                assert old in slips[-1].text, slips[-1].name
            else:
                slips[-1].text = slips[-1].text.replace(old, value, 1) if kind == "new:" else value
        elif line:
            slips[-1].told.append(line)
    return slips


SLIPS = read_table()


def told(finding: Diagnostic) -> list[str]:
    place = finding.location
    width = place.end_column - place.column if place.end_line == place.line else 0
    named = f"{place.line}:{place.column}+{width} {finding.code} {finding.message}"
    return [named, f"   tip: {finding.hint}"] if finding.hint else [named]


def check(text: str, folder: Path) -> list[Diagnostic]:
    (folder / "map.yaml").write_text(text, encoding="utf-8", newline="")
    return list(check_map(read_map(folder), with_command_line(Settings(), ignore=("P601",))).findings)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_as_in_the_table(slip: Slip, tmp_path: Path, *, rewrite: bool) -> None:
    now = [line for finding in check(slip.text, tmp_path) for line in told(finding)]
    assert rewrite or now == slip.told
    slip.told = now


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_it_is_told_alike_without_the_library_in_c(
    slip: Slip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "tab" in slip.name:
        pytest.skip("PyYAML's own parser refuses every tab between words, against YAML 1.2")
    for module in (strict_yaml, marks):
        monkeypatch.setattr(module, "_Loader", yaml.SafeLoader)
    assert [line for finding in check(slip.text, tmp_path) for line in told(finding)] == slip.told


def test_the_table_is_written_anew_where_that_was_asked_for(*, rewrite: bool) -> None:
    if rewrite:
        lines = [line for slip in SLIPS for line in (f"## {slip.name}", *slip.described, *slip.told, "")]
        TABLE.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    assert len({slip.name for slip in SLIPS}) == len(SLIPS) > 200


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_what_is_read_on_with_is_the_map_without_the_slip(slip: Slip, tmp_path: Path) -> None:
    before = [finding for finding in check(slip.text, tmp_path) if finding.code in {"Y105", "Y106", "Y114"}]
    recovered = read_with_recovery(slip.text, "map.yaml")
    if before and recovered.mended and not recovered.mentioned:
        after = {finding.code for finding in check(recovered.text, tmp_path)}
        assert not after & {"Y105", "Y106", "Y114"}
        if slip.described[0].startswith("old:"):
            assert {"no-cars", "clean-air", "deliveries"} <= read_map(tmp_path).map.statements.keys()


DAMAGED = (
    ("    because:\n      - clean-air\n", "    because:\n[zz-top]\n"),
    ("    by: ada\n    title", "\tby: zz-top\n    title"),
    ("    by: ada\n    title", "      by: zz-top\n    title"),
    ("    by: ada\n    title", "    by:zz-top\n    title"),
    ("    by: ada\n    title", "    by\uff1a  zz-top\n    title"),
    ("    by: ada\n    title", "    by = zz-top\n    title"),
    ("    source: essay-2020, para. 3", "    source: zz-top, para: 3"),
    ("    attacks: no-cars\n", "   attacks: zz-top\n"),
    ("  - id: deliveries\n    by: boris\n", "   - id: deliveries\n     by: zz-top\n"),
    ("    attacks: no-cars\n", "    attacks: [{target: no-cars} {target: zz-top}]\n"),
)
"""What was written in place of what, with a name that nobody has on the line to be mended."""


@pytest.mark.parametrize(("meant", "written"), DAMAGED)
def test_a_name_on_a_mended_line_is_underlined_where_it_stands(meant: str, written: str) -> None:
    text = WHOLE.replace(meant, written, 1)
    (finding,) = (one for one in found_in(text) if "there is no" in one.message)
    place = finding.location
    assert text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1] == "zz-top"


@pytest.mark.parametrize("slip", read_table(), ids=lambda slip: slip.name)
def test_how_lines_end_changes_no_finding(slip: Slip) -> None:
    expected = found_in(slip.text)
    for end in ("\r\n", "\r"):
        assert found_in(slip.text.replace("\n", end)) == expected


def found_in(text: str) -> tuple[Diagnostic, ...]:
    return assemble([read_text("map.yaml", None, text)]).diagnostics
