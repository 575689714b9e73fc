"""The cells of a table hold the words of the map, for programs and in spreadsheets."""

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats.registry import BY_NAME
from argmap.model import Claim
from tests.formats.test_markdown import AWKWARD, words
from tests.maps import NASTY

OFFICE: Final = shutil.which("soffice")
FORMULAS: Final = ("=1+1", "'=1", "''=1", " +1", "-1", "@x", "\uff1d1", "\u200b=1", "'quoted'", "it's", "'")
UTF_8: Final = "CSV:44,34,76,1"


def written(listed: list[str]) -> str:
    claims = {f"c{n}": Claim(id=f"c{n}", title="T", text=text) for n, text in enumerate(listed)}
    return BY_NAME["csv"].write(ArgumentMap(claims=claims)).parts[0][1]


def texts_in(table: str) -> list[str]:
    rows = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))
    return [row["text"] for row in rows]


def uncovered(cell: str) -> str:
    """Take away the apostrophe that stands before what looks like a formula, as the documentation says."""
    return (
        cell[1:]
        if re.match(r"''*(?:[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])", cell)
        else cell
    )


@settings(max_examples=200, deadline=None)
@given(words | st.sampled_from(FORMULAS))
def test_texts_come_back_and_none_is_a_formula(text: str) -> None:
    said = Claim(id="x", text=text).text or ""
    (cell,) = texts_in(written([text]))
    assert uncovered(cell) == said
    assert not re.match(r"[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell)


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not at hand")
def test_a_spreadsheet_shows_the_words(tmp_path: Path) -> None:
    assert OFFICE
    table = written([text for text in (*AWKWARD, *NASTY, *FORMULAS) if text.strip() and text != "1:30"])
    (tmp_path / "map.csv").write_text(table, encoding="utf-8", newline="")
    wanted = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "out")]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [OFFICE, home, "--headless", f"--infilter={UTF_8}", *wanted, str(tmp_path / "map.csv")]
    subprocess.run(command, capture_output=True, check=True)
    shown = (tmp_path / "out" / "map.csv").read_text(encoding="utf-8")
    assert texts_in(shown) == [re.sub("\r\n?", "\n", text) for text in texts_in(table)]
