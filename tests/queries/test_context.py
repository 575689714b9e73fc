"""Nothing that somebody stated hangs in the air where what only the editor sees is left out."""

import pytest
from hypothesis import given

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.model import Basis, Claim, Rebuttal
from argmap.queries.context import context_of, targets_of
from argmap.queries.part import part_of
from argmap.queries.roots import find_roots
from argmap.queries.select import Selection, select
from argmap.render.diagram import Box
from argmap.render.html.document import Standings, document
from argmap.render.html.voices import Voice
from argmap.render.maps import diagram_of
from argmap.render.views import view_of
from tests.maps import argument_maps
from tests.sketch import sketch

KINDS = {
    "claim": "ada: a [inferred]\nada: z [inferred]\nbob: b -> a",
    "reply": "ada: t\nbob: a -> t [inferred]\nada: b -> a",
    "inferred conclusion": "ada: a < i=p [inferred]\nada: p\nbob: b -| i",
    "inferred premise": "ada: c < i=a\nada: a [inferred]\nbob: b -| i",
    "chain": "ada: t [inferred]\nbob: a -> t [inferred]\nada: c -> a [inferred]\nbob: b -> c",
}
CONTEXTS = {"chain": {"t", "a", "c"}}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_stated_rebuttal_attacks_is_shown(kind: str) -> None:
    drawn = sketch(KINDS[kind])
    expected = CONTEXTS.get(kind, {"a"})
    assert context_of(drawn, drawn.statements) == expected
    shown = set(select(drawn, Selection()))
    assert {key for key in shown if drawn.statements[key].basis is Basis.INFERRED} == expected
    assert "b" not in find_roots(drawn, sorted(shown))


def test_to_undercut_an_inferred_attack_one_must_see_what_it_attacks() -> None:
    claim = Claim.model_validate({"id": "t", "text": "x", "basis": "inferred"})
    aims = [{"target": "t", "id": "one"}]
    inferred = Rebuttal.model_validate({"id": "r", "text": "x", "attacks": aims, "basis": "inferred"})
    stated = Rebuttal.model_validate({"id": "u", "text": "x", "kind": "undercut", "attacks": "one"})
    drawn = ArgumentMap(claims={"t": claim}, rebuttals={"r": inferred, "u": stated})
    assert select(drawn, Selection()) == ("t", "r", "u")
    assert {(line.tail, line.head) for line in diagram_of(drawn).lines} == {
        ("r", "one"),
        ("one", "t"),
        ("u", "one"),
    }


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("ada: p\nbob: a -> p < p [inferred]", {}, ("p",)),
        ("ada: p\nada: a < p [inferred]", {}, ("p",)),
        (KINDS["claim"], {"by": ("ada",)}, ()),
        (KINDS["claim"], {"by": ("bob",)}, ("b",)),
        (KINDS["claim"], {"by": ("bob",), "depth": 1}, ("a", "b")),
        (KINDS["claim"], {"by": ("ada", "bob")}, ("a", "b")),
        (KINDS["claim"], {"focus": ("b",)}, ("a", "b")),
        (KINDS["claim"], {"focus": ("a",)}, ("a", "b")),
        (KINDS["claim"], {"focus": ("a",), "depth": 0}, ()),
        (KINDS["claim"] + "\neve: c -> a", {"focus": ("b",), "depth": 2}, ("a", "b", "c")),
        (KINDS["chain"], {"focus": ("b",), "depth": 2}, ("a", "c", "b")),
        (KINDS["reply"], {"by": ("ada",), "depth": 2}, ("t", "a", "b")),
    ],
    ids=str,
)
def test_only_what_a_selection_would_take_with_it_is_context(
    text: str, options: dict[str, object], expected: tuple[str, ...]
) -> None:
    assert select(sketch(text), Selection(**options)) == expected  # type: ignore[arg-type]


@given(argument_maps())
def test_no_rebuttal_is_without_its_target(argument_map: ArgumentMap) -> None:
    shown = select(argument_map, Selection())
    stated = {key for key, one in argument_map.statements.items() if one.basis is Basis.STATED}
    assert stated <= set(shown)
    for key in shown:
        assert set(targets_of(argument_map, key)) <= set(shown)
    attacked = {target for key in shown for target in targets_of(argument_map, key)}
    assert set(shown) - stated <= attacked
    related = {end for line in diagram_of(argument_map).lines for end in (line.tail, line.head)}
    assert {key for key in shown if key in argument_map.rebuttals} <= related


@given(argument_maps())
def test_pictures_mark_the_context(argument_map: ArgumentMap) -> None:
    for view in ("map", "dialogue"):
        for box in view_of(argument_map, view).boxes:
            assert isinstance(box, Box)
            assert box.inferred == (argument_map.statements[box.id].basis is Basis.INFERRED)


@given(argument_maps())
def test_a_reader_of_the_viewer_cannot_put_the_context_away(argument_map: ArgumentMap) -> None:
    for selection in (Selection(), Selection(include_inferred=True)):
        diagram = diagram_of(argument_map, selection)
        page = document(
            argument_map,
            diagram,
            Standings.of(argument_map),
            {None: Voice("none", "#000000")},
            Bibliography(argument_map),
        )
        records = {one["id"]: one for one in page["statements"]}  # type: ignore[attr-defined]
        there = {key for key, one in records.items() if not one.get("inferred") or one.get("context")}
        assert there == set(select(argument_map, Selection()))
        assert page["inferred"] == selection.include_inferred


def test_a_part_keeps_a_rebuttal_a_rebuttal() -> None:
    drawn = sketch(KINDS["claim"])
    part = part_of(drawn, select(drawn, Selection(by=("ada", "bob")))).map
    assert list(part.rebuttals) == ["b"]
    assert part.claims["a"].basis is Basis.INFERRED
