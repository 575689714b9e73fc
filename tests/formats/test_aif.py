"""AIF: what the corpora hold comes in, and what came in goes out."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.formats import aif, xaif
from argmap.formats.base import FormatError, Imported
from argmap.model import AttackKind, Basis
from tests.effort import grows_linearly
from tests.examples import examples
from tests.formats.shared import corpus, lines, needs_corpora, relations, without_origins
from tests.maps import argument_maps

FILES = corpus("aif", "*.json")


def rows(content: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if isinstance(content, list):
        return content
    return [dict(zip(content, row, strict=True)) for row in zip(*content.values(), strict=True)]


def document(nodes: Sequence[tuple[str, ...]], edges: list[tuple[Any, Any]], **more: object) -> bytes:
    """Nodes are (id, type[, text]), edges (from, to)."""
    return json.dumps(
        {
            "nodes": [
                {"nodeID": node[0], "type": node[1], "text": (node[2:] or (f"text {node[0]}",))[0]}
                for node in nodes
            ],
            "edges": [{"edgeID": n, "fromID": one, "toID": other} for n, (one, other) in enumerate(edges)],
            "locutions": [],
            **more,
        }
    ).encode()


def imported(nodes: Sequence[tuple[str, ...]], edges: list[tuple[Any, Any]], **more: object) -> Imported:
    return aif.read(document(nodes, edges, **more), "map.json")


def lost(result: Imported) -> list[tuple[str, str]]:
    return [(loss.what, loss.where) for loss in result.losses]


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_propositions_inferences_conflicts_and_speakers_are_all_there(path: Path) -> None:
    source = json.loads(path.read_text())
    nodes, edges = rows(source["nodes"]), rows(source["edges"])
    kinds = {node["nodeID"]: node["type"] for node in nodes}
    result = aif.read(path.read_bytes(), path.name)
    whole: Counter[str] = Counter()
    for node in nodes:
        into = [e["fromID"] for e in edges if e["toID"] == node["nodeID"] and kinds[e["fromID"]] in "IL"]
        out = [e["toID"] for e in edges if e["fromID"] == node["nodeID"]]
        whole[node["type"]] += bool(into and out)
    losses = Counter(loss.what for loss in result.losses)
    assert len(result.map.statements) == Counter(kinds.values())["I"] + losses["locution (L) as such"]
    assert len(result.map.inferences) == whole["RA"]
    assert len(result.map.attacks) == whole["CA"]
    assert (
        sum(count for what, count in losses.items() if "(RA)" in what)
        == Counter(kinds.values())["RA"] - whole["RA"]
    )
    assert (
        sum(count for what, count in losses.items() if "(CA)" in what)
        == Counter(kinds.values())["CA"] - whole["CA"]
    )
    speakers = {str(said["personID"]) for said in rows(source["locutions"])}
    origins = {person.origin.id for person in result.map.people.values() if person.origin}
    assert speakers <= origins


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("module", [aif, xaif], ids=["aif", "xaif"])
def test_what_came_in_goes_out_and_comes_in_again(path: Path, module: Any) -> None:  # noqa: ANN401
    first = aif.read(path.read_bytes(), path.name)
    exported = module.write(first.map)
    again = module.read(exported.text.encode(), path.name)
    assert exported.losses == ()
    assert relations(again.map) == relations(first.map)
    before, after = without_origins(first.map), without_origins(again.map)
    assert after["claims"] == before["claims"]
    assert after["rebuttals"] == before["rebuttals"]
    assert {person["name"] for person in after["people"].values()} == {
        person["name"] for person in before["people"].values()
    }


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_node_is_carried_over_or_named_as_lost(path: Path) -> None:
    source = json.loads(path.read_text())
    result = aif.read(path.read_bytes(), path.name)
    found = {origin.id for record in result.map.statements.values() if (origin := record.origin)}
    found |= set(result.map.inferences) | {attack.id for attack in result.map.attacks}
    named = {loss.where for loss in result.losses}
    rephrased = sum(len(statement.restates) for statement in result.map.statements.values())
    for node in rows(source["nodes"]):
        if node["type"] in {"TA", "RA", "CA", "I"}:
            assert (node["nodeID"] in found) is not (node["nodeID"] in named)
    lost_rephrases = sum("rephrase (MA)" in loss.what for loss in result.losses)
    kinds = Counter(node["type"] for node in rows(source["nodes"]))
    assert rephrased + lost_rephrases >= kinds["MA"]


@needs_corpora
def test_a_dialogue_keeps_speakers_words_and_times() -> None:
    path = next(path for path in FILES if "17918" in path.name)
    result = aif.read(path.read_bytes(), path.name)
    some = result.map.claims["510975"]
    assert some.by == "fiona-bruce"
    assert some.text == "some schools are not going to go back on the 1st June"
    assert some.quote == "Some are not"
    assert some.source
    assert str(some.source) == "qt30_nodeset17918, 2020-05-21 22:52:03"
    assert some.restates == ("510970",)
    assert result.map.people["fiona-bruce"].origin
    assert result.map.people["fiona-bruce"].origin.id == "3812"


@settings(max_examples=examples(100), deadline=None)
@given(argument_maps())
def test_relations_of_any_map_come_back(argument_map: ArgumentMap) -> None:
    for module in (aif, xaif):
        exported = module.write(argument_map)
        again = module.read(str(exported.text).encode(), "map.json").map
        before, after = relations(argument_map), relations(again)
        assert before.pop("names").items() <= after.pop("names").items()
        assert after == before
        told = {statement.id: lines(statement.text) for statement in argument_map.statements.values()}
        assert {statement.id: statement.text for statement in again.statements.values()} == told


@settings(max_examples=examples(100), deadline=None)
@given(argument_maps())
def test_what_aif_can_carry_it_carries_without_end(argument_map: ArgumentMap) -> None:
    once = aif.read(str(aif.write(argument_map).text).encode(), "map.json").map
    exported = aif.write(once)
    twice = aif.read(str(exported.text).encode(), "map.json").map
    assert [loss.what for loss in exported.losses if "source" not in loss.what] == []
    assert without_origins(twice) == without_origins(once)


def test_linked_premises_stay_linked() -> None:
    result = imported([("a", "I"), ("b", "I"), ("c", "I"), ("r", "RA")], [("a", "r"), ("b", "r"), ("r", "c")])
    assert result.map.inferences["r"].premises == ("a", "b")
    assert result.losses == ()


def test_a_conflict_with_an_inference_undercuts_it() -> None:
    result = imported(
        [("a", "I"), ("b", "I"), ("x", "I"), ("r", "RA"), ("k", "CA")],
        [("a", "r"), ("r", "b"), ("x", "k"), ("k", "r")],
    )
    (attack,) = result.map.attacks
    assert (attack.rebuttal, attack.target, attack.kind) == ("x", "r", AttackKind.UNDERCUT)


def test_a_conflict_with_a_conflict_undercuts_who_makes_it() -> None:
    result = imported(
        [("a", "I"), ("x", "I"), ("y", "I"), ("k", "CA"), ("l", "CA")],
        [("x", "k"), ("k", "a"), ("y", "l"), ("l", "k")],
    )
    assert [(attack.rebuttal, attack.target, attack.kind.value) for attack in result.map.attacks] == [
        ("x", "a", "rebut"),
        ("y", "x", "undercut"),
    ]


def test_a_conflict_with_one_of_two_conflicts_names_it() -> None:
    result = imported(
        [("a", "I"), ("b", "I"), ("x", "I"), ("y", "I"), ("k", "CA"), ("m", "CA"), ("l", "CA")],
        [("x", "k"), ("k", "a"), ("x", "m"), ("m", "b"), ("y", "l"), ("l", "m")],
    )
    assert [(attack.rebuttal, attack.target, attack.denies) for attack in result.map.attacks] == [
        ("x", "a", ""),
        ("x", "b", ""),
        ("y", "x", "m"),
    ]
    assert result.losses == ()


def test_several_attackers_attack_together() -> None:
    result = imported([("a", "I"), ("x", "I"), ("y", "I"), ("k", "CA")], [("x", "k"), ("y", "k"), ("k", "a")])
    (attack,) = result.map.attacks
    assert (attack.rebuttal, attack.jointly) == ("x", ("y",))


def test_circles_of_support_and_of_conflict_come_in() -> None:
    result = imported(
        [
            ("a", "I"),
            ("b", "I"),
            ("r", "RA"),
            ("s", "RA"),
            ("k", "CA"),
            ("l", "CA"),
            ("c", "CA"),
            ("d", "CA"),
        ],
        [
            *(("a", "r"), ("r", "b"), ("b", "s"), ("s", "a")),
            *(("a", "k"), ("k", "b"), ("b", "l"), ("l", "a")),
            *(("a", "c"), ("c", "d"), ("b", "d"), ("d", "c")),
        ],
    )
    assert len(result.map.inferences) == 2
    assert len(result.map.attacks) == 4


def test_schemes_are_kept_and_default_ones_are_none() -> None:
    nodes = [("a", "I"), ("b", "I"), ("r", "RA", "Expert Opinion"), ("s", "RA", "Default Inference")]
    result = imported(nodes, [("a", "r"), ("r", "b"), ("a", "s"), ("s", "b")])
    assert [step.scheme for step in result.map.inferences.values()] == ["Expert Opinion", None]


def test_speakers_come_from_participants_or_from_the_words() -> None:
    nodes = [
        ("1", "L", "Ann Lee : so it is"),
        ("2", "YA", "Asserting"),
        ("3", "I", "it is so"),
        ("4", "L", "Bo : hm"),
    ]
    people = [
        {"participantID": 7, "firstname": "Ann", "surname": "Lee"},
        {"participantID": 8, "surname": "Cy"},
    ]
    said = [{"nodeID": 1, "personID": 7}]
    result = imported(nodes, [(1, 2), (2, 3)], participants=people, locutions=said)
    assert {key: person.name for key, person in result.map.people.items()} == {
        "ann-lee": "Ann Lee",
        "cy": "Cy",
        "bo": "Bo",
    }
    assert result.map.claims["3"].by == "ann-lee"
    assert result.map.claims["3"].quote == "so it is"
    assert lost(result) == [("locution (L)", "4")]


def test_two_speakers_of_one_proposition_become_a_joint_voice_and_part_again() -> None:
    nodes = [("1", "L", "Ann : yes"), ("2", "YA"), ("3", "I", "yes"), ("4", "L", "Bo : yes"), ("5", "YA")]
    said = [{"nodeID": 1, "personID": "a"}, {"nodeID": 4, "personID": "b"}]
    result = imported(nodes, [(1, 2), (2, 3), (4, 5), (5, 3)], locutions=said)
    voice = result.map.people[str(result.map.claims["3"].by)]
    assert (voice.name, voice.members) == ("Ann and Bo", ("a", "b"))
    again = aif.read(str(aif.write(result.map).text).encode(), "again.json")
    assert without_origins(again.map)["people"] == without_origins(result.map)["people"]


def test_a_question_is_not_an_assertion_where_somebody_asserts() -> None:
    nodes = [
        *(("1", "L", "Ann : is it?"), ("2", "YA", "Assertive Questioning"), ("3", "I", "it is")),
        *(("4", "L", "Bo : it is"), ("5", "YA", "Asserting")),
    ]
    said = [{"nodeID": 1, "personID": "a"}, {"nodeID": 4, "personID": "b"}]
    result = imported(nodes, [(1, 2), (2, 3), (4, 5), (5, 3)], locutions=said)
    assert result.map.claims["3"].by == "b"
    assert ("locution (L) of another speaker", "1") in lost(result)


def test_a_locution_in_an_argument_gives_way_to_what_it_says() -> None:
    nodes = [("1", "L", "Ann : yes"), ("2", "YA", ""), ("3", "I", "yes"), ("4", "I", "so"), ("5", "RA", "")]
    result = imported(nodes, [("1", "2"), ("2", "3"), ("1", "5"), ("5", "4")])
    assert relations(result.map)["inferences"] == {("5", ("3",), "4", "")}
    assert set(result.map.statements) == {"3", "4"}
    assert lost(result) == [("part of a locution (L) in an argument", "1")]


def test_a_locution_that_says_nothing_else_stands_for_itself() -> None:
    nodes = [("1", "L", "Ann : yes"), ("2", "L", "Bo : so"), ("3", "RA")]
    result = imported(nodes, [("1", "3"), ("3", "2")])
    assert [(claim.by, claim.text) for claim in result.map.claims.values()] == [("ann", "yes"), ("bo", "so")]
    assert lost(result) == [("locution (L) as such", "1"), ("locution (L) as such", "2")]


def test_a_locution_that_no_inference_and_no_conflict_needs_is_no_statement() -> None:
    nodes = [
        *(("1", "L", "Ann : yes"), ("2", "L", "Bo : yes"), ("3", "L", "Cy : yes")),
        *(("a", "I", "so"), ("b", "I", "thus"), ("r", "RA", ""), ("m", "MA"), ("k", "CA")),
    ]
    edges = [("1", "r"), ("a", "r"), ("r", "b"), ("r", "2"), ("3", "m"), ("m", "a"), ("2", "k"), ("k", "q")]
    result = imported(nodes, edges)
    assert relations(result.map)["inferences"] == {("r", ("a",), "b", "")}
    assert set(result.map.statements) == {"a", "b"}
    assert [person.name for person in result.map.people.values()] == ["Ann", "Bo", "Cy"]
    assert [found for found in lost(result) if "locution" in found[0]] == [
        ("part of a locution (L) in an argument", "1"),
        ("part of a locution (L) in an argument", "2"),
        ("part of a locution (L) in an argument", "3"),
    ]


def said_by(words: dict[str, tuple[str, ...]], **more: object) -> Imported:
    """A proposition for each locution, which the people of those numbers said."""
    nodes, edges = [], []
    for n, text in enumerate(words):
        nodes += [(f"l{n}", "L", text), (f"y{n}", "YA", "Asserting"), (f"i{n}", "I", f"so {n}")]
        edges += [(f"l{n}", f"y{n}"), (f"y{n}", f"i{n}")]
    said = [{"nodeID": f"l{n}", "personID": p} for n, people in enumerate(words.values()) for p in people]
    return imported(nodes, edges, locutions=said, **more)


def speakers(result: Imported) -> list[str]:
    return [result.map.person_name(claim.by) if claim.by else "" for claim in result.map.claims.values()]


def test_one_number_for_several_people_is_parted_by_the_words() -> None:
    words: dict[str, tuple[str, ...]] = {
        "Ann : one": ("7",),
        "Ann : two": ("7",),
        "Bo : three": ("7",),
        "Lee Cy : four": ("8",),
        "Cy Lee : five": ("8",),
        "Lee  Cy : six": ("8",),
        "Bo : seven": ("9",),
    }
    result = said_by(words)
    assert speakers(result) == ["Ann", "Ann", "Bo", "Lee Cy", "Lee Cy", "Lee Cy", "Bo"]
    assert [claim.quote for claim in result.map.claims.values()][3:6] == ["four", "five", "six"]
    assert [(person.name, str(person.origin)) for person in result.map.people.values()] == [
        ("Ann", "map.json#7"),
        ("Lee Cy", "map.json#8"),
        ("Bo", "map.json#9"),
    ]
    assert lost(result) == [("second speaker of a locution", "7 of l2")]


def test_several_numbers_for_one_name_are_the_one_who_says_most() -> None:
    words: dict[str, tuple[str, ...]] = {"Ann : one": ("5", "6", "6"), "Ann : two": ("6",), "Bo : x": ("4",)}
    result = said_by(words)
    assert [claim.by for claim in result.map.claims.values()] == ["ann-2", "ann-2", "bo"]
    assert lost(result) == [("second number of a speaker", "5 of l0")]


def test_a_list_of_participants_counts_more_than_the_words() -> None:
    listed = [{"participantID": 7, "firstname": "Ann", "surname": "Lee"}]
    result = said_by({"Annie : one": ("7",)}, participants=listed)
    assert speakers(result) == ["Ann Lee"]
    assert result.map.claims["i0"].quote == "Annie : one"


@pytest.mark.parametrize("colon", [":", ": "])
def test_a_colon_without_a_blank_before_it_needs_a_known_name(colon: str) -> None:
    spaced = said_by({"Ann : one": (), f"Ann{colon}two": (), f"The point{colon}three": ()})
    assert speakers(spaced) == ["Ann", "Ann" if colon == ": " else "", ""]
    tight = said_by({"Ann : one": (), "Bo :two": ()})
    assert speakers(tight) == ["Ann", "Bo"]


def test_equally_named_voices_of_different_people_stay_apart() -> None:
    nodes, edges, said = [], [], []
    for n, people in enumerate((("1", "3"), ("2", "3"))):
        nodes.append((f"i{n}", "I", f"so {n}"))
        for person in people:
            act = f"{n}y{person}"
            nodes += [(f"{n}l{person}", "L", "Ann : so" if person != "3" else "Bo : so"), (act, "YA", "")]
            edges += [(f"{n}l{person}", act), (act, f"i{n}")]
            said.append({"nodeID": f"{n}l{person}", "personID": person})
    result = imported(nodes, edges, locutions=said)
    voices = [result.map.people[str(claim.by)] for claim in result.map.claims.values()]
    assert [(voice.name, voice.members) for voice in voices] == [
        ("Ann and Bo", ("ann", "bo")),
        ("Ann and Bo", ("ann-2", "bo")),
    ]
    exported = aif.write(result.map)
    assert exported.losses == ()
    again = aif.read(str(exported.text).encode(), "map.json")
    assert without_origins(again.map) == without_origins(result.map)


def test_words_without_a_speaker_come_back() -> None:
    nodes = [("1", "L", "it rains, then"), ("2", "YA"), ("3", "I", "rain is falling")]
    result = imported(nodes, [(1, 2), (2, 3)])
    assert (result.map.claims["3"].by, result.map.claims["3"].quote) == (None, "it rains, then")
    exported = aif.write(result.map)
    assert [loss.what for loss in exported.losses] == ["source of a statement", "source"]
    again = aif.read(str(exported.text).encode(), "map.json")
    assert without_origins(again.map) == without_origins(result.map)


def test_who_draws_an_inference_is_named_as_lost() -> None:
    nodes = [("a", "I"), ("b", "I"), ("r", "RA")]
    result = imported(nodes, [("a", "r"), ("r", "b")], locutions=[{"nodeID": "r", "personID": "7"}])
    assert lost(result) == [("speaker of a node of type RA", "7 of r")]


def test_a_work_without_a_time_is_kept() -> None:
    nodes = [("1", "L", "Ann : so"), ("2", "YA"), ("3", "I", "so")]
    said = [{"nodeID": "1", "personID": "7", "source": "talk"}]
    result = imported(nodes, [(1, 2), (2, 3)], locutions=said)
    assert str(result.map.claims["3"].source) == "talk"


def test_several_conclusions_and_several_targets_become_several() -> None:
    nodes = [("a", "I"), ("b", "I"), ("c", "I"), ("r", "RA"), ("k", "CA"), ("s", "RA")]
    result = imported(
        nodes, [("a", "r"), ("r", "b"), ("r", "c"), ("a", "k"), ("k", "b"), ("k", "r"), ("k", "s")]
    )
    assert [(step.id, step.conclusion) for step in result.map.inferences.values()] == [
        ("r", "b"),
        ("r-2", "c"),
    ]
    assert str(result.map.inferences["r-2"].origin) == "map.json#r"
    assert [attack.target for attack in result.map.attacks] == ["b", "r", "r-2"]
    assert lost(result) == [
        ("inference (RA) with several conclusions as one", "r"),
        ("inference (RA) without a premise", "s"),
        ("conflict (CA) with several targets as one", "k"),
    ]


def test_a_conflict_with_what_is_lost_is_lost_and_named() -> None:
    nodes = [("a", "I"), ("r", "RA"), ("k", "CA"), ("l", "CA")]
    result = imported(nodes, [("a", "k"), ("k", "r"), ("a", "l"), ("l", "k")])
    assert lost(result) == [
        ("inference (RA) without a premise", "r"),
        ("conflict (CA)", "k"),
        ("conflict (CA)", "l"),
    ]


def test_an_unstated_premise_is_inferred() -> None:
    result = imported([("a", "EN"), ("b", "I"), ("r", "RA")], [("a", "r"), ("r", "b")])
    assert result.map.claims["a"].basis is Basis.INFERRED


def test_what_cannot_be_carried_over_is_named() -> None:
    nodes = [
        *(("a", "I"), ("b", "I"), ("t", "TA"), ("p", "PA"), ("z", "ZZ")),
        *(("r", "RA"), ("q", "RA"), ("k", "CA"), ("m", "MA", "Generalisation")),
    ]
    edges = [("a", "r"), ("q", "b"), ("k", "a"), ("a", "m"), ("m", "b"), ("a", "b"), ("a", "nowhere")]
    assert sorted(lost(imported(nodes, edges, text="spoken"))) == [
        ("annotated text", "`text`"),
        ("conflict (CA) without an attacker", "k"),
        ("edge from I to I", "a to b"),
        ("edge to a missing node", "a to nowhere"),
        ("inference (RA) without a conclusion", "r"),
        ("inference (RA) without a premise", "q"),
        ("node of type PA", "p"),
        ("node of type ZZ", "z"),
        ("scheme of a rephrase (MA)", "m"),
        ("transition (TA)", "t"),
    ]


def test_half_locutions_and_mere_numbers_of_schemes_are_named() -> None:
    result = imported(
        [("a", "I"), ("b", "I"), ("r", "RA", "RA"), ("s", "RA", "Analogy")],
        [("a", "r"), ("r", "b"), ("a", "s"), ("s", "b")],
        locutions=[{"nodeID": "a"}, {"personID": 3}],
        participants=[{}, {"firstname": "Ann"}],
        schemefulfillments=[{"nodeID": "r", "schemeID": "15"}, {"nodeID": "s", "schemeID": "1"}],
    )
    assert lost(result) == [
        ("participant", "number 0"),
        ("locution", "number 0"),
        ("locution", "number 1"),
        ("scheme 15", "r"),
    ]
    assert [person.name for person in result.map.people.values()] == ["Ann"]


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": [], "edges": [], "locutions": []}',
        '{"nodes": []}',
        '{"edges": null, "nodes": null, "locutions": null}',
        '{"AIF": {"nodes": [], "edges": [], "participants": null}, "text": {"txt": ""}, "OVA": {}}',
        '{"nodes": {}, "edges": {}, "locutions": {}}',
    ],
)
def test_empty_files_are_empty_maps(text: str) -> None:
    result = aif.read(text.encode(), "empty.json")
    assert without_origins(result.map) == without_origins(ArgumentMap())
    assert result.losses == ()


def test_nodes_in_columns_are_read_as_rows() -> None:
    text = {
        "nodes": {"nodeID": [1.0, 2, "3"], "type": ["I", "I", "RA"], "text": ["a", "b", None]},
        "edges": {"fromID": [1, 3], "toID": [3, 2]},
    }
    result = aif.read(json.dumps(text).encode(), "columns.json")
    assert relations(result.map)["inferences"] == {("3", ("1",), "2", "")}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 1), "the file is empty"),
        ("[]", (1, 1), "there are no nodes"),
        ("{}", (1, 1), "there are no nodes"),
        ('{"nodes":\n  [1,, 2]}', (2, 6), "this is not JSON: expecting value"),
        ('{"nodes": "x"}', (1, 11), "`nodes` must be a list"),
        (
            '{"nodes": [\n  {"nodeID": "1", "type": "I"},\n  {"type": "I"}]}',
            (3, 3),
            "a row of `nodes` has no `nodeID`",
        ),
        ('{"nodes": [\n  7]}', (2, 3), "`nodes` holds something else than rows"),
        ('{"nodes": [], "edges": [{"fromID": 1}]}', (1, 25), "a row of `edges` has no `toID`"),
        ("[" * 100_000, (1, 1), "brackets are nested too deeply"),
        ('{"nodes": [], "x": ' + "9" * 5000 + "}", (1, 1), "a number has too many digits"),
    ],
)
def test_faults_are_told_with_their_place(text: str, place: tuple[int, int], message: str) -> None:
    with pytest.raises(FormatError) as caught:
        aif.read(text.encode(), "bad.json")
    fault = caught.value.diagnostics[0]
    assert (fault.location.line, fault.location.column) == place
    assert fault.message == message


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(FormatError) as caught:
        aif.read(b'{"nodes": [{}, {"nodeID": "1"}], "edges": [{}]}', "bad.json")
    assert len(caught.value.diagnostics) == 5


def test_hostile_ids_and_texts_are_just_text() -> None:
    nodes = [("../../etc/passwd", "I", "=cmd|'/C calc'!A0"), ("\u202eabc", "I", "a\x00b"), ("", "I", "")]
    result = imported(nodes[:2], [])
    assert [(claim.id, claim.text) for claim in result.map.claims.values()] == [
        ("etc-passwd", "=cmd|'/C calc'!A0"),
        ("abc", "a\ufffdb"),
    ]


def test_ten_times_the_statements_take_ten_times_the_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        nodes = [(str(n), "I") for n in range(size)] + [(f"r{n}", "RA") for n in range(size)]
        edges = [(str(n), f"r{n}") for n in range(size)] + [(f"r{n}", str(n // 2)) for n in range(size)]
        data = document(nodes, edges)
        return lambda: aif.read(data, "large.json")

    assert grows_linearly(work)
