import os
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.characters import legal
from argmap.render.engine import lay_out
from argmap.render.fonts import text_width
from argmap.render.svg.finish import Caption, finish, finished
from argmap.render.svg.frame import background_of
from argmap.render.svg.markup import MarkupError
from tests.examples import examples

GOLDEN = Path(__file__).parents[1] / "golden" / "every-shape.svg"
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def drawn(dot: str) -> Element:
    return fromstring(finish(lay_out(dot).output, Caption("T")))


def group(root: Element, identifier: str) -> Element:
    (found,) = (element for element in root.iter() if element.get("id") == identifier)
    return found


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{escaped}"'


def test_the_whole_document(finished_svg: str) -> None:
    if "REWRITE_GOLDEN" in os.environ:
        GOLDEN.write_text(finished_svg, encoding="utf-8")
    assert finished_svg == GOLDEN.read_text(encoding="utf-8")


def test_a_text_is_as_wide_as_it_was_measured_where_that_is_no_estimate(finished_svg: str) -> None:
    texts = list(fromstring(finished_svg).iter(f"{SVG}text"))
    widths = {text.text: text.get("textLength") for text in texts}
    assert float(widths["Кластер"] or "") == pytest.approx(text_width("Кластер", 14), abs=0.01)
    assert all(text.get("lengthAdjust") == "spacingAndGlyphs" for text in texts if text.get("textLength"))
    (estimated,) = drawn('graph { a [label="漢字"] }').iter(f"{SVG}text")
    assert estimated.get("textLength") is None


def test_the_golden_file_is_what_graphviz_gives(raw_svg: bytes) -> None:
    dot = GOLDEN.with_suffix(".dot").read_text(encoding="utf-8")
    assert lay_out(dot).output.count(b"<text") == raw_svg.count(b"<text")


def test_no_name_of_graphviz_is_in_the_way_of_one_of_a_map() -> None:
    elements = drawn('graph { a [id="graph0"] }').iter()
    ids = [identifier for element in elements if (identifier := element.get("id"))]
    assert sorted(ids) == sorted(set(ids))
    assert "graph0" in ids


def test_says_who_it_is(finished_svg: str, caption: Caption) -> None:
    root = fromstring(finished_svg)
    assert root.get("role") == "graphics-document document"
    assert group(root, root.get("aria-labelledby", "")).text == caption.title
    assert group(root, root.get("aria-describedby", "")).text == caption.description
    assert "<!DOCTYPE" not in finished_svg
    assert "<!--" not in finished_svg


def test_its_own_ids_give_way_to_those_of_the_graph() -> None:
    root = drawn("graph { a [id=title]; b [id=description] }")
    assert group(root, "title").get("class") == "node"
    assert group(root, root.get("aria-labelledby", "")).text == "T"
    assert root.get("aria-describedby") is None


def test_a_symbol_is_labelled_by_tooltip_text_or_name() -> None:
    dot = (
        'digraph { a [id=a tooltip=tip label=text]; b [id=b label=text tooltip=" "]; '
        'c [id=c label="" tooltip=tip]; a -> b [id=e] }'
    )
    root = drawn(dot)
    labels = {key: group(root, key).get("aria-label") for key in "abce"}
    assert labels == {"a": "tip", "b": "text", "c": "tip", "e": "a->b"}


def test_the_first_class_of_the_caller_describes_the_role() -> None:
    root = drawn('graph { a [id=a class="open-challenge bold"]; b [id=b] }')
    assert group(root, "a").get("aria-roledescription") == "open challenge"
    assert group(root, "a").get("class") == "node open-challenge bold"
    assert group(root, "b").get("aria-roledescription") is None


def test_the_tooltip_is_the_title_of_the_element() -> None:
    root = drawn('graph { a [id=a tooltip="one\ntwo"]; b [id=b] }')
    assert group(root, "a")[0].tag == f"{SVG}title"
    assert group(root, "a").findtext(f"{SVG}title") == "one\ntwo"
    assert group(root, "b").find(f"{SVG}title") is None


