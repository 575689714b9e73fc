"""SADFace and OVA: the AIF graphs of two other programs."""

import json
from typing import Any

import pytest

from argmap.formats import ova, sadface
from argmap.formats.base import FormatError
from argmap.formats.registry import guess_format
from argmap.model import AttackKind
from tests.formats.shared import CORPORA, needs_corpora

ATOM = {"type": "atom", "metadata": {}, "sources": []}
UUID = "ae3f0c7f-9f69-4cab-9db3-3b9c46f56e09"


@needs_corpora
def test_the_example_of_sadface_comes_in_whole() -> None:
    data = (CORPORA / "sadface" / "hangback.json").read_bytes()
    assert guess_format("x.json", data) is not None
    result = sadface.read(data, "hangback.json")
    assert result.losses == ()
    assert result.map.info.title == "Hangback Example"
    assert result.map.info.editors == ("Simon Wells",)
    assert len(result.map.statements) == 4
    (step,) = result.map.inferences.values()
    assert step.premises == (
        "the-hang-back-campaign-was-the-wrong-campaign-to-run",
        "the-hang-back-advert-does-not-clearly-express-the-intended",
    )
    (attack,) = result.map.attacks
    assert attack.target == "the-hang-back-campaign-was-the-wrong-campaign-to-run"
    assert str(result.map.claims[step.conclusion].origin) == f"hangback.json#{UUID}"


@needs_corpora
def test_a_sadface_file_without_arguments_is_an_empty_map() -> None:
    result = sadface.read((CORPORA / "sadface" / "minimal.json").read_bytes(), "minimal.json")
    assert not result.map.statements
    assert result.map.info.editors == ("A User",)


def sadface_file(nodes: list[dict[str, Any]], edges: list[tuple[str, str]], **more: object) -> bytes:
    rows = [{"id": f"e{n}", "source_id": one, "target_id": other} for n, (one, other) in enumerate(edges)]
    return json.dumps({"nodes": nodes, "edges": rows, "resources": [], **more}).encode()


def test_sources_of_atoms_become_quotes_and_schemes_keep_their_names() -> None:
    nodes: list[dict[str, Any]] = [
        {**ATOM, "id": "a", "text": "A"},
        {
            **ATOM,
            "id": "b",
            "text": "B",
            "sources": [{"resource_id": "r", "text": "so be", "offset": 3, "length": 5}],
        },
        {"id": "s", "type": "scheme", "name": "Expert Opinion"},
        {**ATOM, "id": "x", "text": "X", "metadata": {"mood": "glad"}, "sources": [{"resource_id": "gone"}]},
        {"id": "k", "type": "scheme", "name": "conflict"},
    ]
    resources = [{"id": "r", "type": "text", "content": "It may so be.", "metadata": {"title": "A talk"}}]
    result = sadface.read(
        sadface_file(nodes, [("b", "s"), ("s", "a"), ("x", "k"), ("k", "s")], resources=resources), "f.json"
    )
    assert result.map.claims["b"].quote == "so be"
    assert str(result.map.claims["b"].source) == "a-talk, characters 3+5"
    assert result.map.inferences["s"].scheme == "Expert Opinion"
    (attack,) = result.map.attacks
    assert (attack.target, attack.kind) == ("s", AttackKind.UNDERCUT)
    assert {(loss.what, loss.where) for loss in result.losses} == {
        ("text of a resource", "r"),
        ("source of an atom", "x, number 1"),
        ("metadata `mood`", "x"),
    }


OVA = {
    "nodes": [
        {
            "id": 1,
            "type": "I",
            "text": "A",
            "x": 1,
            "y": 2,
            "visible": True,
            "scheme": "0",
            "participantID": 1,
        },
        {"id": 2, "type": "I", "text": "B", "comment": "an aside", "participantID": 0},
        {"id": 3, "type": "RA", "text": "Position to Know", "scheme": "16"},
        {"id": 4, "type": "CA", "text": "Default Conflict", "scheme": "71"},
    ],
    "edges": [
        {"from": {"id": 2, "text": "B"}, "to": {"id": 3}, "visible": True},
        {"from": {"id": 3}, "to": {"id": 1}},
        {"from": {"id": 2}, "to": {"id": 4}},
        {"from": 4, "to": 1},
    ],
    "participants": [{"id": 1, "firstname": "Ann", "surname": "Lee"}],
    "analysis": {"txt": "A <b>B</b>", "documentTitle": "A day", "documentSource": "https://example.org/a"},
}


def test_an_analysis_of_the_older_ova_comes_in() -> None:
    data = json.dumps(OVA).encode()
    found = guess_format("x.json", data)
    assert found
    assert found.name == "ova"
    result = ova.read(data, "analysis.json")
    assert result.map.claims["1"].by == "ann-lee"
    assert result.map.rebuttals["2"].note == "an aside"
    assert str(result.map.claims["1"].source) == "a-day"
    assert result.map.sources["a-day"].url == "https://example.org/a"
    assert result.map.inferences["3"].scheme == "Position to Know"
    assert [(attack.rebuttal, attack.target) for attack in result.map.attacks] == [("2", "1")]
    assert [loss.what for loss in result.losses] == ["annotated text"]


def test_an_analysis_of_the_newer_ova_is_xaif() -> None:
    new = {"AIF": {"nodes": [{"nodeID": 1, "text": "A", "type": "I"}], "edges": []}, "OVA": {"nodes": []}}
    assert list(ova.read(json.dumps(new).encode(), "x.json").map.claims) == ["1"]


@pytest.mark.parametrize("module", [ova, sadface])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "there are no nodes"),
        ("{}", "there are no nodes"),
        ('{"nodes": [{}]}', "a row of `nodes` has no `id`"),
        ('{"nodes": 1}', "`nodes` must be a list"),
        ("{", "this is not JSON: expecting property name enclosed in double quotes"),
    ],
)
def test_faults_are_told(module: Any, text: str, message: str) -> None:  # noqa: ANN401
    with pytest.raises(FormatError) as caught:
        module.read(text.encode(), "bad.json")
    assert message in {fault.message for fault in caught.value.diagnostics}
