"""arg-microtexts: every file comes out as it came in, to the letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.files.map_text.write_map import write_map
from argmap.formats import arggraph
from argmap.formats.base import FormatError
from argmap.formats.merge import merge_maps
from argmap.model import AttackKind
from tests.effort import grows_linearly
from tests.examples import examples
from tests.formats.shared import corpus, lines, needs_corpora, relations, without_origins
from tests.maps import argument_maps

FILES = corpus("microtexts", "*.xml")
HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"


def graph(*elements: str, head: str = 'id="g"') -> bytes:
    return (
        HEAD + f"<arggraph {head}>\n" + "".join(f"  <{element}/>\n" for element in elements) + "</arggraph>\n"
    ).encode()


def edge(name: str, source: str, target: str, kind: str) -> str:
    return f'edge id="{name}" src="{source}" trg="{target}" type="{kind}"'


def microtext(words: list[str], *edges: str, sides: str = "") -> bytes:
    count = len(words)
    body = [f'<edu id="e{n}"><![CDATA[{word}]]></edu>' for n, word in enumerate(words, 1)]
    body += [f'<adu id="a{n}" type="{"opp" if str(n) in sides else "pro"}"/>' for n in range(1, count + 1)]
    body += [f"<{edge(f'c{count + n}', f'e{n}', f'a{n}', 'seg')}/>" for n in range(1, count + 1)]
    body += [f"<{one}/>" for one in edges]
    return (HEAD + '<arggraph id="g">\n' + "".join(f"  {line}\n" for line in body) + "</arggraph>\n").encode()


def round_trip(data: bytes) -> bytes:
    result = arggraph.read(data, "g.xml")
    assert result.losses == ()
    exported = arggraph.write(result.map)
    assert exported.losses == ()
    return str(exported.text).encode()


@needs_corpora
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_corpus_file_comes_out_to_the_letter(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    assert round_trip(data) == data
    for name, yaml in write_map(arggraph.read(data, path.name).map).items():
        (tmp_path / name).write_text(yaml, encoding="utf-8")
    assert str(arggraph.write(argmap.load(tmp_path)).text).encode() == data


@needs_corpora
def test_the_whole_corpus_fits_into_one_map() -> None:
    maps = [arggraph.read(path.read_bytes(), path.name).map for path in FILES]
    merged = merge_maps(maps)
    assert len(merged.statements) == sum(len(each.statements) for each in maps)
    assert len(merged.inferences) == sum(len(each.inferences) for each in maps)
    assert len(merged.attacks) == sum(len(each.attacks) for each in maps)
    assert set(merged.people) == {"proponent", "opponent"}
    again = arggraph.read(str(arggraph.write(merged).text).encode(), "all.xml").map
    assert len(again.statements) == len(merged.statements)
    assert len(again.attacks) == len(merged.attacks)


def test_relations_become_inferences_and_attacks() -> None:
    data = microtext(
        ["thesis", "reason", "example", "doubt", "reply", "more"],
        edge("c2", "a2", "a1", "sup"),
        edge("c3", "a3", "a2", "exa"),
        edge("c4", "a4", "c2", "und"),
        edge("c5", "a5", "c4", "und"),
        edge("c6", "a6", "c2", "add"),
        sides="4",
    )
    result = arggraph.read(data, "g.xml").map
    assert [(step.premises, step.conclusion, step.scheme) for step in result.inferences.values()] == [
        (("g-a2", "g-a6"), "g-a1", None),
        (("g-a3",), "g-a2", "example"),
    ]
    assert [(attack.rebuttal, attack.target, attack.kind) for attack in result.attacks] == [
        ("g-a4", "g-c2", AttackKind.UNDERCUT),
        ("g-a5", "g-a4", AttackKind.UNDERCUT),
    ]
    assert [statement.by for statement in result.statements.values()].count("opponent") == 1
    assert round_trip(data) == data


def test_units_that_attack_together_stay_together() -> None:
    data = microtext(["a", "b", "c"], edge("c2", "a2", "a1", "reb"), edge("c3", "a3", "c2", "add"))
    (attack,) = arggraph.read(data, "g.xml").map.attacks
    assert (attack.rebuttal, attack.jointly) == ("g-a2", ("g-a3",))
    assert round_trip(data) == data


JOINED = (
    HEAD
    + """\
<arggraph id="g" topic_id="dogs" stance="unclear">
  <edu id="e1"><![CDATA[Dogs]]></edu>
  <edu id="e2"><![CDATA[are fine.]]></edu>
  <edu id="e3"><![CDATA[They bark.]]></edu>
  <edu id="e4"><![CDATA[Dogs are fine.]]></edu>
  <joint id="{joint}"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="opp"/>
  <edge id="c3" src="e1" trg="{joint}" type="seg"/>
  <edge id="c4" src="e2" trg="{joint}" type="seg"/>
  <edge id="c5" src="e3" trg="a2" type="seg"/>
  <edge id="c6" src="e4" trg="a1" type="seg"/>
  <edge id="{last}" src="{joint}" trg="a1" type="seg"/>
  <edge id="c2" src="a2" trg="a1" type="reb"/>
