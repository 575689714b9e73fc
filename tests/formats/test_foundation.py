"""What all formats share: ids, builders, merging, losses, and places in JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats.base import FormatError, Loss, text_of
from argmap.formats.builder import MOST_TEXT, MapBuilder
from argmap.formats.json_text import offset_of, read_json
from argmap.formats.left_out import Kept, left_out
from argmap.formats.merge import merge_maps
from argmap.formats.names import Names
from argmap.formats.xml_writing import attribute, cdata
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from argmap.queries.live_attacks import live_attacks
from argmap.report.losses import summarise_losses
from argmap.text.ids import as_id, as_slug
from tests.formats.shared import without_origins
from tests.maps import argument_maps


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("a-b_c.d", "a-b_c.d"),
        ("a.", "a."),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\", "C-Windows"),
        ("Größe 3", "Größe-3"),
        ("Истомин", "Истомин"),
        ("同盟", "同盟"),
        ("-.-", ""),
        ("🎉", ""),
        ("x" * 300, "x" * 200),
    ],
)
def test_ids_change_as_little_as_possible(wanted: str, found: str) -> None:
    assert as_id(wanted) == found


@given(st.text())
def test_any_text_gives_a_valid_id(text: str) -> None:
    name = Names().new(text, "thing")
    assert Claim(id=name, text="x").id == name
    assert as_id(name) == name


def test_slugs_are_short_and_cut_between_words() -> None:
    assert as_slug("It's the U.S. way") == "its-the-u-s-way"
    assert as_slug("word " * 40) == "-".join(["word"] * 12)


def test_ids_that_are_taken_get_a_number() -> None:
    names = Names()
    assert [names.new(name, "x") for name in ("a", "a-2", "a", "a", "")] == ["a", "a-2", "a-3", "a-4", "x"]
    assert "a-3" in names
    assert len({names.new("y" * 200, "x") for _ in range(12)}) == 12


def test_a_statement_becomes_a_rebuttal_when_it_attacks() -> None:
    build = MapBuilder("folder/some.txt")
    one = build.statement("1", text="One.", origin="1")
    two = build.statement("", text="Two is one.", origin="2")
    build.attack(two, one)
    result = build.build().map
    assert list(result.claims) == ["1"]
    assert list(result.rebuttals) == ["two-is-one"]
    assert str(result.rebuttals["two-is-one"].origin) == "folder/some.txt#2"


def test_absolute_paths_do_not_get_into_a_map() -> None:
    build = MapBuilder("/home/somebody/secret/some.txt")
    build.statement("1", text="One.", origin="1")
    assert str(build.build().map.claims["1"].origin) == "some.txt#1"


def test_equal_attacks_are_told_apart_by_names() -> None:
    build = MapBuilder("f")
    one, two = build.statement("1", text="One."), build.statement("2", text="Two.")
    for origin in ("k", "l"):
        build.attack(two, one, origin=origin)
    assert [attack.id for attack in build.build().map.attacks] == ["", "l"]


@pytest.mark.parametrize("apart", [{"jointly": ("1",)}, {"scheme": "contrary"}])
def test_attacks_that_differ_in_more_than_their_names_need_none(apart: dict[str, Any]) -> None:
    build = MapBuilder("f")
    one, two = build.statement("1", text="One."), build.statement("2", text="Two.")
    assert [build.attack(two, one), build.attack(two, one, **apart)] == ["", ""]
    assert len(build.build().map.attacks) == 2


def test_people_of_one_name_but_several_ids_stay_apart() -> None:
    build = MapBuilder("f")
    keys = [build.person("Ann", foreign=foreign) for foreign in ("7", "8", "7")]
    assert keys == ["ann", "ann-2", "ann"]
    assert [build.person("Bo"), build.person("Bo")] == ["bo", "bo"]
    assert build.joint(["ann"]) == "ann"
    assert build.joint([]) is None
    voice = build.joint(["ann", "bo"])
    assert build.build().map.people[str(voice)].members == ("ann", "bo")


def test_texts_are_made_fit_and_what_goes_is_named() -> None:
    build = MapBuilder("f")
    build.statement("1", text=" a\0b\u2028c\r\nd ")
    build.statement("2", text="x" * (MOST_TEXT + 1))
    build.statement("3", origin="three")
    result = build.build()
    assert [claim.label for claim in result.map.claims.values()] == [
        "a\ufffdb\nc\nd",
        "x" * MOST_TEXT,
        "three",
    ]
    assert [(loss.what, loss.where) for loss in result.losses] == [
        ("invisible character", "1"),
        ("end of a text", "2"),
        ("words of a statement", "3"),
    ]


@given(st.lists(argument_maps(), max_size=3))
def test_merging_keeps_every_record(maps: list[ArgumentMap]) -> None:
    merged = merge_maps(maps)
    for part in ("statements", "inferences", "attacks"):
        assert len(getattr(merged, part)) == sum(len(getattr(each, part)) for each in maps)
    if len(maps) == 1:
        assert merged == maps[0]


def test_merging_joins_equal_people_and_works_and_renames_what_refers() -> None:
    def one(text: str, name: str) -> ArgumentMap:
        return ArgumentMap(
            MapInfo(title=text, tags={"t": "T"}),
            {"p": Person(name="P"), "q": Person(name=name)},
            {"w": Source(title="W")},
            {
                "a": Claim(id="a", text=text, by="q", source="w, 1", because=[["b"]]),
                "b": Claim(id="b", text=text),
            },
            {"r": Rebuttal(id="r", text=text, by="p", aims=["a"], restates=["b"], conceded="w")},
        )

    merged = merge_maps([one("x", "Q"), one("y", "R")])
    assert list(merged.people) == ["p", "q", "q-2"]
    assert list(merged.sources) == ["w"]
    assert merged.info == MapInfo(tags={"t": "T"})
    second = merged.claims["a-2"]
    assert (second.by, second.because[0].premises, second.because[0].id) == ("q-2", ("b-2",), "a-2/1")
    rebuttal = merged.rebuttals["r-2"]
    assert (rebuttal.attacks, rebuttal.restates, rebuttal.by) == (("a-2",), ("b-2",), "p")


@given(argument_maps())
def test_all_that_a_map_says_is_either_kept_or_left_out(argument_map: ArgumentMap) -> None:
    losses = list(left_out(argument_map, Kept(people=(), sources=(), inferences=()), "why"))
    said = json.dumps(without_origins(argument_map))
    assert all(loss.why == "why" for loss in losses)
    for field in ("note", "quote", "warrant", "scheme"):
        count = sum(loss.what.startswith(f"{field} of") for loss in losses)
        assert count == len(_values(json.loads(said), field))


def _values(value: Any, field: str) -> list[Any]:  # noqa: ANN401
    if isinstance(value, dict):
        own = [value[field]] if value.get(field) else []
        return own + [found for inner in value.values() for found in _values(inner, field)]
    return [found for inner in value for found in _values(inner, field)] if isinstance(value, list) else []


def test_what_is_kept_is_no_loss() -> None:
    argument_map = ArgumentMap(claims={"a": Claim(id="a", title="A", text="B", note="C")})
    assert [str(loss.what) for loss in left_out(argument_map, Kept(statements=("title", "note")), "")] == [
        "text of a statement"
    ]


def test_losses_are_summed_up_by_kind() -> None:
    losses = [Loss("node", str(number), "why not") for number in range(5)]
    assert list(summarise_losses([*losses, Loss("edge", "x", "no")])) == [
        "  5 × node: why not (0, 1, 2 and 2 more)",
        "  1 × edge: no (x)",
    ]


@pytest.mark.parametrize(
    ("targets", "there", "left"),
    [
        ({"k": "a"}, "a", {"k"}),
        ({"k": "b"}, "a", set()),
        ({"k": "l", "l": "m", "m": "x"}, "a", set()),
        ({"k": "l", "l": "k"}, "", {"k", "l"}),
        ({"k": "xa", "l": "k"}, "a", {"k", "l"}),
    ],
)
def test_attacks_on_what_is_gone_are_gone(targets: dict[str, str], there: str, left: set[str]) -> None:
    assert live_attacks(targets, there) == left


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    ),
    st.sampled_from([None, 1]),
)
def test_places_in_json_are_exact(value: Any, indent: int | None) -> None:  # noqa: ANN401
    text = json.dumps(value, indent=indent)
    for path, inner in _paths(value, ()):
        found, _ = json.JSONDecoder().raw_decode(text, offset_of(text, path))
        assert found == inner


def _paths(value: Any, path: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], Any]]:  # noqa: ANN401
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value), *(found for key, inner in items for found in _paths(inner, (*path, key)))]


def test_a_path_that_leads_nowhere_gives_what_encloses_it() -> None:
    text = '{"a": [1, {"b": 2}]}'
    assert text[offset_of(text, ("a", 1, "c"))] == "{"
    assert text[offset_of(text, ("a", 7))] == "["
    assert offset_of(text, ("z", 1)) == 0


def test_json_with_a_mark_or_in_utf_16_is_read() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_json('{"é": 1}'.encode(encoding), "x").value == {"é": 1}


def test_text_that_is_none_is_told_with_its_place() -> None:
    with pytest.raises(FormatError) as caught:
        text_of(b"ab\nc\xff", "bad.txt")
    assert str(caught.value) == "bad.txt:2:2: I401 this is not UTF-8 text"


def test_xml_is_safe() -> None:
    assert attribute("id", "a\"b<c>&'\n") == 'id="a&quot;b&lt;c&gt;&amp;\'&#10;"'
    assert cdata("a]]>b") == "<![CDATA[a]]]]><![CDATA[>b]]>"


def _of(file: str, *people: Person) -> ArgumentMap:
    """A map in which each of some people says something."""
    keys = {f"p{number}": person for number, person in enumerate(people)}
    claims = {f"{key}-c": Claim(id=f"{key}-c", text="t", by=key) for key in keys}
    return ArgumentMap(MapInfo(title=file), keys, claims=claims)


def _from(name: str, file: str, **fields: Any) -> Person:  # noqa: ANN401 — fields of Person
    return Person.model_validate({"name": name, "origin": f"{file}#7", **fields})


def test_people_of_several_files_are_one_if_only_their_origin_differs() -> None:
    merged = merge_maps(
        [
            _of("a", _from("Fiona", "a"), _from("Bo", "a"), _from("F and B", "a", members=["p0", "p1"])),
            _of("b", _from("Bo", "b"), _from("Fiona", "b"), _from("F and B", "b", members=["p1", "p0"])),
            _of("c", _from("Bo", "c", note="Another one."), _from("Cy", "c")),
        ]
    )
    assert [(person.name, str(person.origin)) for person in merged.people.values()] == [
        ("Fiona", "a#7"),
        ("Bo", "a#7"),
        ("F and B", "a#7"),
        ("Bo", "c#7"),
        ("Cy", "c#7"),
    ]
    assert len({claim.by for claim in merged.claims.values()}) == 5


def test_equal_people_whom_a_map_tells_apart_stay_apart() -> None:
    maps = [_of(file, _from("Ann", file), _from("Ann", file)) for file in "abc"]
    merged = merge_maps(maps)
    assert [str(person.origin) for person in merged.people.values()] == ["a#7", "a#7"]
    assert [claim.by for claim in merged.claims.values()] == ["p0", "p1"] * 3
