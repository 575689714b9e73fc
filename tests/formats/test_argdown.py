"""Argdown: the language as it is documented, and what its own program makes of it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats import argdown, argdown_json
from argmap.formats.argdown.document import InferenceLine, Structure
from argmap.formats.argdown.lexer import tokenize
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.source import read_source
from argmap.formats.base import FormatError, Imported
from argmap.formats.registry import guess_format
from argmap.model import AttackKind, Claim, Person, Rebuttal
from tests.examples import examples
from tests.formats.argdown_documents import documents
from tests.formats.argdown_edges import Edge, Edges, drawn_edges, drawn_nodes
from tests.formats.sameness import said
from tests.formats.shared import corpus, needs_corpora
from tests.maps import NASTY, argument_maps

FILES = corpus("argdown", "*.argdown")
PROGRAM = shutil.which("argdown")
needs_program = pytest.mark.skipif(PROGRAM is None, reason="argdown is not installed")
SETTINGS = settings(max_examples=examples(100), deadline=None, suppress_health_check=list(HealthCheck))
Drawn = TypeVar("Drawn")


def read(text: str) -> Imported:
    return argdown.read(text.encode(), "debate.argdown")


def supports(argument_map: ArgumentMap) -> set[tuple[tuple[str, ...], str]]:
    return {(step.premises, step.conclusion) for step in argument_map.inferences.values()}


def attacks(argument_map: ArgumentMap) -> set[tuple[str, str, str]]:
    return {(attack.rebuttal, str(attack.kind), attack.target) for attack in argument_map.attacks}


def faults(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(FormatError) as error:
        read(text)
    return [(each.location.line, each.location.column, each.message) for each in error.value.diagnostics]


def lost(text: str) -> list[tuple[str, str]]:
    return [(loss.what, loss.where) for loss in read(text).losses]


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_map_has_the_edges_that_argdown_draws(path: Path) -> None:
    document = json.loads(Path(f"{path}.json").read_text())
    ours = argdown.read(path.read_bytes(), path.name).map
    assert Edges(ours, drawn_nodes(document)).all() == drawn_edges(document)


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_json_gives_the_same_map_as_the_text(path: Path) -> None:
    ours = argdown.read(path.read_bytes(), "x").map
    theirs = argdown_json.read(Path(f"{path}.json").read_bytes(), "x").map
    assert (theirs.claims, theirs.rebuttals) == (ours.claims, ours.rebuttals)


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_came_in_goes_out(path: Path) -> None:
    ours = argdown.read(path.read_bytes(), path.name).map
    exported = argdown.write(ours)
    assert exported.losses == ()
    assert isinstance(exported.text, str)
    assert argdown.read(exported.text.encode(), path.name).map == ours


def run_argdown(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What Argdown's own program makes of the files of a folder, with their maps."""
    assert PROGRAM is not None
    steps = ["load-file", "parse-input", "build-model", "build-map", "export-json", "save-as-json"]
    config = {
        "inputPath": "./*.argdown",
        "json": {"outputDir": "."},
        "processes": {"all": {"process": steps}},
    }
    (folder / "argdown.config.json").write_text(json.dumps(config))
    subprocess.run([PROGRAM, "run", "all"], cwd=folder, check=True, capture_output=True)
    for path in sorted(folder.glob("*.argdown")):
        yield path.read_text(), json.loads(path.with_suffix(".json").read_text())


