"""CSL-JSON as Zotero, Crossref and pandoc write it."""

import json
from typing import Any

import pytest

from argmap.formats.base import Imported
from argmap.formats.registry import BY_NAME
from argmap.model import Name

CSL = BY_NAME["csl-json"]


def read(*items: Any) -> Imported:  # noqa: ANN401 — items of any shape
    return CSL.read(json.dumps(list(items)), "refs.json")


def again(item: dict[str, Any]) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(str(CSL.write(read(item).map).text))
    return found[0]


RICH = 'On <i>E. coli</i> and H<sub>2</sub>O &amp; <span class="nocase">iPhone</span>'


def test_rich_text_becomes_plain_and_comes_back() -> None:
    item = {"id": "k", "type": "book", "title": RICH}
    assert read(item).map.sources["k"].title == "On E. coli and H2O & iPhone"
    assert again(item) == item


def test_names_without_words_are_left_out_and_told() -> None:
    authors = [
        {"name": "A B C Group"},
        {"literal": ""},
        {"family": "", "given": ""},
        {},
        {"a": 1},
        {"family": "X"},
    ]
    found = read({"id": "k", "type": "book", "title": "T", "author": authors})
    assert found.map.sources["k"].authors == (Name(organization="A B C Group"), Name(family="X"))
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("name without words", f"k, author {number}") for number in (2, 3, 4, 5)
    ]


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ({"date-parts": [[2019, 4, 8]]}, "2019-04-08"),
        ({"date-parts": [["2019", "4"]]}, "2019-04"),
        ({"date-parts": [[2018, 12], [2019, 2]]}, "2018-12/2019-02"),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[1984]], "circa": True}, "1984~"),
        ({"date-parts": [[2019]], "season": 1}, "2019-21"),
        ({"raw": "spring 1999"}, "spring 1999"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ("2019-04-08", "2019-04-08"),
        ({"date-parts": [[-44]]}, "-0043"),
    ],
)
def test_dates(date: object, read_as: str | None) -> None:
    item = {"id": "k", "type": "book", "title": "T", "issued": date}
    assert read(item).map.sources["k"].date == read_as
    if read_as and date != {"date-parts": [["2019", "4"]]}:
        assert again(item)["issued"] == date


def test_a_reply_of_crossref() -> None:
    work = {
        "DOI": "10.1000/x",
        "type": "journal-article",
        "title": ["A title"],
        "container-title": ["J"],
        "ISSN": ["1234-5678"],
        "author": [{"given": "Ann", "family": "Lee", "sequence": "first", "affiliation": []}],
        "issued": {"date-parts": [[2019]]},
        "score": 1,
    }
    found = CSL.read(json.dumps({"message-type": "work", "message": work}), "x.json")
    source = found.map.sources["10.1000-x"]
    assert (source.title, source.container, str(source.authors[0])) == ("A title", "J", "Ann Lee")
    assert source.kept == {"csl-json": {"type": "journal-article", "ISSN": '["1234-5678"]'}}
    assert [loss.what for loss in found.losses] == ["field score"]


def test_faults_are_told_with_their_places_and_the_rest_comes_in() -> None:
    text = '[{"id": "a", "title": "A", "title": "B"},\n "no item",\n {"id": "a", "title": "C"}]'
    found = CSL.read(text, "refs.json")
    assert [source.title for source in found.map.sources.values()] == ["B", "C"]
    assert [(fault.location.line, fault.message) for fault in found.faults] == [
        (1, "the field `title` stands twice in this item"),
        (2, "item 2 is not a mapping"),
        (3, "the id `a` is taken; this item came in as `a-2`"),
    ]


@pytest.mark.parametrize(
    "item",
    [
        {"id": "http://zotero.org/1", "citation-key": "lee2019", "type": "book", "title": "T"},
        {"id": "k", "type": "performance", "title": "T", "abstract": "Words", "number-of-pages": 3},
        {"id": "k", "type": "report", "title": "T", "event-place": "Paris", "publisher-place": "Rome"},
        {"id": "k", "type": "book", "title": "T", "author": [{"family": "Berg", "dropping-particle": "van"}]},
    ],
)
def test_an_item_comes_back(item: dict[str, Any]) -> None:
    assert again(item) == item
