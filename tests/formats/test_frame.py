"""Whatever stands in a foreign file, its reader ends with a map or with findings that have a place."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic
from argmap.formats.base import SYNTAX, FormatError, Imported
from argmap.formats.frame import UNEXPECTED, read_framed
from argmap.formats.registry import BY_NAME
from argmap.model import Name
from tests.examples import examples
from tests.formats.sizes import FILES

JSON_FORMATS = ("aif", "xaif", "ova", "sadface", "argdown-json", "csl-json")
JUNK: tuple[object, ...] = (
    None,
    True,
    -1,
    1.5,
    1e300,
    "",
    " ",
    "a b",
    "\u200b",
    "\ud800",
    "\x1b[31m",
    [],
    {},
    [[]],
    [{}],
    {"": ""},
)


def faults(name: str, data: str | bytes) -> tuple[Diagnostic, ...]:
    try:
        BY_NAME[name].read(data, "in.x")
    except FormatError as error:
        return error.diagnostics
    return ()


def told(name: str, data: str | bytes) -> list[tuple[int, int, str]]:
    return [(one.location.line, one.location.column, one.message) for one in faults(name, data)]


UNKNOWN = "the entity `eacute` is not defined in this file"
CARNEADES = "statements:\n  c3: {text: Old, meta: {argmap: {restates: [a b]}}}\n"


ATTACK = """statements: {p: P}
arguments:
  a: {conclusion: p, premises: [p], meta: {argmap: {is: attack, by: p}}}
"""
RELATION = (
    '{"statements": {"a": {}}, "arguments": {}, "relations": [{"relationType": "support", "from": "a",'
    ' "to": "a", "fromType": "equivalence-class", "toType": []}]}'
)
OUTSIDE = '<!DOCTYPE arggraph SYSTEM "x.dtd">\n'


@pytest.mark.parametrize(
    ("name", "data", "place", "message"),
    [
        ("carneades", CARNEADES, (2, 46), "the claim `c3`: `a b` cannot be a key or id"),
        ("carneades", ATTACK, (3, 52), "it attacks nothing"),
        ("argdown-json", RELATION, (1, 105), "there is no `toType` that fits \u201ca\u201d"),
        (
            "arggraph",
            '<?xml version="1.0" encoding="UTTF-8"?><arggraph/>',
            (1, 1),
            "unknown encoding: UTTF-8",
        ),
        ("arggraph", f'{OUTSIDE}<arggraph id="q"><edu id="e">caf&eacute;</edu></arggraph>', (2, 33), UNKNOWN),
        ("arggraph", f'{OUTSIDE}<arggraph id="caf&eacute;"/>', (2, 1), UNKNOWN),
        ("csl-json", "[" * 100_000, (1, 1), "brackets are nested too deeply"),
    ],
)
def test_values_that_no_map_can_hold(name: str, data: str, place: tuple[int, int], message: str) -> None:
    assert told(name, data) == [(*place, message)]


def test_only_so_many_records_are_told_one_by_one() -> None:
    found = told("carneades", FILES["carneades"]["faulty-values"](50))
    assert len(found) == 21
    assert found[-1] == (1, 1, "30 more records hold what no map can hold")


@pytest.mark.parametrize(
    "title", ["{" * 300 + "}" * 300, "\\input", "\\href{http://x}{y}", "\\verb|", "\\begin{x}", "$" * 99]
)
def test_latex_that_cannot_be_read_stays_and_is_told(title: str) -> None:
    imported = BY_NAME["bibtex"].read(f"@book{{k, title={{{title}}}, publisher={{P}}}}", "in.bib")
    assert imported.map.sources["k"].publisher == "P"


def test_a_name_without_letters_is_left_out_and_told() -> None:
    authors = [{"family": "", "given": ""}, {"literal": ""}, {"name": "FERRY Collaboration"}, {}, 1]
    imported = BY_NAME["csl-json"].read(json.dumps([{"id": "k", "title": "T", "author": authors}]), "in.json")
    assert imported.map.sources["k"].authors == (Name(organization="FERRY Collaboration"),)
    assert [loss.what for loss in imported.losses] == ["name without words"] * 4


def test_what_nobody_foresaw_is_a_finding() -> None:
    def reader(data: bytes, file: str) -> Imported:
        raise KeyError(file, data)

    with pytest.raises(FormatError) as caught:
        read_framed(reader, b"x", "in.x")
    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.message) == (SYNTAX, UNEXPECTED)
    assert "KeyError" in finding.hint


def test_what_is_nested_too_deeply_is_a_finding() -> None:
    def reader(data: bytes, file: str) -> Imported:
        return reader(data, file)

    with pytest.raises(FormatError, match="too deeply"):
        read_framed(reader, b"x", "in.x")


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, item in inner for each in paths(item, (*path, key)))]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """A file of a JSON format in which some values are what nobody expects."""
    name = draw(st.sampled_from(JSON_FORMATS))
    label = draw(st.sampled_from(sorted(FILES[name])))
    root = json.loads(FILES[name][label](3))
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from([path for path in paths(root) if path]))
        inside = root
        for key in way:
            inside = inside[key]
        inside[last] = deepcopy(draw(st.sampled_from(JUNK)))
    return name, json.dumps(root)


@settings(max_examples=examples(100), deadline=None)
@given(spoilt())
def test_no_value_is_unexpected(file: tuple[str, str]) -> None:
    for finding in faults(*file):
        assert finding.message != UNEXPECTED, finding
        assert finding.location.line >= 1
        assert finding.location.column >= 1