def test_links_are_dropped_with_their_wrappers_and_the_titles_of_parts_kept() -> None:
    cell = '<TABLE><TR><TD HREF="inner.html" TOOLTIP="cell">x</TD></TR></TABLE>'
    root = drawn(f'graph {{ a [id=a URL="outer.html" tooltip=tip label=<{cell}>] }}')
    assert not list(root.iter(f"{SVG}a"))
    assert [title.text for title in group(root, "a").iter(f"{SVG}title")] == ["tip", "cell"]
    assert not [element for element in root.iter() if element.get("id", "").startswith("a_")]


def test_a_node_whose_id_looks_like_a_wrapper_stays() -> None:
    assert group(drawn('graph { a [id="a_graph0" URL="x.html"] }'), "a_graph0").get("class") == "node"


def test_fonts_other_than_the_standard_ones_get_fallbacks(finished_svg: str) -> None:
    families = {text.get("font-family") for text in fromstring(finished_svg).iter(f"{SVG}text")}
    assert families == {None, "Georgia, 'Liberation Sans', Arial, Helvetica, sans-serif"}


def test_foreign_elements_are_dropped() -> None:
    raw = (
        b'<svg width="1pt" height="1pt" viewBox="0 0 1 1"><g><script>x</script><image/><path d=""/></g></svg>'
    )
    assert "script" not in finish(raw, Caption("T"))
    assert "image" not in finish(raw, Caption("T"))
    assert "<path" in finish(raw, Caption("T"))


def test_refuses_what_is_not_svg() -> None:
    with pytest.raises(MarkupError):
        finish(b"Segmentation fault", Caption("T"))


TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
ADDRESS = st.builds(
    "".join, st.tuples(st.sampled_from(["", "javascript:", " data:", "http://", "x:", "#"]), TEXT)
)


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT, ADDRESS), min_size=1, max_size=12))
def test_any_text_gives_a_well_formed_harmless_document(items: list[tuple[str, str, str, str]]) -> None:
    nodes = []
    for index, (key, label, tip, url) in enumerate(items):
        attributes = {"id": f"n{index}{key}", "label": label, "tooltip": tip, "URL": url}
        written = " ".join(f"{name}={quoted(value)}" for name, value in attributes.items())
        nodes.append(f"n{index} [{written}];")
    root = drawn(f"digraph {{ {' '.join(nodes)} }}")
    groups = [element for element in root.iter(f"{SVG}g") if element.get("class") == "node"]
    assert [element.get("id", "").split() for element in groups] == [
        legal(f"n{index}{key}").split() for index, (key, *_) in enumerate(items)
    ]
    for element, (_, label, tip, _) in zip(groups, items, strict=True):
        words = " ".join(text.text or "" for text in element.iter(f"{SVG}text"))
        assert words.split() == legal(label).split()
        if tip.strip():
            assert element.findtext(f"{SVG}title", "").split() == legal(tip).split()
    for element in root.iter():
        assert not any(name == LINK or name.startswith("on") for name in element.attrib)


@pytest.mark.parametrize("direction", ["BT", "LR"])
def test_the_first_shape_of_a_transparent_drawing_is_no_background(direction: str) -> None:
    label = '<<table bgcolor="red"><tr><td>a</td></tr></table>>'
    dot = f'digraph {{ rankdir={direction} label={label} labelloc=t a; b [label="wide as the picture is"] }}'
    assert background_of(finished(lay_out(dot).output, Caption("T"))) == "white"
    transparent = dot.replace("{", "{ bgcolor=transparent", 1)
    root = finished(lay_out(transparent).output, Caption("T"))
    (shape, *_) = (one for one in root.iter() if one.tag == "polygon")
    assert shape.get("fill") == "red"
    assert background_of(root) is None