def drawn_examples(strategy: st.SearchStrategy[Drawn], count: int) -> list[Drawn]:
    """Some examples of a strategy, the same ones each time."""
    found: list[Drawn] = []

    @settings(SETTINGS, max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def collect(example: Drawn) -> None:
        found.append(example)

    collect()
    return found


@needs_corpora
@needs_program
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_argdown_draws_the_same_edges_from_an_export(path: Path, tmp_path: Path) -> None:
    text = argdown.write(argdown.read(path.read_bytes(), path.name).map).text
    assert isinstance(text, str)
    (tmp_path / path.name).write_text(text)
    original = json.loads(Path(f"{path}.json").read_text())
    assert [drawn_edges(found) for _, found in run_argdown(tmp_path)] == [drawn_edges(original)]


def without_loops(edges: set[Edge]) -> set[Edge]:
    """Edges but those from a node to itself, which its program loses when others have the same target."""
    return {edge for edge in edges if edge[0] != edge[2]}


def bears_on_itself(text: str) -> bool:
    """Whether something bears on itself, which its program keeps or drops as other relations have it."""
    source = read_source(text.encode(), "debate.argdown")
    document = parse(tokenize(source.text).tokens, source)
    owners = {
        line: part.argument
        for part in document.parts
        if isinstance(part, Structure)
        for _, _, line in part.lines
        if line
    }
    for relation in document.relations:
        parent = (
            owners.get(relation.parent) if isinstance(relation.parent, InferenceLine) else relation.parent
        )
        child = relation.child
        if parent and (parent.is_argument, parent.title) == (child.is_argument, child.title):
            return True
    return False


@needs_program
def test_documents_mean_what_argdown_makes_of_them(tmp_path: Path) -> None:
    for number, text in enumerate(drawn_examples(documents(), 250)):
        (tmp_path / f"{number}.argdown").write_text(text)
    plain = [(text, document) for text, document in run_argdown(tmp_path) if not bears_on_itself(text)]
    assert len(plain) > 50
    for text, document in plain:
        drawn = without_loops(drawn_edges(document))
        theirs = argdown_json.read(json.dumps(document).encode(), "debate.json")
        for found in (read(text), theirs):
            assert without_loops(Edges(found.map, drawn_nodes(document)).all()) == drawn, text


@needs_program
def test_argdown_draws_the_edges_of_any_export(tmp_path: Path) -> None:
    maps = drawn_examples(argument_maps(), 100)
    for number, argument_map in enumerate(maps):
        (tmp_path / f"{number}.argdown").write_text(str(argdown.write(argument_map).text))
    for text, document in run_argdown(tmp_path):
        edges = Edges(read(text).map, drawn_nodes(document)).all()
        assert without_loops(edges) == without_loops(drawn_edges(document)), text


def of_inherited_titles() -> ArgumentMap:
    """A map whose titles every object of JavaScript has as fields."""
    main = Claim(id="main", text="It holds.", title="__proto__", because=["reason"])
    reason = Claim(id="reason", text="It has a reason.", title="constructor")
    answer = Rebuttal.model_validate(
        {"id": "answer", "text": "It has none.", "title": "toString", "attacks": "reason"}
    )
    return ArgumentMap(claims={"main": main, "reason": reason}, rebuttals={"answer": answer})


def test_titles_that_end_the_program_are_not_written() -> None:
    exported = argdown.write(of_inherited_titles())
    assert exported.losses == ()
    assert "[__proto__]" not in exported.text
    assert said(read(str(exported.text)).map) == said(of_inherited_titles())


@needs_program
def test_argdown_reads_titles_that_would_end_it(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text(str(argdown.write(of_inherited_titles()).text))
    ((_, document),) = run_argdown(tmp_path)
    assert len(drawn_nodes(document)) == 3


@SETTINGS
@given(documents())
def test_documents_come_back(text: str) -> None:
    found = read(text).map
    exported = argdown.write(found)
    assert exported.losses == ()
    assert said(read(str(exported.text)).map) == said(found)


@SETTINGS
@given(argument_maps())
def test_any_map_comes_back(argument_map: ArgumentMap) -> None:
    assume(not any(key.isdecimal() for key in argument_map.people))
    exported = argdown.write(argument_map)
    assert exported.losses == ()
    assert said(read(str(exported.text)).map) == said(argument_map)


@settings(deadline=None)
@given(
    st.text(
        st.sampled_from("\\#*_[]<>@{}:./-+()=,;!\"' \n\tabvA1")
        | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    )
    .map(str.strip)
    .filter(bool)
)
@example(".v. :A: a.v.b U.S.A. https://x.y/a_b")
@example("=== a === b")
@example("@include(x.ad)")
@example("<!-- a --> /* b */ // c")
@example("{a: b} @[c] @<d> [e](f) #g #(h i)")
def test_any_text_and_title_come_back(text: str) -> None:
    comes_back(text)


def comes_back(text: str) -> None:
    claim = Claim(id="a", title=text, text=text)
    back = read(str(argdown.write(ArgumentMap(claims={"a": claim})).text)).map
    assert said(back) == said(ArgumentMap(claims={"a": claim}))


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_come_back(text: str) -> None:
    comes_back(text.strip())


def test_relations_in_both_directions() -> None:
    found = read(
        "[s]: S\n  + [a]\n  <+ [b]\n  +> [c]\n  - [d]\n  <- [e]\n  -> [f]\n  _ [g]\n  _> [h]\n  >< [i]\n"
    ).map
    assert supports(found) == {(("a",), "s"), (("b",), "s"), (("s",), "c")}
    assert attacks(found) == {
        ("d", "rebut", "s"),
        ("e", "rebut", "s"),
        ("s", "rebut", "f"),
        ("g", "undercut", "s"),
        ("s", "undercut", "h"),
        ("s", "rebut", "i"),
        ("i", "rebut", "s"),
    }


def test_nesting_follows_the_indent() -> None:
    found = read("[a]\n  + [b]\n      - [c]\n  + [d]\n\t\t+ [e]\n").map
    assert supports(found) == {(("b",), "a"), (("d",), "a"), (("e",), "a")}
    assert attacks(found) == {("c", "rebut", "b")}


def test_steps_start_from_the_last_conclusion_or_from_what_they_say() -> None:
    found = read(
        "<A>: Why.\n\n(1) p\n(2) q\n----\n(3) r\n(4) s\n"
        "--\nModus ponens, Rule 2\n{uses: [1, 3]}\n--\n(5) [c]: t\n"
    ).map
    last = found.inferences["a"]
    assert [found.statements[name].text for name in last.premises] == ["p", "r", "s"]  # none is lost
    assert (last.scheme, last.warrant, last.conclusion) == ("Modus ponens, Rule 2", "Why.", "c")
    assert [found.statements[name].text for name in found.inferences["r/1"].premises] == ["p", "q"]


def test_undercuts_hit_the_inference_they_stand_at() -> None:
    found = read(
        "<A>\n\n(1) p\n----\n  <_ [x]\n(2) q\n(3) r\n----\n(4) s\n  <_ [y]\n  <- [z]\n\n<A>\n  <_ [w]\n"
    ).map
    assert attacks(found) == {
        ("x", "undercut", "q/1"),
        ("y", "undercut", "a"),
        ("w", "undercut", "a"),
        ("z", "rebut", "s"),
    }


def test_relations_of_an_argument_are_those_of_its_conclusion() -> None:
    found = read("<A>\n  -> [s]\n  +> <B>\n\n(1) p\n----\n(2) [c]\n").map
    assert attacks(found) == {("c", "rebut", "s")}
    assert supports(found) == {(("p",), "c"), (("c",), "b")}


def test_what_bears_on_a_whole_argument_bears_on_its_soundness() -> None:
    found = read("<A>\n  - [x]\n  + [y]\n\n(1) p\n----\n(2) [c]\n").map
    sound = "a-is-sound"
    assert found.statements[sound].text == "The argument “A” is sound."
    assert found.inferences["a"].premises == ("p", sound)
    assert attacks(found) == {("x", "rebut", sound)}
    assert (("y",), sound) in supports(found)


def test_an_undercut_of_a_mere_argument_denies_all_that_it_bears_on() -> None:
    found = read("<A>\n  +> [s]\n  -> [t]\n  _ [x]\n").map
    assert attacks(found) == {("x", "undercut", "s/1"), ("x", "undercut", "a"), ("a", "rebut", "t")}


def test_strict_mode_makes_relations_of_statements_logical() -> None:
    found = read("===\nmodel:\n  mode: strict\n===\n\n[a]\n  + [b]\n  - [c]\n  - <d>\n").map
    assert found.inferences["a/1"].scheme == "entailment"
    assert {(one.rebuttal, one.target, one.scheme) for one in found.attacks} == {
        ("c", "a", "contrary"),
        ("a", "c", "contrary"),
        ("d", "a", ""),
    }


def test_the_canonical_wording_counts_else_the_last() -> None:
    assert read("[a]: one\n\n[a]: two\n").map.claims["a"].text == "two"
    text = "[a]: one {isCanonical: true}\n\n[a]: two\n"
    assert read(text).map.claims["a"].text == "one"
    assert lost(text) == [("further wording", "[a], line 3")]


def test_tags_sections_links_mentions_and_emphasis() -> None:
    found = read(
        "# Debate\n\n## Pro #x\n\n[a]: Say *that* __loud__, see [it](http://x.y) and @[b] #tag #(two words)\n"
    )
    claim = found.map.claims["a"]
    assert found.map.info.title == "Debate"
    assert claim.text == "Say that loud, see it (http://x.y) and @[b]"
    assert claim.tags == ("tag", "two words", "Pro")
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("tag of a section", "section Pro: x"),
        ("emphasis", "[a]"),
    ]


def test_marks_that_are_none_are_text() -> None:
    text = "[a]: @[] b [] <> #() #x in #(y z) it #(p\nq)\n  + [l](http://x.y)\n"
    claim = read(text).map.claims["a"]
    assert claim.text == "@[] b [] <> #() #x in #(y z) it"
    assert claim.tags == ("x", "y z", "p q")


def test_signs_and_escapes() -> None:
    assert read("[a]: .A. x :->: y \\# \\[z\\] 3 \\< 4, a * b\n").map.claims["a"].text == (
        "∀ x → y # [z] 3 < 4, a * b"
    )


def test_comments_are_taken_out_and_reported() -> None:
    text = "// one\n[a]: A /* two */ b\n  // three\n  + [c]\n<!-- four -->\n"
    assert read(text).map.claims["a"].text == "A b"
    assert lost(text) == [("comment", f"line {line}") for line in (1, 2, 3, 5)]


def test_front_matter_and_data_name_authors_and_sources() -> None:
    found = read(
        "===\ntitle: T\nauthor: [X, Y]\nsubTitle: S\ncolor: {}\n===\n\n"
        "[a]: A {by: Z, source: 'Book, p. 3', quote: q, odd: 1}\n\n"
        "[b] {\nsources:\n    - One\n    - Two\n}\n"
    )
    claim = found.map.claims["a"]
    assert (found.map.info.title, found.map.info.editors, found.map.info.description) == (
        "T",
        ("X", "Y"),
        "S",
    )
    assert found.map.people[str(claim.by)].name == "Z"
    assert claim.source is not None
    assert found.map.sources[claim.source.work].title == "Book, p. 3"
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("setting color", "front matter"),
        ("data odd", "[a]"),
        ("further source", "[b]: two"),
    ]


