import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Person, Rebuttal
from argmap.queries.select import NoMatchError, Selection, neighbours, select, statements_named, voices_of
from tests.sketch import sketch

PEOPLE = {
    "ada": Person(name="Ada"),
    "bob": Person(name="Bob"),
    "both": Person(name="Both", members=("ada", "bob")),
}
CHAIN = "ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c\nada: p\nada: q < p\neve: e -> q [inferred]\nboth: j"


def chosen(text: str = CHAIN, **options: object) -> list[str]:
    fields = {key: (value,) if isinstance(value, str) else value for key, value in options.items()}
    return list(select(sketch(text, PEOPLE), Selection(**fields)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["a", "p", "q", "j", "b", "c", "d"]),
        ({"include_inferred": True}, ["a", "p", "q", "j", "b", "c", "d", "e"]),
        ({"by": "ada"}, ["a", "p", "q", "j", "c"]),
        ({"by": ("ada", "bob")}, ["a", "p", "q", "j", "b", "c", "d"]),
        ({"by": "eve"}, []),
        ({"by": "eve", "include_inferred": True}, ["e"]),
        ({"focus": "a"}, ["a", "b"]),
        ({"focus": "a", "depth": 0}, ["a"]),
        ({"focus": "a", "depth": 2}, ["a", "b", "c"]),
        ({"focus": "a", "depth": 99}, ["a", "b", "c", "d"]),
        ({"focus": "a", "depth": 2, "by": "ada"}, ["a", "c"]),
        ({"focus": "p"}, ["p", "q"]),
        ({"focus": "q", "include_inferred": True}, ["p", "q", "e"]),
        ({"focus": "both"}, ["j"]),
        ({"by": "bob", "depth": 1}, ["a", "j", "b", "c", "d"]),
        ({"depth": 3}, ["a", "p", "q", "j", "b", "c", "d"]),
        ({"focus": "a", "depth": 10**12}, ["a", "b", "c", "d"]),
    ],
    ids=str,
)
def test_selection(options: dict[str, object], expected: list[str]) -> None:
    assert chosen(CHAIN, **options) == expected


def test_tags_and_sources() -> None:
    one = Claim.model_validate({"id": "one", "text": "x", "tags": ["t", "u"], "source": "work, p. 1"})
    two = Claim.model_validate({"id": "two", "text": "x", "tags": ["u"]})
    drawn = ArgumentMap(claims={"one": one, "two": two})
    assert select(drawn, Selection(tag=("u",))) == ("one", "two")
    assert select(drawn, Selection(tag=("t", "u"))) == ("one", "two")
    with pytest.raises(NoMatchError):
        select(drawn, Selection(source=("work",)))


@pytest.mark.parametrize("option", ["by", "tag", "source", "focus"])
def test_a_name_that_means_nothing(option: str) -> None:
    with pytest.raises(NoMatchError) as caught:
        chosen(**{option: "nobody-here"})
    assert caught.value.name == "nobody-here"


def test_a_near_miss_is_suggested() -> None:
    with pytest.raises(NoMatchError) as caught:
        chosen(by="booth")
    assert caught.value.suggestions[0] == "both"


def test_what_an_inference_names() -> None:
    drawn = sketch("ada: a < i=p+q\nada: p\nada: q")
    assert statements_named(drawn, "i") == ["p", "q", "a"]


def test_neighbours_of_an_undercut_are_the_premises_too() -> None:
    drawn = sketch("ada: a < i=p\nada: p\nbob: u -| i")
    assert list(neighbours(drawn, "u")) == ["a", "p"]
    assert list(neighbours(drawn, "p")) == ["a", "u"]
    assert set(neighbours(drawn, "a")) == {"u", "p"}


def test_a_circle_ends() -> None:
    drawn = ArgumentMap(
        rebuttals={key: Rebuttal(id=key, text="x", aims=(other,)) for key, other in ("xy", "yz", "zx")}
    )
    assert select(drawn, Selection(focus=("x",), depth=50)) == ("x", "y", "z")


def test_voices() -> None:
    drawn = sketch("ada: a", PEOPLE)
    assert voices_of(drawn, "ada") == {"ada", "both"}
    assert voices_of(drawn, "both") == {"both"}
