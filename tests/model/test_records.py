import pytest
from pydantic import ValidationError

from argmap.model import MapInfo, Name, Origin, Person, Source
from argmap.model.origin import parse_origin


@pytest.mark.parametrize(
    ("date", "year"), [("2019-04-08", "2019"), ("2019-04", "2019"), ("2019", "2019"), (None, None)]
)
def test_years(date: str | None, year: str | None) -> None:
    assert Source(title="T", date=date).year == year


def test_a_local_copy_is_called_copy() -> None:
    assert Source.model_validate({"title": "T", "copy": "texts/t.md"}).copy_of == "texts/t.md"


def test_defaults_are_empty() -> None:
    assert Person(name="Ada").aka == ()
    assert MapInfo().tags == {}


@pytest.mark.parametrize(("written", "read"), [("true", True), ("false", False), (True, True)])
def test_truth_values(written: object, read: object) -> None:
    assert Person.model_validate({"name": "Ada", "hypothetical": written}).hypothetical is read


@pytest.mark.parametrize("written", ["yes", "True", "", 1, ["true"]])
def test_nothing_else_is_a_truth_value(written: object) -> None:
    with pytest.raises(ValidationError, match="should be a valid boolean"):
        Person.model_validate({"name": "Ada", "hypothetical": written})


def test_a_lone_item_is_a_list_of_one() -> None:
    assert Person.model_validate({"name": "Ada", "aka": "A", "members": "bo"}).members == ("bo",)
    assert Source.model_validate({"title": "T", "authors": "Town Clerk"}).authors == (
        Name(name="Town Clerk"),
    )
    assert MapInfo.model_validate({"editors": "Ann Lee"}).editors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("written", "read"), [("f.json#12", "f.json#12"), ("f.json", "f.json"), (" f # 1 ", "f#1")]
)
def test_origins(written: str, read: str) -> None:
    assert str(Origin.model_validate(parse_origin(written))) == read