def test_a_thesis_and_an_imagined_person_come_back_and_odd_ones_are_told() -> None:
    voices = {"a": Person(name="A", hypothetical=True), "b": Person(name="B")}
    claims = {name: Claim(id=name, by=name, text=name, main=name == "b") for name in voices}
    exported = argdown.write(ArgumentMap(people=voices, claims=claims))
    assert exported.losses == ()
    found = read(str(exported.text)).map
    assert [person.hypothetical for person in found.people.values()] == [True, False]
    assert [claim.main for claim in found.claims.values()] == [False, True]
    text = "===\nargmap: {people: {p: {name: P, hypothetical: perhaps}}}\n===\n\n"
    text += "[a]: A {main: perhaps}\n\n[b]: B {main: true}\n  -> [a]\n"
    assert lost(text) == [
        ("data hypothetical", "person p"),
        ("data main", "[a]"),
        ("main of a rebuttal", "b"),
    ]


def test_commentary_stays_behind() -> None:
    text = "Welcome, reader.\n\n* a remark\n* [s]: S\n\nUntitled reason\n  +> [s]\n"
    found = read(text).map
    assert [each.text for each in found.claims.values()] == ["S", "Untitled reason"]
    assert [what for what, _ in lost(text)] == ["paragraph", "paragraph"]


