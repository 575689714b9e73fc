"""Whatever two maps hold, what is said of them is whole: as text, Markdown and JSON."""

import json
import re

from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.compare import compare_with_key
from argmap.queries.comparing.faults import FaultKind
from argmap.report.compare import COLUMNS, compare_row, print_comparison
from argmap.report.compare_json import comparisons_document
from argmap.report.compare_markdown import compare_markdown
from argmap.report.compare_words import TITLES, Wording
from argmap.report.console import TextConsole
from tests.examples import examples
from tests.maps import argument_maps

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


@settings(max_examples=examples(60), deadline=None)
@given(argument_maps(), argument_maps())
def test_everything_is_told(key: ArgumentMap, other: ArgumentMap) -> None:
    comparison = compare_with_key(key, other)
    console = TextConsole()
    print_comparison(comparison, console)
    assert console.text()
    assert compare_row(comparison).keys() == COLUMNS.keys()
    wording = Wording(comparison)
    assert all(wording.fault(fault).strip() for fault in comparison.faults)
    assert json.dumps(comparisons_document("key", [("map", 0, comparison)]))


@settings(max_examples=examples(60), deadline=None)
@given(argument_maps(), argument_maps())
def test_no_text_breaks_the_tables_of_the_feedback(key: ArgumentMap, other: ArgumentMap) -> None:
    text = compare_markdown(compare_with_key(key, other), name="a|b", key="k")
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert {len(_BAR.findall(row)) for row in rows} <= {8, 4}


def test_every_fault_has_a_title() -> None:
    assert set(TITLES) == set(FaultKind)