</arggraph>
"""
)


@pytest.mark.parametrize(("joint", "last"), [("j1", "c7"), ("joint-9", "c40")])
def test_joined_and_repeated_segments_come_out_as_they_were(joint: str, last: str) -> None:
    data = JOINED.format(joint=joint, last=last).encode()
    first = arggraph.read(data, "g.xml").map.claims["g-a1"]
    assert first.text == "Dogs are fine.\nDogs\nare fine."
    assert str(first.source) == "g, e4, e1+e2"
    assert first.tags == ("dogs", "stance-unclear")
    assert round_trip(data) == data


def test_ids_that_follow_no_rule_are_kept() -> None:
    data = graph(
        'adu id="Z" type="pro"',
        'adu id="b12" type="opp"',
        edge("x1", "e9", "Z", "seg"),
        edge("x2", "e8", "b12", "seg"),
        edge("x7", "b12", "Z", "reb"),
    ).replace(
        b'<adu id="Z"',
        b'<edu id="e8"><![CDATA[no]]></edu>\n  <edu id="e9"><![CDATA[yes]]></edu>\n  <adu id="Z"',
    )
    assert round_trip(data) == data


def test_what_cannot_be_carried_over_is_named() -> None:
    data = microtext(
        ["a", "b", "c", "d"],
        edge("c2", "a2", "a1", "sup"),
        edge("c3", "a3", "c2", "sup"),
        edge("c4", "a4", "c9", "add"),
        edge("c9", "a4", "c4", "add"),
    ).replace(b"<adu", b'<edu id="e5" mood="glad">aside</edu>\n  <adu', 1)
    losses = arggraph.read(data, "g.xml").losses
    assert sorted((loss.what, loss.where) for loss in losses) == [
        ("additional source (add)", "c4"),
        ("additional source (add)", "c9"),
        ("attribute `mood`", "e5"),
        ("segment outside all argument units", "e5"),
        ("support of a relation", "c3"),
    ]


BOMB = """<?xml version="1.0"?><!DOCTYPE arggraph [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<arggraph id="g"><edu id="e1">&b;</edu></arggraph>"""
OUTSIDE = '<!DOCTYPE arggraph [<!ENTITY x SYSTEM "file:///etc/passwd">]><arggraph id="g"/>'


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"", (1, 1), "the file is empty"),
        (b"<arggraph id='g'>\n <edu>", (2, 2), "an `edu` has no `id`"),
        (b"<arggraph id='g'>\n <edu id='e1'>\n", (3, 1), "this is not XML: no element found"),
        (b"<html/>", (1, 1), "the element `html` does not belong here"),
        (
            b"<arggraph id='g'>\n<adu id='a' type='pro'/>\n<adu id='a' type='pro'/></arggraph>",
            (3, 1),
            "the id `a` is taken",
        ),
        (b"<arggraph id='g'><adu id='a' type='con'/></arggraph>", (1, 18), "the type of `a` is `con`"),
        (BOMB.encode(), (1, 53), "the entity `a` is declared, which is not allowed"),
        (OUTSIDE.encode(), (1, 59), "the entity `x` is declared, which is not allowed"),
        (
            graph('adu id="a1" type="pro"', edge("c1", "a1", "nobody", "sup")),
            (4, 3),
            "the edge `c1` of type sup runs from a unit to a unit or an edge, and `nobody` is none",
        ),
    ],
)
def test_faults_are_told_with_their_place(data: bytes, place: tuple[int, int], message: str) -> None:
    with pytest.raises(FormatError) as caught:
        arggraph.read(data, "bad.xml")
    fault = caught.value.diagnostics[0]
    assert fault.message == message
    assert (fault.location.line, fault.location.column) == place


def test_a_document_type_without_entities_is_no_fault() -> None:
    data = graph('adu id="a1" type="pro"').replace(
        b"<arggraph", b'<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arggraph'
    )
    assert arggraph.guess("x", data)
    assert len(arggraph.read(data, "g.xml").map.claims) == 1


def test_guessing_does_not_hang_on_a_hostile_prolog() -> None:
    assert not arggraph.guess("x", b"<?a?>" * 12_000 + b"<!")
    assert not arggraph.guess("x", b"<!DOCTYPE a [" * 5_000)


@settings(max_examples=examples(150), deadline=None)
@given(argument_maps())
def test_relations_of_any_map_come_back(argument_map: ArgumentMap) -> None:
    again = arggraph.read(str(arggraph.write(argument_map).text).encode(), "g.xml").map
    before, after = relations(argument_map), relations(again)
    assert len(after["statements"]) == len(before["statements"])
    assert len(after["inferences"]) == len(before["inferences"])
    assert len(after["attacks"]) == len(before["attacks"])
    said = sorted(lines(statement.text).strip() for statement in argument_map.statements.values())
    assert sorted(str(statement.text) for statement in again.statements.values()) == said


@settings(max_examples=examples(150), deadline=None)
@given(argument_maps())
def test_what_the_format_can_carry_it_carries_without_end(argument_map: ArgumentMap) -> None:
    once = arggraph.read(str(arggraph.write(argument_map).text).encode(), "g.xml").map
    exported = arggraph.write(once)
    twice = arggraph.read(str(exported.text).encode(), "g.xml").map
    assert exported.losses == ()
    assert without_origins(twice) == without_origins(once)


@given(st.lists(st.sampled_from(["<b>", "]]>", "&amp;", '"', "\u2028x", "é", "𝒳"]), min_size=1).map("".join))
def test_any_text_survives_markup(words: str) -> None:
    data = microtext(["x"]).replace(
        b"<![CDATA[x]]>", b"<![CDATA[" + words.replace("]]>", "]]]]><![CDATA[>").encode() + b"]]>"
    )
    result = arggraph.read(data, "g.xml").map
    again = arggraph.read(str(arggraph.write(result).text).encode(), "g.xml").map
    assert again.claims["g-a1"].text == result.claims["g-a1"].text


def test_ten_times_the_units_take_ten_times_the_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        data = microtext(["w"] * size, *(edge(f"c{n}", f"a{n}", f"a{n // 2}", "sup") for n in range(2, size)))
        return lambda: arggraph.write(arggraph.read(data, "g.xml").map)

    assert grows_linearly(work, 300)