def test_included_files_are_read_once_and_their_faults_have_their_places(tmp_path: Path) -> None:
    main, part = tmp_path / "main.argdown", tmp_path / "parts" / "part.argdown"
    part.parent.mkdir()
    part.write_text("[b]: B\n@include(../main.argdown)\n")
    main.write_text("[a]: A\n\n@include(parts/part.argdown)\n\n@include(parts/part.argdown)\n")
    assert set(argdown.read(main.read_bytes(), str(main)).map.claims) >= {"a", "b"}
    part.write_text("[b]: B\n\n- [c]\n")
    with pytest.raises(FormatError) as error:
        argdown.read(main.read_bytes(), str(main))
    assert str(error.value.diagnostics[0]).startswith(f"{part}:3:1: ")


@pytest.mark.parametrize("name", ["../out.argdown", "/etc/hostname", "none.argdown"])
def test_includes_stay_in_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (tmp_path / "out.argdown").write_text("[b]")
    main = folder / "main.argdown"
    main.write_text(f"[a]: A\n\n@include({name})\n")
    with pytest.raises(FormatError) as error:
        argdown.read(main.read_bytes(), str(main))
    assert error.value.diagnostics[0].location.line == 3


def test_every_fault_is_told_with_its_place() -> None:
    text = (
        "[a]: A\n- [b]\n\n+ [c]\n\n(1) p\n(2) q\n\n[d] text\n\n[e]: e\n[f]: f\n\n[g]\n  >< <h>\n\n"
        "(1) <x>\n----\n(2) y\n\n(1) p\n---\n(2) q\n"
    )
    assert faults(text) == [
        (2, 1, "a relation must be indented more than what it belongs to"),
        (4, 1, "a relation cannot stand on its own"),
        (6, 1, "a premise-conclusion structure ends with an inference and a conclusion"),
        (9, 5, "text after a reference or after data"),
        (12, 1, "a statement begins in the middle of another"),
        (15, 6, "only statements contradict one another, an argument does not"),
        (17, 5, "an argument cannot be a premise or conclusion"),
        (22, 1, "the line of an inference does not end"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("[a]: say *that\n\n[b]: snake_case\n", (1, 10), "emphasis begins and does not end"),
        ("[a]: b *c\n  + [d]: e* f\n", (1, 8), "emphasis begins and does not end"),
        ("* a\n  * b\n", (2, 3), "a list cannot stand in another"),
        ("* a\n1. b\n", (2, 1), "a list cannot stand in another"),
        ("[a]\n  +", (2, 3), "a statement or an argument is missing here"),
        ("[a]\n  +> {x: 1}\n", (2, 6), "data must follow a statement, an argument, a heading or rules"),
        ("text\n\n===\na: b\n===\n", (3, 1), "front matter can only stand at the top of the file"),
        ("# \n\n[a]\n", (1, 1), "a heading without words"),
        ("(1) a\n----\n----\n(2) b\n", (3, 1), "an inference stands between premises and a conclusion"),
        ("(1) a\n----\n", (2, 5), "the conclusion is missing"),
        ("(1) a\n----\n  <- b\n(2) c\n", (3, 3), "an inference can only be undercut"),
        ("\ufeff[a]: b\r\n\r\n[c]\r\n\tx\r\n", (4, 2), "text after a reference or after data"),
    ],
)
def test_faults_say_what_is_wrong(text: str, place: tuple[int, int], said: str) -> None:
    assert faults(text)[0] == (*place, said)


