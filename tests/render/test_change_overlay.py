"""Pictures of two versions: words and strokes say what came and went, and colour is never needed."""

import re
from dataclasses import replace

from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.queries.changes.both import BothVersions, both_versions
from argmap.queries.changes.compare import compare
from argmap.render.change_overlay import options_for, with_changes
from argmap.render.diagram import Diagram
from argmap.render.maps import diagram_of
from argmap.render.service import render
from tests.examples import examples
from tests.maps import argument_maps
from tests.queries.changes.test_both import OLD, both

NEW = (
    OLD.replace("[air, [trade, towns]]", "[[trade, noise]]")
    .replace("Fumes go round", "Fumes come round")
    .replace("rebuttals:", "  - {id: noise, text: It gets quiet.}\nrebuttals:")
    .replace(
        "  - {id: larger", "  - {id: dull, by: ada, attacks: fumes, text: They do not.}\n  - {id: larger"
    )
)


def dot(found: BothVersions, *, depth: int | None = None) -> str:
    options = replace(options_for(found, "svg", depth=depth), format="dot")
    return render(found.map, options).data.decode()


def drawn(found: BothVersions) -> Diagram:
    return with_changes(diagram_of(found.map, options_for(found, "svg").selection), found)


def test_words_tell_what_came_and_went() -> None:
    text = dot(both(NEW))
    for words in (
        "+ new",
        "~ reworded",
        "gone: supports",
        "new: supports",
        "new: rebuts",
        "gone: thin dotted",
    ):
        assert words in text
    assert "- gone" not in text
    gone = dot(
        both(OLD.replace("  - {id: fumes", "  - {id: smoke").replace("Fumes go round", "Buses smoke at"))
    )
    assert "- gone" in gone
    assert 'STYLE="dashed"' in gone


def test_lines_have_strokes_of_their_own() -> None:
    edges = re.findall(r'"[^"]+" -> "[^"]+" \[(.*?)\]\n', dot(both(NEW)) + "\n")
    gone = [edge for edge in edges if "gone" in edge]
    new = [edge for edge in edges if " new" in edge]
    assert gone
    assert all("style=dotted" in edge for edge in gone)
    assert new
    assert all("penwidth=3.3" in edge for edge in new)


def test_buckets_are_those_of_the_newer_version() -> None:
    found = both(NEW)
    (fumes,) = (box for box in drawn(found).boxes if box.id == "fumes")
    assert fumes.status == "answered (before: open)"
    assert "Before: Fumes go round the corner." in fumes.tooltip


def test_only_what_is_near_a_change() -> None:
    found = both(OLD.replace("Fumes go round", "Fumes come round"))
    assert {box.id for box in diagram_of(found.map, options_for(found, "svg", depth=1).selection).boxes} == {
        "air",
        "fumes",
    }
    assert "Only what is different" in dot(found, depth=1)


def test_the_page_says_it_in_words_as_well() -> None:
    found = both(NEW)
    page = render(found.map, options_for(found, "html")).data.decode()
    assert '<span class="quiet">reworded</span>' in page
    assert '"note":"Reworded since old. Before: Fumes go round the corner."' in page
    assert "only there." in page


@settings(max_examples=examples(25))
@given(argument_maps(), argument_maps())
def test_any_two_versions_can_be_drawn(old: ArgumentMap, new: ArgumentMap) -> None:
    found = both_versions(compare(old, new), old="old", new="new")
    diagram = drawn(found)
    assert {box.id for box in diagram.boxes} == set(found.map.statements)
    for box in diagram.boxes:
        assert bool(box.change) == bool(found.statement(box.id))


@settings(max_examples=examples(25))
@given(argument_maps())
def test_without_a_change_nothing_is_marked(one: ArgumentMap) -> None:
    diagram = drawn(both_versions(compare(one, one), old="old", new="new"))
    assert not any(box.change for box in diagram.boxes)
    assert not any(line.change for line in diagram.lines)
