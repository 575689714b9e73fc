"""Argdown: the language as it is documented, and what its own program makes of it."""

import json
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats import argdown, argdown_json
from argmap.formats.base import FormatError, Imported
from argmap.formats.registry import guess_format
from argmap.model import AttackKind, Claim, Rebuttal
from tests.formats.argdown_edges import Edges, drawn_edges, drawn_nodes
from tests.formats.sameness import said
from tests.formats.shared import corpus, needs_corpora
from tests.maps import NASTY, argument_maps

FILES = corpus("argdown", "*.argdown")
PROGRAM = shutil.which("argdown")


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


def run_argdown(path: Path) -> dict[str, Any]:
    """What Argdown's own program makes of a file, with its map."""
    assert PROGRAM is not None
    steps = ["load-file", "parse-input", "build-model", "build-map", "export-json", "save-as-json"]
    config = {
        "inputPath": "./*.argdown",
        "json": {"outputDir": "."},
        "processes": {"all": {"process": steps}},
    }
    (path.parent / "argdown.config.json").write_text(json.dumps(config))
    subprocess.run([PROGRAM, "run", "all"], cwd=path.parent, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    return found


@needs_corpora
@pytest.mark.skipif(PROGRAM is None, reason="argdown is not installed")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_argdown_draws_the_same_edges_from_an_export(path: Path, tmp_path: Path) -> None:
    text = argdown.write(argdown.read(path.read_bytes(), path.name).map).text
    assert isinstance(text, str)
    copy = tmp_path / path.name
    copy.write_text(text)
    original = json.loads(Path(f"{path}.json").read_text())
    assert drawn_edges(run_argdown(copy)) == drawn_edges(original)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
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
    assert [found.statements[name].text for name in last.premises] == ["p", "r"]
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


def test_deep_nesting_is_no_obstacle() -> None:
    text = "[n]: x\n" + "".join(f"{' ' * depth}+ [n{depth}]\n" for depth in range(1, 1500))
    assert len(read(text).map.claims) == 1500


@pytest.mark.parametrize(
    "piece",
    ["[", "<", "{", "*", "_", "@[", "===", "/*", "<!--", "#(", "[a](", '{"a": ', ".a", "\n- ", "--\n"],
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