def test_faults_in_yaml_have_their_places() -> None:
    assert [fault[:2] for fault in faults("===\na: [1\n===\n\n[b]: B {c: d: e}\n\n[f] {just text}\n")] == [
        (2, 4),
        (5, 8),
    ]
    assert faults("[a]: A {- b}\n")[0][:2] == (1, 9)


def test_an_argument_has_one_structure() -> None:
    structure = "(1) p\n----\n(2) q\n"
    assert faults(f"<A>\n\n{structure}\n<A>\n\n{structure}") == [
        (9, 1, "the argument above has a premise-conclusion structure already")
    ]


def test_an_automatic_title_is_none_that_somebody_wrote() -> None:
    structure = "(1) All ferries leak.\n----\n(2) The Nora leaks.\n"
    text = (
        f"<A>\n\n{structure}\n\n<B>\n\n(1) Harbours are noisy.\n----\n(2) [Untitled 1]: Reports are noisy.\n"
    )
    assert [claim.text for claim in read(text).map.claims.values()] == [
        "All ferries leak.",
        "The Nora leaks.",
        "Harbours are noisy.",
        "Reports are noisy.",
    ]


def test_what_is_added_to_an_export_replaces_nothing() -> None:
    exported = str(argdown.write(read("[It]: It rains.\n  + Clouds are dark.\n").map).text)
    found = read(f"{exported}\nA new thought.\n  + Some ground.\n")
    assert {claim.text for claim in found.map.claims.values()} == {
        "It rains.",
        "Clouds are dark.",
        "A new thought.",
        "Some ground.",
    }
    assert found.losses == ()


