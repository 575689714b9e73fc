"""Carneades: argument graphs with issues, undercutters and assumptions, in and out."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings

from argmap.argument_map import ArgumentMap
from argmap.formats import carneades
from argmap.formats.base import FormatError, Imported
from argmap.formats.registry import guess_format
from tests.examples import examples
from tests.formats.sameness import said
from tests.formats.shared import corpus, needs_corpora
from tests.maps import argument_maps

FILES = corpus("carneades", "*.yml")

GRAPH = """\
meta:
  title: A title
  notes: A note.
  source: A book
  odd: 1
statements:
  p: P is so.
  ¬p: {text: P is not so., meta: {author: Somebody, other: x}}
  q(a, b):
    text: Q
    assumed: true
  r: R
  yes: A truth value
issues:
  i1: {positions: [p, ¬p], standard: brd}
arguments:
  a1:
    scheme: cumulative
    conclusion: p
    premises: {major: "q(a,b)", minor: r}
    undercutter: yes
    weight: 0.5
  a2: {conclusion: ¬p, premises: []}
  a3: {conclusion: r, premises: [yes], undercutter: p}
assumptions: [r, "s(x)"]
language: {s/1: "Say %v."}
references:
  k: {title: K, author: Z, year: 2000}
argument_schemes: [{id: only-named}, {id: full, premises: [x]}]
tests: {in: [p]}
"""


def read(text: str) -> Imported:
    return carneades.read(text.encode(), "graph.yml")


def attacks(argument_map: ArgumentMap) -> set[tuple[str, str, str, str]]:
    return {(each.rebuttal, str(each.kind), each.target, each.scheme) for each in argument_map.attacks}


def faults(text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(FormatError) as error:
        read(text)
    return [
        (each.location.line, each.location.column, each.message, each.hint)
        for each in error.value.diagnostics
    ]


def test_a_graph_becomes_a_map() -> None:
    found = read(GRAPH).map
    assert found.info.title == "A title"
    assert found.info.description == "A note.\n\nSource: A book"
    assert {name: each.text for name, each in found.statements.items()} == {
        "p": "P is so.",
        "not-p": "P is not so.",
        "q-a-b": "Q",
        "r": "R",
        "yes": "A truth value",
        "s-x": "Say x.",
        "a2-default": "Argument a2 holds by default.",
    }
    assert {name for name, each in found.statements.items() if "assumption" in each.tags} == {
        "q-a-b",
        "r",
        "s-x",
    }
    assert {(step.id, step.premises, step.conclusion) for step in found.inferences.values()} == {
        ("a1", ("q-a-b", "r"), "p"),
        ("a2", ("a2-default",), "not-p"),
        ("a3", ("yes",), "r"),
    }
    assert attacks(found) == {
        ("yes", "undercut", "a1", ""),
        ("p", "undercut", "a3", ""),
        ("p", "rebut", "not-p", "issue i1 (BRD)"),
        ("not-p", "rebut", "p", "issue i1 (BRD)"),
    }
    assert found.person_name(found.statements["not-p"].by) == "Somebody"
    assert list(map(str, found.sources["k"].authors)) == ["Z"]


def test_what_is_lost_is_told() -> None:
    assert sorted((loss.what, loss.where) for loss in read(GRAPH).losses) == [
        ("argument_schemes", "full"),
        ("data odd", "meta"),
        ("data other", "¬p"),
        ("data weight", "argument a1"),
        ("data year", "reference k"),
        ("language", "s/1"),
        ("role of a premise", "argument a1: major"),
        ("role of a premise", "argument a1: minor"),
        ("tests", "in"),
    ]


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_graphs_come_in_whole_and_go_out(path: Path) -> None:
    source = yaml.safe_load(path.read_text())
    found = carneades.read(path.read_bytes(), path.name).map
    assert len(found.statements) == len(source["statements"])
    assert len(found.inferences) == len(source["arguments"])
    positions = [len(issue["positions"]) for issue in source.get("issues", {}).values()]
    undercutters = sum("undercutter" in each for each in source["arguments"].values())
    assert len(found.attacks) == sum(count * (count - 1) for count in positions) + undercutters
    exported = carneades.write(found)
    assert exported.losses == ()
    assert said(read(str(exported.text)).map) == said(found)


@settings(max_examples=examples(100), deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_any_map_comes_back(argument_map: ArgumentMap) -> None:
    assume(not any(key.isdecimal() for key in argument_map.people))
    exported = carneades.write(argument_map)
    assert exported.losses == ()
    assert said(read(str(exported.text)).map) == said(argument_map)


@settings(max_examples=examples(50), deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_exports_keep_the_rules_of_carneades(argument_map: ArgumentMap) -> None:
    graph = yaml.safe_load(str(carneades.write(argument_map).text)) or {}
    statements = set(graph.get("statements", {}))
    seen: set[str] = set()
    for issue in graph.get("issues", {}).values():
        assert statements >= set(issue["positions"])
        assert not seen & set(issue["positions"])
        seen |= set(issue["positions"])
    schemes = {each["id"] for each in graph.get("argument_schemes", [])}
    for argument in graph.get("arguments", {}).values():
        named = {argument["conclusion"], *argument.get("premises", []), argument.get("undercutter")}
        assert statements >= named - {None}
        assert argument.get("scheme", "linked") in schemes | {
            "linked",
            "convergent",
            "cumulative",
            "factorized",
        }


def test_an_attack_is_an_argument_for_the_negation() -> None:
    found = read(
        "statements: {p: P, q: Q}\narguments:\n"
        "  a: {conclusion: ¬p, premises: [q], meta: {argmap: {is: attack, by: q, on: p}}}\n"
    )
    assert attacks(found.map) == {("q", "rebut", "p", "")}


def test_every_fault_is_told_with_its_place() -> None:
    text = (
        "statements:\n  rain: It rains.\narguments:\n  a1: {conclusion: wet, premises: [rian]}\n"
        "  a2: [x]\n  a3: {premises: [rain]}\nissues:\n  i: {positions: [rain], standard: X}\n"
    )
    assert faults(text) == [
        (5, 7, "`a2` must be a mapping", "write its fields as `key: value`"),
        (4, 20, "there is no statement `wet`", "define it below `statements:`"),
        (4, 36, "there is no statement `rian`", "did you mean `rain`?"),
        (5, 7, "the argument `a2` needs a conclusion", ""),
        (6, 7, "the argument `a3` needs a conclusion", ""),
        (8, 36, "there is no proof standard `X`", "write PE, CCE or BRD"),
    ]


def test_aliases_are_followed_within_bounds() -> None:
    assert read("statements: {a: &t Text, b: *t}\n").map.claims["b"].text == "Text"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9)
    )
    assert faults(bomb)[0][2] == "aliases repeat too many values"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("statements: " + "[" * 100_000, "values are nested more than 50 deep"),
        ("[a]", "a graph is a mapping of sections"),
        ("statements: [a]", "`statements` must be a mapping of names"),
        ("a: 1\na: 2", "the key `a` is there already"),
        (
            "a: !!python/object:os.system x",
            "the tag `tag:yaml.org,2002:python/object:os.system` has no meaning here",
        ),
        ("a: *b", "there is no `&b` before `*b`"),
        ("a: 1\n--- \nb: 2", "a second document starts here"),
        ("? [a]\n: b", "a key must be text, not a list or mapping"),
    ],
)
def test_hostile_yaml_is_refused(text: str, message: str) -> None:
    assert faults(text)[0][2] == message


def test_a_file_is_recognised() -> None:
    found = guess_format("graph.yml", b"statements:\n  a: b\narguments:\n")
    assert found is not None
    assert found.name == "carneades"
    assert guess_format("claims.yaml", b"claims:\n  - id: statements\n") is None