def test_what_has_no_words_is_a_reference_or_told() -> None:
    found = read("[a]: one\n\n[a]:\n  + <B>:\n    - [c]\n\n<B>\n\n(1)\n(2) p\n----\n(3) [d]\n")
    assert found.map.claims["a"].text == "one"
    assert [(loss.what, loss.where) for loss in found.losses] == [("words of a statement", "statement")]
    assert [found.map.statements[name].title for name in found.map.inferences["b"].premises[:2]] == [
        "[Untitled 1]",
        None,
    ]
    comes_back_whole(found.map)


def comes_back_whole(argument_map: ArgumentMap) -> None:
    assert argdown.read(str(argdown.write(argument_map).text).encode(), "debate.argdown").map == argument_map


def test_the_last_wording_is_that_which_ends_last() -> None:
    text = "[a]: outer\n  + [b]\n    + [a]: inner\n"
    assert read(text).map.claims["a"].text == "outer"


def test_an_argument_against_its_own_conclusion_is_told() -> None:
    text = "<A>\n  -> [c]\n  +> [c]\n\n(1) p\n----\n(2) [c]\n"
    assert attacks(read(text).map) == set()
    assert supports(read(text).map) == {(("p",), "c")}
    assert lost(text) == [("attack", "<A> on [c]")]


def test_relations_to_oneself_are_kept() -> None:
    found = read("[a]\n  - [b]\n  - [a]\n\n<C>\n  + [b]\n  + <C>\n").map
    assert attacks(found) == {("b", "rebut", "a"), ("a", "rebut", "a")}
    assert supports(found) == {(("b",), "c"), (("c",), "c")}


def test_numbers_of_lines_and_several_attacks_come_back() -> None:
    found = read(
        "<A>\n\n(1) p\n(2) q\n(3) r\n-- R {uses: [2, 3]} --\n(4) s\n-- {uses: [1, 4]} --\n(5) [t]\n\n"
        "[x]\n  >< [y]\n  -> [y]\n  _> [y]\n\n[y]\n  -> [x]\n\n<a>\n  <- [z]\n\n(1) m\n----\n(2) n\n\n"
        "<A>\n  <- [z]\n"
    ).map
    assert {step.origin.id for step in found.inferences.values() if step.origin} == {"<A>", "<A> (4)", "<a>"}
    back = read(str(argdown.write(found).text)).map
    assert (back.claims, said(back)) == (found.claims, said(found))


def test_titles_keep_the_brackets_of_others() -> None:
    text = "[a < b]\n  + <P [draft]>\n"
    assert argdown.write(read(text).map).text == "[a < b]\n  + <P [draft]>\n\n<P [draft]>\n"


def test_json_counts_as_javascript_does() -> None:
    member = {
        "type": "statement",
        "title": "a",
        "text": "😀 it now #t",
        "tags": ["t"],
        "ranges": [
            {"type": "link", "start": 3, "stop": 4, "url": "http://x.y"},
            {"type": "tag", "start": 10, "stop": 11, "tag": "t"},
        ],
    }
    document = {"statements": {"a": {"members": [member]}}, "arguments": {}, "relations": []}
    found = argdown_json.read(json.dumps(document).encode(), "x.json").map.claims["a"]
    assert (found.text, found.tags) == ("😀 it (http://x.y) now", ("t",))


def test_deep_nesting_is_no_obstacle() -> None:
    text = "[n]: x\n" + "".join(f"{' ' * depth}+ [n{depth}]\n" for depth in range(1, 1500))
    assert len(read(text).map.claims) == 1500


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "<",
        "{",
        "*",
        "_",
        "@[",
        "===",
        "/*",
        "<!--",
        "#(",
        "[a](",
        '{"a": ',
        ".a",
        "\n- ",
        "--\n",
        "@include(",
    ],
)
def test_endless_repetition_is_read_or_refused(piece: str) -> None:
    with suppress(FormatError):
        assert read(piece * 3000).map.claims == {}


def test_binary_is_refused() -> None:
    with pytest.raises(FormatError):
        argdown.read(bytes(range(256)), "x.argdown")


def test_exports_are_readable() -> None:
    argument_map = ArgumentMap(
        claims={
            "a": Claim(id="a", title="A", text="Claim: *one*.", tags=["x"], because=["b", ["b", "c"]]),
            "b": Claim(id="b", title="B", text="Reason."),
            "c": Claim(id="c", text="No title."),
        },
        rebuttals={
            "r": Rebuttal.model_validate(
                {"id": "r", "title": "R", "text": "No.", "attacks": ["a"], "kind": "undermine"}
            )
        },
    )
    assert argdown.write(argument_map).text == (
        '[A]: Claim: \\*one\\*. #x\n  + [B]\n\n[B]: Reason.\n\n[c]: No title. {"title": ""}\n\n'
        '[R]: No. {"attacks": {"a": {"kind": "undermine"}}}\n  -> [A]\n\n'
        "<a/2>\n\n(1) [B]\n(2) [c]\n----\n(3) [A]\n"
    )
    assert attacks(argument_map) == {("r", str(AttackKind.UNDERMINE), "a")}


@pytest.mark.parametrize(
    ("file", "head", "name"),
    [
        ("x.ad", b"", "argdown"),
        ("stdin", b"[a]: A\n  + <b>: B\n", "argdown"),
        ("x.json", b'{"arguments": {}, "type": "equivalence-class"}', "argdown-json"),
    ],
)
def test_files_are_recognised(file: str, head: bytes, name: str) -> None:
    found = guess_format(file, head)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"statements": 1, "arguments": {}}',
        '{"statements": {"a": 1}, "arguments": {}}',
        '{"statements": {}, "arguments": {"a": {"pcs": [{"title": "b"}]}}}',
        '{"statements": {}, "arguments": {}, "relations": [{"relationType": "attack", "from": "a"}]}',
        '{"statements": {}, "arguments": {}, "relations": [{"relationType": "loves"}]}',
        '{"statements":' + "[" * 100_000,
    ],
)
def test_broken_json_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        argdown_json.read(text.encode(), "x.json")
